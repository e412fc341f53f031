import type { ToldCode } from '../knowledge/told-code.ts';
import { shownCode } from '../read-back.ts';
import type { Facts, FactValue } from '../triage/facts.ts';
import { codesIn } from '../triage/identify.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Words } from './words.ts';

/** What a code means in a sentence; empty for one of which nothing can be said. */
export function meaningOf(code: FactValue | null, words: Words): string {
  const told = code === null ? null : (words.knowledge.codes.get(code)?.told ?? null);
  return told === null ? '' : words.of(told.meaning);
}

/** A code that leads to no problem, in full: its meaning, whose it is, what an employee may do first, and that a person goes on. */
export function codeTexts({ told }: ToldCode, words: Words): readonly string[] {
  const fix = told.fix === null ? [] : [`**${words.say('label.code-fix')}:** ${words.of(told.fix)}`];
  return [
    words.of(told.meaning),
    `**${words.say('label.code-owner')}:** ${words.say(`label.lies-with-${told.owner}`)}`,
    ...fix,
    words.say('code.then'),
  ];
}

/** Every code of a case with what is known of it, for a person at the helpdesk. */
export function codeLines(facts: Facts, words: Words): readonly string[] {
  return codesIn(facts).map((code) => {
    const content = words.knowledge.codes.get(code);
    const known = content === undefined ? words.say('label.code-not-known') : words.say('label.code-undocumented');
    const meaning = meaningOf(code, words);
    return meaning.includes(shownCode(code)) ? meaning : `${escapeMarkdown(shownCode(code))}: ${meaning || known}`;
  });
}
