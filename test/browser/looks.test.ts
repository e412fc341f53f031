import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { faintTexts } from './contrast.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { Screening } from './screening.ts';
import { Visitor } from './visitor.ts';

const MANY_WORDS = `0x8004de40 ${'C:\\Users\\somebody\\AppData\\Local\\Microsoft\\OneDrive\\logs '.repeat(20)}`;

// What is asked of the browser; the tests themselves have no DOM.
interface Box {
  readonly className: string;
  readonly textContent: string;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  checkVisibility(): boolean;
}
declare const document: { readonly documentElement: Box; querySelectorAll(selector: string): Iterable<Box> };
declare const getComputedStyle: (of: unknown) => { readonly backgroundColor: string };

describeInBrowser('the looks of the page', () => {
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

  it.each([
    ['light', 'sam', 1300],
    ['dark', 'sam', 1300],
    ['light', 'aiko', 390],
    ['dark', 'aiko', 390],
  ] as const)(
    'in %s, for %s at %i pixels, are readable and never wider than the window',
    async (look, person, width) => {
      visitor = await Visitor.arrive(screening.browser, { origin: screening.program.origin, person, look, width });
      const wrong = async () => [...(await faintTexts(visitor.page)), ...(await visitor.page.evaluate(tooWide))];

      expect(await wrong()).toEqual([]);
      await visitor.say(MANY_WORDS);
      await visitor.tap({ do: 'answer', fact: 'os', value: 'windows-11' });
      await visitor.tap({ do: 'answer', fact: 'web', value: 'works' });
      await visitor.tap({ do: 'answer', fact: 'network', value: 'office' });
      await visitor.action({ do: 'answer', fact: 'affected', value: 'only-me' });
      expect(await wrong()).toEqual([]);
      await visitor.tap({ do: 'answer', fact: 'affected', value: 'only-me' });
      await visitor.tap({ do: 'outcome', step: 'restart-onedrive', outcome: 'failing' });
      await visitor.tap({ do: 'outcome', step: 'time-and-updates', outcome: 'failing' });
      await visitor.tap({ do: 'as-text', step: 'tick-tls-1.2' });
      await visitor.page.locator('.code-frame').waitFor();
      expect(await wrong()).toEqual([]);
      await visitor.tap({ do: 'person' });
      await visitor.sees();
      expect(await wrong()).toEqual([]);
    },
    60_000,
  );

  it('follow the choice of a look, also in cards that are there already', async () => {
    visitor = await Visitor.arrive(screening.browser, { origin: screening.program.origin, person: 'priya' });
    const ground = () =>
      visitor.page
        .locator('.ac-adaptiveCard')
        .first()
        .evaluate((card) => getComputedStyle(card).backgroundColor);
    const light = await ground();

    await visitor.page.locator('#look').selectOption('dark');

    expect(await visitor.page.locator('html').getAttribute('data-look')).toBe('dark');
    expect(await ground()).not.toBe(light);
  });
});

/** What is wider than its box, so that one would have to scroll sideways or could not read it. */
function tooWide(): readonly string[] {
  const boxes = [document.documentElement, ...document.querySelectorAll('.scroll, .card, .ac-textBlock')];
  return boxes.filter((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth + 1).map((box) => `${box.className}: ${box.textContent}`);
}
