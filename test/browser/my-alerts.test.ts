import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { faintTexts } from './contrast.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { Screening } from './screening.ts';
import { Visitor } from './visitor.ts';

describeInBrowser('the card of alerts on the page', () => {
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
    ['sam', 'light', 'alerts', 1300],
    ['aiko', 'dark', 'お知らせ設定', 390],
  ] as const)(
    'for %s in %s is filled in, saved and stays as it was filled in',
    async (person, look, word, width) => {
      visitor = await Visitor.arrive(screening.browser, { origin: screening.program.origin, person, look, width });
      await visitor.sayFully('mute OD900109');
      await visitor.sayFully(word);
      await visitor.action({ do: 'wish' });
      const times = visitor.newest().locator('input[type=time]');
      const boxes = visitor.newest().locator('input[type=checkbox]');

      await times.nth(0).fill('21:15');
      await times.nth(1).fill('06:45');
      await boxes.first().check();
      await boxes.last().check();
      await visitor.tap({ do: 'wish' });
      await visitor
        .newest()
        .getByText(/^(Saved\.|保存しました。)$/)
        .first()
        .waitFor();

      expect([await times.nth(0).inputValue(), await times.nth(1).inputValue()]).toEqual(['21:15', '06:45']);
      expect([await boxes.first().isChecked(), await boxes.last().isChecked()]).toEqual([true, true]);
      expect(await visitor.newest().locator('select').inputValue()).toBe('own');
      expect(await faintTexts(visitor.page)).toEqual([]);
      await visitor.tap({ do: 'mute', on: false, advisory: 'OD900109' });
      await expectGone(visitor, 'OD900109');
    },
    60_000,
  );
});

async function expectGone(visitor: Visitor, words: string): Promise<void> {
  await visitor.newest().getByText(words).first().waitFor({ state: 'detached' });
}
