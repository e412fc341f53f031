import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Person } from './people.ts';
import { openWorld, type World } from './world.ts';

const SIZE = 30_000;
/** What nearly matches again and again, each as long as Teams lets anybody write. */
const PUMPS = [
  ...[
    'a',
    ' ',
    '\n',
    ' \n ',
    '0',
    '0x8004de4',
    '0x8004de40 ',
    'caa',
    '8004de4-',
    'a@',
    'a.',
    '1.1.',
    'a:',
    'a : b\n',
    '-1',
    ',,、',
    '(',
    '[',
    '<at>',
    '&nbsp;',
    '${',
    '\u200b',
    '😀',
  ],
  ...[
    'browser works ',
    'not ',
    'no ',
    'windows 10 and ',
    'our users ',
    'but ',
    'ブラウザでは',
    '使えない',
    'あ',
    '> ',
    'TLS_RSA_X\n',
    'c:\\users\\',
    '+-----+\n',
    'AzureAdJoined : ',
  ],
];
/** How many times the time of a plain text of the same length they may take. What grows with the square of the length would take a thousand. */
const MOST = 10;

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 90_000);
afterAll(() => world.close());

it('no text takes much longer than any other of its length', async () => {
  const person = new Person(world, 'pumping');
  await person.say('OneDrive 0x8004de40, Windows 11');
  const plain = await best(person, 'it is lunch time and the soup is fine. ', 5);

  const slow: { pump: string; times: number }[] = [];
  for (const pump of PUMPS) {
    const times = (await best(person, pump, 2)) / plain;
    if (times > MOST) slow.push({ pump, times });
  }

  expect(slow).toEqual([]);
  expect(person.heard().length).toBeGreaterThan(PUMPS.length);
}, 300_000);

/** The shortest of so many times, in milliseconds. */
async function best(person: Person, pump: string, times: number): Promise<number> {
  const text = pump.repeat(Math.ceil(SIZE / pump.length));
  let shortest = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time += 1) {
    const before = performance.now();
    expect((await person.say(text)).status).toBe(200);
    shortest = Math.min(shortest, performance.now() - before);
  }
  return shortest;
}
