import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { beginningOf } from './phrase.ts';
import { type Actor, Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 60_000);
afterAll(() => stage.close());

interface Spoken {
  readonly locale: string;
  readonly language: 'en' | 'ja';
  readonly question: string;
  readonly step: string;
  /** Two at a time that nobody could understand. */
  readonly nonsense: readonly (readonly [string, string])[];
  readonly elsewhere: readonly string[];
  readonly about: readonly string[];
  readonly polite: readonly string[];
  readonly answer: string;
  readonly failing: string;
}

const LANGUAGES: Readonly<Record<string, Spoken>> = {
  English: {
    locale: 'en-GB',
    language: 'en',
    question: 'OneDrive says 0x8004de40 on Windows 11',
    step: 'OneDrive 0x8004de40, Windows 11, at home, the web version works, only me',
    nonsense: [
      ['the moon is made of cheese', 'flibbertigibbet'],
      ['this is useless', 'asdf jkl'],
    ],
    elsewhere: ['the printer is out of paper', 'I forgot my password', 'my VPN does not connect', 'what is for lunch today?'],
    about: ['are you a bot?', 'am I talking to a human?'],
    polite: ['thanks', 'hello'],
    answer: 'it opens',
    failing: 'still failing',
  },
  Japanese: {
    locale: 'ja-JP',
    language: 'ja',
    question: 'Windows 11 の OneDrive で 0x8004de40 が出ます',
    step: 'Windows 11 の OneDrive で 0x8004de40。Web 版は使えます。自宅です。ほかの人は大丈夫です',
    nonsense: [
      ['月はチーズでできている', 'あいうえおかきくけこ'],
      ['ふざけないで', 'ほげほげ'],
    ],
    elsewhere: ['プリンターの紙がありません', 'パスワードを忘れました', 'VPNがつながりません', '今日のランチは何ですか'],
    about: ['あなたはボットですか', '人間ですか'],
    polite: ['ありがとうございます', 'こんにちは'],
    answer: '開けます',
    failing: 'まだ直りません',
  },
};

/** What was written after `before` messages. */
function since(actor: Actor, before: number): string {
  return actor
    .entries()
    .slice(before)
    .map((entry) => `${entry.activity.text ?? ''}${entry.activity.summary ?? ''}${JSON.stringify(actor.client.cards(actor.person, entry.id))}`)
    .join('\n');
}

async function says(actor: Actor, text: string): Promise<string> {
  const before = actor.entries().length;
  await actor.say(text);
  await actor.client.waitFor(actor.person, () => actor.entries().length > before, 5_000);
  return since(actor, before);
}

describe.each(Object.entries(LANGUAGES))('in %s', (_language, { locale, language, ...said }) => {
  it.each(said.nonsense)('"%s" is told what Kiku can do; "%s" after it is offered a person', async (first, second) => {
    const actor = await stage.enter({ locale });

    expect(await says(actor, first)).toContain(beginningOf('note.can-do', language));
    const again = await says(actor, second);

    expect(again).toContain(beginningOf('puzzled.title', language));
    expect(again).toContain('"do":"person"');
  });

  it.each(said.nonsense)(
    'in the middle of a question "%s" is told to answer, "%s" after it is offered a person, and the answer still counts',
    async (first, second) => {
      const actor = await stage.enter({ locale });
      await actor.say(said.question);
      await actor.sees('answer web');

      expect(await says(actor, first)).toContain(beginningOf('question.puzzled', language));
      await actor.sees('answer web');
      const again = await says(actor, second);
      await actor.sees('answer web');
      await actor.say(said.answer);

      expect(again).toContain(beginningOf('puzzled.title', language));
      await actor.sees('answer network');
    },
  );

  it.each(said.nonsense)(
    'at a step "%s" is asked how it went, "%s" after it is offered a person, and the outcome still counts',
    async (first, second) => {
      const actor = await stage.enter({ locale });
      await actor.say(said.step);
      await actor.sees('outcome restart-onedrive');

      expect(await says(actor, first)).toContain(beginningOf('note.puzzled-step', language));
      const again = await says(actor, second);
      await actor.say(said.failing);

      expect(again).toContain(beginningOf('puzzled.title', language));
      await actor.sees('outcome time-and-updates');
    },
  );

  it.each([
    ['before anything', null, null],
    ['in the middle of a question', said.question, 'answer web'],
    ['at a step', said.step, 'outcome restart-onedrive'],
  ] as const)(
    'what Kiku cannot help with, and who it is, is said plainly with the way to a person: %s',
    async (_moment, arrival, waits) => {
      const actor = await stage.enter({ locale });
      if (arrival !== null) await actor.say(arrival);
      if (waits !== null) await actor.sees(waits);

      for (const [texts, phrase] of [
        [said.elsewhere, 'note.elsewhere'],
        [said.about, 'note.about-kiku'],
      ] as const) {
        for (const text of texts) {
          const answer = await says(actor, text);

          expect([text, answer]).toEqual([text, expect.stringContaining(beginningOf(phrase, language))]);
          expect(answer).toContain('"do":"person"');
          if (waits !== null) await actor.sees(waits);
        }
      }
    },
    60_000,
  );

  it.each(said.polite)('"%s" is never misunderstood, and keeps the place', async (text) => {
    const actor = await stage.enter({ locale });
    await actor.say(said.question);
    await actor.sees('answer web');

    const answer = await says(actor, text);

    expect(answer).not.toContain(beginningOf('question.puzzled', language));
    await actor.sees('answer web');
  });
});
