// Makes the pictures of the README out of the running program: npm run pictures
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProgram } from '../program.ts';
import { launchChromium } from './launch-chromium.ts';
import { type Visit, Visitor } from './visitor.ts';

const IMAGES = join(import.meta.dirname, '../../docs/images');
const LARGEST_BYTES = 250_000;

/** One picture: whose page, how large, and what happened on it before. */
interface Picture extends Omit<Visit, 'origin'> {
  readonly name: string;
  readonly play: (visitor: Visitor) => Promise<void>;
}

const PICTURES: readonly Picture[] = [
  { name: 'conversation-en', person: 'sam', height: 1000, play: (me) => untilFirstStep(me, 'OneDrive says 0x8004de40 on my Windows 10 laptop') },
  {
    name: 'conversation-ja',
    person: 'aiko',
    height: 1000,
    play: (me) => untilFirstStep(me, 'OneDrive に接続できません。0x8004de40 と出ます。Windows 10 のノート PC です'),
  },
  {
    name: 'narrow',
    person: 'ken',
    width: 390,
    height: 844,
    async play(me) {
      await me.say('OneDrive に接続できません。0x8004de40、会社の PC で、Windows 11 です。自宅で、ブラウザーでは使えます。自分だけです');
      await me.tap({ do: 'outcome', step: 'restart-onedrive', outcome: 'failing' });
      await me.tap({ do: 'outcome', step: 'time-and-updates', outcome: 'failing' });
      await me.sees('outcome tick-tls-1.2');
    },
  },
  // Last, because the fault stays on.
  {
    name: 'advisory-dark',
    person: 'priya',
    look: 'dark',
    async play(me) {
      const read = me.page.waitForResponse((response) => response.request().method() === 'PATCH');
      await me.page.locator('[data-advisory="OD900001"] [role="switch"]').click();
      await read;
      await me.say('OneDrive says 0x8004de40 on my Windows 11 laptop. It works in the browser, I am at home, only me.');
      await me.sees('go-on OD900001');
    },
  },
];

const folder = await mkdtemp(join(tmpdir(), 'kiku-pictures-'));
const [browser, program] = await Promise.all([launchChromium(), startProgram({ DATA_DIR: folder })]);
try {
  for (const { name, play, ...visit } of PICTURES) {
    const path = join(IMAGES, `${name}.png`);
    const visitor = await Visitor.arrive(browser, { origin: program.origin, ...visit });
    await play(visitor);
    await visitor.newest().locator('.ac-pushButton').first().waitFor();
    // Away from the cards, so that nothing looks pointed at.
    await visitor.page.mouse.move(0, 0);
    await visitor.page.screenshot({ path });
    await visitor.leave();
    const { size } = await stat(path);
    if (size > LARGEST_BYTES) throw new Error(`${path} has ${size} bytes; ${LARGEST_BYTES} are enough for a picture.`);
    process.stdout.write(`${name}.png ${Math.round(size / 1000)} KB\n`);
  }
} finally {
  await browser.close();
  await program.end();
  await rm(folder, { recursive: true, force: true });
}

async function untilFirstStep(me: Visitor, first: string): Promise<void> {
  await me.say(first);
  await me.tap({ do: 'answer', fact: 'web', value: 'works' });
  await me.tap({ do: 'answer', fact: 'network', value: 'office' });
  await me.tap({ do: 'answer', fact: 'affected', value: 'only-me' });
  await me.sees('outcome restart-onedrive');
}
