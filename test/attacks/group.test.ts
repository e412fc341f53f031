import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asMembers, bindHelpdesk, CHANNEL, handOver, Person } from './people.ts';
import { openWorld, type World } from './world.ts';

const GROUP = '12345678-2222-4333-8444-555555555555';
const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const [AOI, KEN, PRIYA, NEW] = [id(1), id(2), id(3), id(4)];

let world: World;
/** Who is in the group; `null`: Graph does not say. */
let group: readonly string[] | null = [AOI];

beforeAll(async () => {
  world = await openWorld({ ALLOWED_GROUP: GROUP, HELPDESK_HOURS: 'always' });
  world.outside.answer = ({ origin, path }) => {
    if (origin !== 'https://graph.microsoft.com' || !path.includes(`/groups/${GROUP}/transitiveMembers`)) return null;
    const [, asked] = /id(?:%20|\+| )eq(?:%20|\+| )(?:%27|')([\w-]+)/.exec(path) ?? [];
    return group === null
      ? { status: 503, body: {} }
      : { status: 200, body: { value: group.filter((one) => one === asked).map((one) => ({ id: one })) } };
  };
  const priya = new Person(world, PRIYA);
  world.outside.members = asMembers(priya);
  await bindHelpdesk(world, priya);
}, 90_000);
afterAll(() => world.close());

const keptOf = async (person: string) => (await world.settled()).split('\n').filter((line) => line.includes(person));

describe('with a group of employees', () => {
  it('somebody in it is helped', async () => {
    const aoi = new Person(world, AOI);

    await handOver(world, aoi);

    expect((await keptOf(AOI)).length).toBeGreaterThan(0);
  });

  it('somebody who is not is told so in their language, and nothing is kept of them', async () => {
    const ken = new Person(world, KEN);

    for (const changes of [{ locale: 'ja-JP' }, { locale: 'en-GB', type: 'installationUpdate', action: 'add' }]) await ken.post(changes);
    const { body } = await ken.tap({ do: 'start' });

    expect(ken.heard().map((message) => JSON.parse(message).text)).toEqual([expect.stringMatching(/Kiku を/), expect.stringMatching(/helpdesk/)]);
    expect(body).toContain('helpdesk');
    expect(await keptOf(KEN)).toEqual([]);
  });

  it('nobody gets in by an id that is none, or that asks for more', async () => {
    for (const odd of ["x' or '1' eq '1", '29:guest', '', `${AOI}' or id eq '${KEN}`]) {
      const person = new Person(world, odd === '' ? '29' : odd);
      await person.post({ from: { id: '29:odd', name: 'Odd', ...(odd === '' ? {} : { aadObjectId: odd }) } });
      expect(person.heard().join()).not.toMatch(/AdaptiveCard/);
    }
    expect(world.outside.asked.filter(({ origin, path }) => origin.includes('graph') && /\bor\b/.test(decodeURIComponent(path)))).toEqual([]);
  });

  it('an agent works, in the group or not, and is helped as well', async () => {
    const priya = new Person(world, PRIYA);

    await priya.say('open', CHANNEL);
    await priya.say('OneDrive 0x8004de40, Windows 11');

    expect((await keptOf(PRIYA)).join()).toContain('intake');
  });

  it('while Graph is silent, somebody new is told to come back, and somebody seen lately is helped', async () => {
    group = null;
    const [fresh, aoi] = [new Person(world, NEW), new Person(world, AOI)];
    await fresh.say('OneDrive 0x8004de40, Windows 11');
    expect(fresh.heard().join()).toMatch(/does not answer/);
    expect(await keptOf(NEW)).toEqual([]);

    await world.restart();
    const before = aoi.heard().length;
    await aoi.say('help');

    expect(aoi.heard().slice(before).join()).toContain('AdaptiveCard');
  }, 60_000);

  it('somebody who takes Kiku away is forgotten, whatever Graph says', async () => {
    await new Person(world, AOI).post({ type: 'installationUpdate', action: 'remove', text: undefined });

    expect((await keptOf(AOI)).filter((line) => /^(?:person|intake|seen_input|outbox|slot) /.test(line))).toEqual([]);
  });
});
