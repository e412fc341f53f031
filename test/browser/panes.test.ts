import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { LOCAL_CHANNEL } from '../../src/local/teams/people.ts';
import { card, type LocalStage, stage } from '../local/stage.ts';
import { faintTexts } from './contrast.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { launchChromium } from './launch-chromium.ts';

const KEY = LOCAL_CHANNEL.key;
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC';
const picker = {
  type: 'Input.ChoiceSet',
  id: 'to',
  label: 'Give to',
  choices: [],
  'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users?scope=currentContext' },
};

// What is asked of the browser; the tests themselves have no DOM.
interface Box {
  readonly className: string;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  checkVisibility(): boolean;
}
declare const document: {
  readonly documentElement: Box;
  querySelectorAll(selector: string): Iterable<Box>;
  readonly activeElement: { readonly id: string };
};

describeInBrowser('two chats side by side', () => {
  let browser: Browser;
  let on: LocalStage;
  let page: Page;
  const faults: string[] = [];
  const employee = () => page.locator('#chat');
  const helpdesk = () => page.locator('#beside');

  beforeAll(async () => {
    browser = await launchChromium();
  }, 120_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    on = await stage();
  });
  afterEach(async () => {
    await page.context().close();
    await on.close();
    expect(faults.splice(0)).toEqual([]);
  });

  async function visit(of: { width?: number; look?: 'light' | 'dark'; as?: string; beside?: string } = {}): Promise<void> {
    const { width = 1280, look = 'light', as = 'sam', beside = 'priya' } = of;
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: look });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(`${on.teams.origin}/?person=${as}&beside=${beside}`);
    await helpdesk().locator('.chat-head .where').waitFor({ state: 'attached' });
  }

  async function postToChannel(activity: object): Promise<string> {
    on.teams.conversations.setInstalled(KEY, true);
    return ((await on.call('POST', `/v3/conversations/${encodeURIComponent(LOCAL_CHANNEL.id)}/activities`, activity)).body as { id: string }).id;
  }

  const sent = (pane: Locator, text: string) => pane.locator('.entry.own', { hasText: text }).locator('.mark.sent');

  async function write(pane: Locator, text: string): Promise<void> {
    await pane.locator('> .composer textarea').fill(text);
    await pane.locator('> .composer textarea').press('Enter');
    await sent(pane, text.replace('@', '')).waitFor();
  }

  it('are two people’s, each with what they say', async () => {
    await visit();

    await write(employee(), 'OneDrive does not connect');
    await write(helpdesk(), '@Kiku helpdesk here');

    const said = on.bot.received.filter(({ type }) => type === 'message') as unknown as readonly {
      text: string;
      from: { name: string };
      conversation: object;
    }[];
    expect(said).toMatchObject([
      { text: 'OneDrive does not connect', from: { name: 'Sam Rivera' }, conversation: { conversationType: 'personal' } },
      { text: '<at>Kiku</at> helpdesk here', from: { name: 'Priya Nair' }, conversation: { conversationType: 'channel' } },
    ]);
    const [left, right] = [await employee().boundingBox(), await helpdesk().boundingBox()];
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0);
    expect(left?.width).toBeGreaterThan(400);
  });

  it('answer in a thread with the keyboard alone, and the answer belongs to it', async () => {
    await visit();
    const root = await postToChannel(card({ text: 'Case K7F3QX' }));
    const thread = helpdesk().locator('.thread', { hasText: 'Case K7F3QX' });

    await thread.locator('.reply button').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('@Kiku looking into it');
    await page.keyboard.press('Enter');
    await sent(thread, 'looking into it').waitFor();

    expect(on.bot.received.at(-1)).toMatchObject({ replyToId: root, conversation: { id: `${LOCAL_CHANNEL.id};messageid=${root}` } });
    await page.keyboard.press('Escape');
    expect(await thread.locator('.reply textarea').count()).toBe(0);
  });

  it('let the team consent, and what nobody was named in is heard from then on', async () => {
    await visit();
    const heard = () => on.bot.received.filter(({ type }) => type === 'message').map(({ text }) => text);

    await helpdesk().locator('> .composer textarea').fill('lunch?');
    await helpdesk().locator('> .composer textarea').press('Enter');
    await helpdesk().locator('.entry.own', { hasText: 'lunch?' }).waitFor();
    await helpdesk().locator('.consent input').check();
    await expectSoon(async () => on.teams.conversations.read(KEY).hearsAll, true);
    await write(helpdesk(), 'heard');

    expect(heard()).toEqual(['heard']);
    await page.reload();
    await helpdesk().locator('.consent input:checked').waitFor();
  });

  it('edit and delete own messages in both, and nobody else’s', async () => {
    await visit();
    await write(employee(), 'my mistake');
    await write(helpdesk(), '@Kiku our mistake');
    const tools = (pane: Locator, text: string) => pane.locator('.entry', { hasText: text }).locator('.tools button');

    for (const [pane, text] of [
      [employee(), 'my mistake'],
      [helpdesk(), 'our mistake'],
    ] as const) {
      await tools(pane, text).first().focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('End');
      await page.keyboard.type(' mended');
      await page.keyboard.press('Enter');
      await expectSoon(async () => on.bot.received.at(-1)?.type, 'messageUpdate');
      await pane.locator('.entry.own', { hasText: `${text} mended` }).waitFor();
      await tools(pane, text).last().focus();
      await page.keyboard.press('Enter');
      await pane.locator('.entry.own .deleted').waitFor();
      await expectSoon(async () => on.bot.received.at(-1)?.type, 'messageDelete');
    }
    const ken = on.teams.places.person('ken');
    if (ken !== null) await on.teams.acts.sayInChannel(ken, 'somebody else');
    await helpdesk().locator('.entry.other', { hasText: 'somebody else' }).waitFor();
    expect(await tools(helpdesk(), 'somebody else').count()).toBe(0);
  });

  it('pick a person in a card, and the card sends who it is', async () => {
    await visit();
    const whole = card({ actions: [{ type: 'Action.Execute', title: 'Give', verb: 'give', data: {} }] });
    await postToChannel({ ...whole, attachments: [{ ...whole.attachments[0], content: { ...whole.attachments[0]?.content, body: [picker] } }] });

    await helpdesk().locator('.card input').fill('Ken Sato');
    await helpdesk().getByRole('button', { name: 'Give', exact: true }).click();
    await on.bot.arrived('invoke', 1);

    const { value, from } = on.bot.received.at(-1) as unknown as { value: { action: { data: object } }; from: { name: string } };
    expect([value.action.data, from.name]).toEqual([{ to: on.teams.places.person('ken')?.aadObjectId }, 'Priya Nair']);
  });

  it('show pictures that people paste and that Kiku posts', async () => {
    await visit();
    const sam = on.teams.places.person('sam');
    if (sam !== null) await on.teams.acts.say(sam, 'look', [{ name: 'screen.png', type: 'image/png', base64: PNG }]);
    await postToChannel({
      type: 'message',
      text: 'Sam sent this',
      attachments: [{ contentType: 'image/png', contentUrl: `data:image/png;base64,${PNG}` }],
    });

    for (const pane of [employee(), helpdesk()]) {
      const picture = pane.locator('img.picture');
      await picture.waitFor();
      expect(await picture.evaluate((img) => (img as unknown as { readonly naturalWidth: number }).naturalWidth)).toBe(10);
    }
  });

  it('show one at a time where there is no room for two, and neither loses what is being written', async () => {
    await visit({ width: 390 });

    expect([await employee().isVisible(), await helpdesk().isVisible()]).toEqual([false, true]);
    await helpdesk().locator('> .composer textarea').fill('half a sen');
    await page.locator('[data-side-of="main"]').click();
    expect([await employee().isVisible(), await helpdesk().isVisible()]).toEqual([true, false]);
    expect(await page.evaluate(() => document.activeElement.id)).toBe('composer');
    await page.locator('[data-side-of="beside"]').click();
    expect(await helpdesk().locator('> .composer textarea').inputValue()).toBe('half a sen');
  });

  it('come and go with the button, and the page remembers it', async () => {
    await visit();

    await helpdesk().locator('.chat-head button').click();
    expect(await helpdesk().isVisible()).toBe(false);
    await page.goto(`${on.teams.origin}/?person=sam`);
    await page.locator('[aria-controls="beside"][aria-expanded="false"]').click();
    await helpdesk().locator('.intro-box').waitFor();
    expect(await page.evaluate(() => document.activeElement.id)).toBe('composer-beside');
  });

  it.each([
    ['light', 'sam', 'priya', 1280],
    ['dark', 'aiko', 'ken', 1280],
    ['dark', 'sam', 'ken', 1100],
    ['light', 'aiko', 'priya', 390],
  ] as const)('in %s, for %s beside %s at %i pixels, are readable and never wider than their place', async (look, as, beside, width) => {
    await visit({ look, as, beside, width });
    const root = await postToChannel(
      card({ text: 'Case K7F3QX · OneDrive', actions: [{ type: 'Action.Execute', title: 'Take', verb: 'take', data: {} }] }),
    );
    const agent = on.teams.places.person(beside);
    if (agent !== null) await on.teams.acts.sayInChannel(agent, `@Kiku @Ken Sato ${'C:\\Users\\somebody\\AppData\\Local\\'.repeat(9)}`, root);
    await helpdesk().locator('.thread .entry.own').waitFor();
    await helpdesk().locator('.thread .reply button').first().click();

    expect(await faintTexts(page)).toEqual([]);
    expect(await page.evaluate(tooWide)).toEqual([]);
    if (width > 390) return;
    await page.locator('[data-side-of="main"]').click();
    expect(await faintTexts(page)).toEqual([]);
    expect(await page.evaluate(tooWide)).toEqual([]);
  });
});

async function expectSoon<T>(read: () => Promise<T>, wanted: T): Promise<void> {
  const end = Date.now() + 5_000;
  while ((await read()) !== wanted && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await read()).toEqual(wanted);
}

function tooWide(): readonly string[] {
  const boxes = [document.documentElement, ...document.querySelectorAll('.scroll, .card, .thread, .chat-head, .consent, .composer')];
  return boxes.filter((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1).map(({ className }) => className);
}
