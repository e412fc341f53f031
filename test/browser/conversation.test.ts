import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { describeInBrowser } from './describe-in-browser.ts';
import { Screening } from './screening.ts';
import { type Visit, Visitor } from './visitor.ts';

// What is asked of the browser; the tests themselves have no DOM.
declare const document: { readonly activeElement: unknown };
declare const getComputedStyle: (of: unknown) => { readonly outlineStyle: string };

const EVERYTHING = 'OneDrive says 0x8004de40, Windows 11, I am in the office, the web version works, only me';

describeInBrowser('the page', () => {
  let screening: Screening;
  let visitor: Visitor;

  beforeAll(async () => {
    screening = await Screening.open();
  }, 120_000);
  afterAll(() => screening.close());
  afterEach(async () => {
    const faults = visitor.faults();
    await visitor.leave();
    expect(faults).toEqual([]);
  });

  async function arrive(person: Visit['person'], more: Partial<Visit> = {}): Promise<Visitor> {
    visitor = await Visitor.arrive(screening.browser, { origin: screening.program.origin, person, ...more });
    return visitor;
  }

  it.each([
    ['sam', 'en', 'OneDrive says 0x8004de40 on my Windows 10 laptop'],
    ['aiko', 'ja', 'Windows 10 のノートPCで OneDrive に接続できません。0x8004de40 と出ます'],
  ] as const)('leads %s from a code, by writing and tapping, to the step that works', async (person, language, first) => {
    const me = await arrive(person);

    await me.say(first);
    await me.sees('answer web');
    await me.tap({ do: 'answer', value: 'works' });
    await me.sees('answer network');
    await me.say(language === 'ja' ? '自宅です' : 'at home');
    await me.sees('answer affected');
    await me.tap({ do: 'answer', value: 'only-me' });
    await me.sees('outcome restart-onedrive');
    await me.tap({ do: 'outcome', outcome: 'failing' });
    await me.sees('outcome time-and-updates');
    await me.tap({ do: 'outcome', outcome: 'worked' });
    await me.sees();

    expect(await me.page.locator('html').getAttribute('lang')).toMatch(new RegExp(`^${language}`));
    expect(/\p{sc=Hira}/u.test((await me.newest().textContent()) ?? '')).toBe(language === 'ja');
  });

  it('takes an example with one tap', async () => {
    const me = await arrive('priya');

    await me.page.locator('.chip').first().click();

    await me.sees('answer web');
    await me.page.locator('.examples').getByRole('button').waitFor({ state: 'detached' });
  });

  it.each([1280, 390])('asks anew what was read, with one tap on it, and which of two is right, at %i pixels', async (width) => {
    const me = await arrive('ken', { width });
    await me.say('Windows 10 のノートPCで OneDrive に接続できません。0x8004de40 と出ます');
    await me.sees('answer web');

    await me.tap({ do: 'change', fact: 'os' });
    await me.sees('answer os');
    await me.tap({ do: 'answer', fact: 'os', value: 'windows-11' });
    await me.sees('answer web');
    await me.say('Microsoft Windows [Version 10.0.19045.5011]');
    await me.sees('answer os');
    await me.tap({ do: 'answer', fact: 'os', value: 'windows-10' });

    await me.sees('answer web');
  });

  it('keeps the transcript when it is loaded anew', async () => {
    const me = await arrive('sam');
    await me.say('OneDrive says 0x8004de40 on my Windows 10 laptop');
    await me.tap({ do: 'answer', value: 'works' });
    await me.sees('answer network');
    await (await me.action({ do: 'answer', value: 'vpn' })).waitFor();
    const before = await me.text();

    await me.page.reload();
    await (await me.action({ do: 'answer', value: 'vpn' })).waitFor();

    expect(await me.text()).toBe(before);
    await me.tap({ do: 'answer', value: 'vpn' });
    await me.sees('answer affected');
  });

  it('says that the program is away, and goes on by itself when it is back', async () => {
    const me = await arrive('sam');
    await me.sayFully(EVERYTHING);
    await me.sees('outcome restart-onedrive');

    await screening.program.end();
    await me.page.locator('.lost').waitFor();
    await screening.startAgain();
    await me.page.locator('.lost').waitFor({ state: 'hidden' });
    // That the connection was refused is no fault of the page.
    me.faults();

    await me.tap({ do: 'outcome', outcome: 'failing' });
    await me.sees('outcome time-and-updates');
  }, 120_000);

  it('changes one answer and keeps the others', async () => {
    const me = await arrive('sam');
    await me.say('OneDrive 0x8004de40, Windows 11');
    await me.tap({ do: 'answer', fact: 'web', value: 'unknown' });
    await me.tap({ do: 'answer', fact: 'network', value: 'elsewhere' });
    await me.sees('answer affected');

    await me.tap({ do: 'change', fact: 'web' });
    await me.sees('answer web');
    await me.tap({ do: 'answer', fact: 'web', value: 'works' });

    await me.sees('answer affected');
  });

  it('gives the commands as text, in a frame with a button that copies them', async () => {
    const me = await arrive('sam');
    await me.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await me.say(EVERYTHING);
    await me.tap({ do: 'outcome', step: 'restart-onedrive', outcome: 'failing' });
    await me.tap({ do: 'outcome', step: 'time-and-updates', outcome: 'failing' });

    await me.tap({ do: 'as-text', step: 'tick-tls-1.2' });
    await me.page.locator('.code-frame button').click();

    expect(await me.page.locator('.code-frame pre').textContent()).toBe('inetcpl.cpl\n');
    expect(await me.page.evaluate('navigator.clipboard.readText()')).toBe('inetcpl.cpl');
  });

  it('speaks the language that is chosen, from then on', async () => {
    const me = await arrive('priya');
    await me.say('OneDrive 0x8004de40, Windows 11');
    await me.sees('answer web');

    await me.say('language');
    await me.tap({ do: 'language', language: 'ja' });
    await me
      .newest()
      .filter({ hasText: /\p{sc=Hira}/u })
      .waitFor();
    await me.tap({ do: 'answer', fact: 'web', value: 'works' });
    await me.sees('answer network');
    await (await me.action({ do: 'answer', value: 'vpn' })).waitFor();

    expect(await me.newest().textContent()).toMatch(/\p{sc=Hira}/u);
    await me.say('言語');
    await me.tap({ do: 'language', language: 'en' });
  });

  it('can be used with the keyboard alone', async () => {
    const me = await arrive('sam');
    const { keyboard } = me.page;
    await me.page.locator('#composer').focus();
    await keyboard.type('OneDrive says 0x8004de40 on my Windows 10 laptop');
    await keyboard.press('Enter');
    const works = await me.action({ do: 'answer', value: 'works' });
    await works.waitFor();

    // From the box backwards: the card that waits is the last thing before it.
    for (let presses = 0; presses < 12 && !(await works.evaluate(isFocused)); presses += 1) await keyboard.press('Shift+Tab');
    expect(await works.evaluate(isRinged)).toBe(true);
    await keyboard.press('Enter');

    await me.sees('answer network');
  });

  it('shows a card that is longer than the window from its top', async () => {
    const me = await arrive('sam', { height: 520 });

    await me.say(EVERYTHING);
    await me.sees('outcome restart-onedrive');
    const title = me.newest().getByRole('heading').first();
    await title.waitFor();

    expect(await title.isVisible()).toBe(true);
    expect((await title.boundingBox())?.y).toBeGreaterThan(0);
    expect((await me.newest().boundingBox())?.height).toBeGreaterThan(300);
  });
});

function isFocused(button: unknown): boolean {
  return button === document.activeElement;
}

function isRinged(button: { matches(selector: string): boolean }): boolean {
  return button.matches(':focus-visible') && getComputedStyle(button).outlineStyle !== 'none';
}
