import { describe, expect, it } from '@jest/globals';
import { newsIn } from '../../src/understand/asked.ts';
import { compileFaq } from '../../src/understand/compile-faq.ts';
import { understand } from '../../src/understand/understand.ts';
import { examinedEnglish } from './examined-en.ts';
import { examinedJapanese } from './examined-ja.ts';
import { type Asking, askedInEnglish, notAskedInEnglish } from './faq-en.ts';
import { askedInJapanese, notAskedInJapanese } from './faq-ja.ts';
import { lexicon } from './lexicon.ts';
import { english } from './messages.ts';
import { japanese } from './messages-ja.ts';

/** The questions that somebody who has told nothing yet would be answered. */
function askedIn(text: string): readonly string[] {
  const { facts, question, command } = understand(text, lexicon);
  return question === null || command !== null || newsIn(facts, question, null) ? [] : question.ids;
}

describe.each([
  ['English', askedInEnglish, notAskedInEnglish],
  ['Japanese', askedInJapanese, notAskedInJapanese],
] as const)('questions in %s', (_, asked: readonly Asking[], notAsked) => {
  it('are hardly ever taken for another one', () => {
    const wrong = asked.filter(([text, id]) => askedIn(text).length > 0 && !askedIn(text).some((found) => found === id));

    expect(wrong.length).toBeLessThanOrEqual(asked.length * 0.02);
  });

  it('are hardly ever one of several that were perhaps meant', () => {
    const several = asked.filter(([text]) => askedIn(text).length > 1);

    expect(several.length).toBeLessThanOrEqual(asked.length * 0.05);
  });

  it('are found', () => {
    const found = asked.filter(([text, id]) => askedIn(text).some((one) => one === id));

    expect(found.length).toBeGreaterThanOrEqual(asked.length * 0.95);
  });

  it.each(notAsked)('are not seen in "%s"', (text) => {
    expect(askedIn(text)).toEqual([]);
  });
});

it('reports of trouble are answered by no question', () => {
  const messages = [...english, ...japanese, ...examinedEnglish, ...examinedJapanese].map(({ text }) => text);
  // Of these people, three ask in so many words which value to set, or what the end of TLS 1.0 means for them.
  const asking = /Which value do I put|どの値を入れれば|before TLS 1\.0 is switched off|TLS 1\.0廃止で/;

  expect(messages.filter((text) => askedIn(text).length > 0 && !asking.test(text))).toEqual([]);
});

describe('what a message says beside its question', () => {
  it.each([
    ['It worked, but will I lose files?', 'outcome', ['worked']],
    ['no, is this a virus?', 'rights', ['no-admin']],
  ])('is read as the answer that waits: %s', (text, openFact, values) => {
    const { question } = understand(text, lexicon, { openFact });

    expect(question?.besides[openFact]?.values).toEqual(values);
  });

  it.each([
    ['Does DefaultSecureProtocols work on Windows 7, what does it do?', 'web'],
    ["I don't know what DefaultSecureProtocols means, can you explain?", 'web'],
    ['Is it possible that this is malware?', 'web'],
  ])('is not read out of the question: %s', (text, openFact) => {
    const { facts, question } = understand(text, lexicon, { openFact });

    expect(question?.ids).toHaveLength(1);
    expect(facts[openFact]).toBeUndefined();
  });
});

describe('news', () => {
  const code = { code: { values: ['0x8004de40'], source: { kind: 'given' } } } as const;

  it.each([
    ['a new code', 'OneDrive says 0x8004de40, is this a virus?', null, true],
    ['a code that is known', 'Is 0x8004de40 a virus?', code, false],
    ['a system in another sentence while an intake is open', 'I have Windows 10. Is this a virus?', code, true],
    ['the same system before there is an intake', 'I have Windows 10. Is this a virus?', null, false],
  ] as const)('is %s', (_, text, known, isNews) => {
    const { facts, question } = understand(text, lexicon);

    expect(question !== null && newsIn(facts, question, known)).toBe(isNews);
  });
});

it('a faulty trigger is reported where it stands', () => {
  const { faults } = compileFaq({
    lists: { asking: ['what'] },
    entries: [{ id: 'q', triggers: { en: ['good', '(bad'] }, unless: { ja: ['<none>'] } }],
  });

  expect(faults.map(({ path }) => path)).toEqual([
    ['q', 'triggers', 'en', 1],
    ['q', 'unless', 'ja', 0],
  ]);
});
