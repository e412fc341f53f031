import type { ValueContent } from '../knowledge/content.ts';
import { shownCode } from '../read-back.ts';
import { type FactName, type Facts, type FactValue, UNKNOWN } from '../triage/facts.ts';
import type { Words } from './words.ts';

/** A fact of this intake in words. Values may be what somebody wrote: plain text, to be escaped where Markdown is read. */
export interface FactRow {
  readonly fact: FactName;
  readonly title: string;
  readonly value: string;
}

/** What was read, in one plain line for the person to check: "OneDrive · 0x8004de40 · Windows 10". Empty when there is nothing to say. */
export function understoodLine(facts: Facts, words: Words): string {
  return understoodItems(facts, words)
    .map(({ text }) => text)
    .join(words.label('label.separator'));
}

/** What was read, item by item, each with its fact. Nothing stands there twice. */
export function understoodItems(facts: Facts, words: Words): readonly { readonly fact: FactName; readonly text: string }[] {
  const items = inOrder(facts, words)
    .filter((fact) => fact !== TRIED)
    .flatMap((fact) =>
      (facts[fact]?.values ?? []).filter((value) => value !== UNKNOWN).map((value) => ({ fact, text: shortValue(fact, value, words) })),
    );
  return items.filter(({ text }, index) => items.findIndex((other) => other.text === text) === index);
}

/** Every fact with a title and its values, in the order of the knowledge. */
export function factRows(facts: Facts, words: Words): readonly FactRow[] {
  return inOrder(facts, words).map((fact) => ({ fact, title: factTitle(fact, words), value: valuesInWords(fact, facts[fact]?.values ?? [], words) }));
}

/** The values of one fact, as plain text. */
export function valuesInWords(fact: FactName, values: readonly FactValue[], words: Words): string {
  if (values.length === 0) return words.label('value.unknown');
  return values.map((value) => longValue(fact, value, words)).join(words.label('label.list-separator'));
}

/** What a fact is called; one that the knowledge no longer has keeps its name. */
export function factTitle(fact: FactName, words: Words): string {
  const content = words.knowledge.facts.get(fact);
  return content === undefined ? fact : words.of(content.title);
}

const TRIED: FactName = 'tried';

function inOrder(facts: Facts, words: Words): readonly FactName[] {
  const known = [...words.knowledge.facts.keys()].filter((fact) => fact in facts);
  return [...known, ...Object.keys(facts).filter((fact) => !known.includes(fact))];
}

/** One value in a word or two, as it stands in a sentence. */
export function shortValue(fact: FactName, value: FactValue, words: Words): string {
  const content = contentOf(fact, value, words);
  return content === null ? shownCode(value) : words.of(content.short);
}

function longValue(fact: FactName, value: FactValue, words: Words): string {
  if (value === UNKNOWN) return words.label('value.unknown');
  const step = fact === TRIED ? words.knowledge.steps.get(value) : undefined;
  if (step !== undefined) return words.of(step.title);
  const content = contentOf(fact, value, words);
  return content === null ? shownCode(value) : words.of(content.label);
}

function contentOf(fact: FactName, value: FactValue, words: Words): ValueContent | null {
  return words.knowledge.facts.get(fact)?.values.find((content) => content.value === value) ?? null;
}
