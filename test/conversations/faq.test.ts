import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { Stage } from './stage.ts';

const { faq } = loadKnowledge('knowledge');

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 60_000);
afterAll(() => stage.close());

describe.each([
  {
    language: 'en',
    locale: 'en-GB',
    first: 'OneDrive says 0x8004de40 on my Windows 10 laptop',
    asked: [
      ['What is DefaultSecureProtocols?', 'q03-what-is-it'],
      ['Will this delete my files?', 'files-safe'],
      ['Do our Macs with Outlook need TLS 1.2 changes?', 'q18-mac'],
    ],
    all: 'faq',
  },
  {
    language: 'ja',
    locale: 'ja-JP',
    first: 'Windows 10 のノートPCで OneDrive に接続できません。0x8004de40 と出ます',
    asked: [
      ['DefaultSecureProtocols とは何ですか', 'q03-what-is-it'],
      ['この手順でファイルが消えることはありませんか', 'files-safe'],
      ['Mac の Outlook も TLS 1.2 の対応が必要ですか', 'q18-mac'],
    ],
    all: 'よくある質問',
  },
] as const)('a conversation in $language', ({ language, locale, first, asked, all }) => {
  it('goes on where it stood after every question that was asked in between', async () => {
    const actor = await stage.enter({ locale });
    const ask = async ([text, id]: readonly [string, string], waits: string): Promise<void> => {
      await actor.say(text);
      await actor.sees(waits);
      expect(actor.entries().at(-2)?.activity.summary).toBe(faq.get(id)?.question[language]);
    };

    await actor.say(first);
    await actor.sees('answer web');
    await ask(asked[0], 'answer web');
    await actor.tap({ do: 'answer', value: 'works' });
    await actor.sees('answer network');
    await actor.tap({ do: 'answer', value: 'elsewhere' });
    await actor.sees('answer affected');
    await actor.tap({ do: 'answer', value: 'only-me' });
    await actor.sees('outcome restart-onedrive');
    await ask(asked[1], 'outcome restart-onedrive');
    await actor.tap({ do: 'outcome', outcome: 'failing' });
    const isFurther = () => actor.open().length === 1 && actor.open()[0] !== 'outcome restart-onedrive';
    await actor.client.waitFor(actor.person, isFurther, 10_000);
    await ask(asked[2], actor.open()[0] ?? '');
  });

  it('shows all questions, a page at a time, and the answer in the place of the list', async () => {
    const actor = await stage.enter({ locale });
    await actor.say(first);
    await actor.sees('answer web');
    await actor.say(all);
    await actor.sees('answer web');
    const count = actor.entries().length;

    await actor.tap({ do: 'faq', page: 1 });
    await actor.tap({ do: 'faq', faq: 'q04-value' });

    await actor.sees('answer web');
    expect(actor.entries()).toHaveLength(count);
    expect(actor.text()).toContain(faq.get('q04-value')?.question[language]);
  });
});
