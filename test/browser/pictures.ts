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
  {
    name: 'helpdesk-en',
    person: 'sam',
    width: 1280,
    height: 960,
    play: (me) =>
      caseWith(me, 'priya', {
        first: 'OneDrive says 0x8004de40 on my Windows 10 laptop',
        wish: 'I would rather talk to a person',
        answer: '@Kiku Good morning. Is the cloud icon blue or grey now?',
        reply: 'It has a red cross',
      }),
  },
  {
    name: 'helpdesk-ja',
    person: 'aiko',
    width: 1280,
    height: 960,
    look: 'dark',
    play: (me) =>
      caseWith(me, 'ken', {
        first: 'OneDrive に接続できません。0x8004de40 と出ます。Windows 10 のノート PC です',
        wish: '担当者に相談したいです',
        answer: '@Kiku 担当の佐藤です。雲のアイコンは今、何色ですか。',
        reply: '赤い × が付いています',
      }),
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
/** Service Health is read soon after the start; until then Kiku says that it does not know. */
const FIRST_READING_MS = 8_000;

try {
  await new Promise((resolve) => setTimeout(resolve, FIRST_READING_MS));
  for (const { name, play, ...visit } of PICTURES) {
    const path = join(IMAGES, `${name}.png`);
    const visitor = await Visitor.arrive(browser, { origin: program.origin, ...visit });
    await play(visitor);
    await visitor.page.locator('#chat .ac-pushButton:visible').last().waitFor();
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

/** An employee and an agent, side by side, who have begun to talk. */
async function caseWith(me: Visitor, agent: string, said: { first: string; wish: string; answer: string; reply: string }): Promise<void> {
  const { page } = me;
  const url = new URL(page.url());
  url.searchParams.set('beside', agent);
  await page.goto(url.href);
  const helpdesk = page.locator('#beside');
  await helpdesk.locator('> .composer textarea').fill('@Kiku helpdesk here');
  await helpdesk.locator('> .composer textarea').press('Enter');
  await helpdesk.locator('.entry.other .words').first().waitFor();
  // Kiku looks for a channel of the helpdesk every few seconds.
  await page.waitForTimeout(6_000);
  await me.sayFully(said.first);
  await me.sayFully(said.wish);
  const thread = helpdesk.locator('.thread', { has: page.locator('.card') }).last();
  await thread.locator('.card').getByRole('button').first().click();
  await thread.locator('.entry.other').nth(1).waitFor();
  await thread.locator('.reply button').last().click();
  await thread.locator('.reply textarea').fill(said.answer);
  await thread.locator('.reply textarea').press('Enter');
  await page.locator('#chat .entry.other', { hasText: said.answer.replace('@Kiku ', '') }).waitFor();
  await me.sayFully(said.reply);
  await thread.locator('.entry.other', { hasText: said.reply }).waitFor();
}
