import { z } from 'zod';
import type { FactSpellings, Spellings } from '../understand/compile.ts';
import type { Report } from './faults.ts';
import type { Page, Path } from './page.ts';

const phrases = z.array(z.string().min(1)).min(1);
const value = z.string().min(1);
const name = z.string().regex(/^[a-z-]+$/);

/** What an organisation's own `spellings.yaml` may say: everything of ours, and nothing of it is needed. */
export const ownSpellingsShape = z.strictObject({
  lists: z.record(name, phrases).default({}),
  facts: z
    .record(
      name,
      z.strictObject({
        several: z.union([z.enum(['first', 'last', 'nearest', 'affected', 'none']), z.array(value).min(1)]).exactOptional(),
        whenNegated: z.union([z.record(value, value), z.literal('null').transform(() => null)]).exactOptional(),
        values: z.record(value, phrases).default({}),
        bare: z.record(value, phrases).default({}),
      }),
    )
    .default({}),
  commands: z.record(z.string(), phrases).default({}),
  talk: z.strictObject({ greeting: phrases.default([]), thanks: phrases.default([]) }).default({ greeting: [], thanks: [] }),
});

type OwnSpellings = z.infer<typeof ownSpellingsShape>;
type Lists = Readonly<Record<string, readonly string[]>>;

/** The word lists of both: every list of the organisation's stands behind ours. */
export function addSpellings(ours: Spellings, own: OwnSpellings): Spellings {
  const facts = Object.entries(own.facts).map(([fact, more]) => [fact, addFact(ours.facts[fact], more)] as const);
  return {
    lists: append(ours.lists, own.lists),
    facts: { ...ours.facts, ...Object.fromEntries(facts) },
    commands: append(ours.commands, own.commands),
    talk: { greeting: [...ours.talk.greeting, ...own.talk.greeting], thanks: [...ours.talk.thanks, ...own.talk.thanks] },
  };
}

/** A fault in the added-up lists, reported where the phrase was written. */
export function reportIn(ours: Page, own: Page | null, path: Path, report: (page: Page, path: Path) => void): void {
  const ourLength = lengthAt(ours.value, path.slice(0, -1));
  const ownPath = path.map((part) => (part === 'answers' ? null : part)).filter((part) => part !== null);
  const last = ownPath.at(-1);
  const isOwn = own !== null && (typeof last === 'number' ? last >= ourLength : lengthAt(ours.value, path) < 0);
  if (!isOwn) report(ours, path);
  else report(own, typeof last === 'number' ? [...ownPath.slice(0, -1), last - Math.max(0, ourLength)] : ownPath);
}

/** Facts that only the organisation has must say how they are read. */
export function checkNewFacts(ours: Spellings, own: OwnSpellings, page: Page, report: Report): void {
  for (const [fact, { several, whenNegated }] of Object.entries(own.facts))
    if (ours.facts[fact] === undefined && (several === undefined || whenNegated === undefined))
      report(page, ['facts', fact], `"${fact}" is new here and lacks "several" or "whenNegated"`, 'add several: first and whenNegated: null');
}

function addFact(ours: FactSpellings | undefined, more: OwnSpellings['facts'][string]): FactSpellings {
  const { several = 'first', whenNegated = null, troubledOnly = false, values = {}, answers = {} } = ours ?? {};
  return {
    several: more.several ?? several,
    whenNegated: more.whenNegated ?? whenNegated,
    troubledOnly,
    values: append(values, more.values),
    answers: { ...answers, bare: append(answers.bare ?? {}, more.bare) },
  };
}

function append(ours: Lists, own: Lists): Lists {
  return { ...ours, ...Object.fromEntries(Object.entries(own).map(([key, more]) => [key, [...(ours[key] ?? []), ...more]])) };
}

/** How many phrases stand there; -1 when there is nothing. */
function lengthAt(value: unknown, path: Path): number {
  const there = path.reduce<unknown>((here, part) => (typeof here === 'object' && here !== null ? Reflect.get(here, part) : undefined), value);
  if (there === undefined) return -1;
  return Array.isArray(there) ? there.length : 0;
}
