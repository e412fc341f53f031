/** The name of a fact, one of the closed list in `knowledge/facts.yaml`. */
export type FactName = string;

/** One of the closed values of a fact, or `unknown`: the person said they do not know. */
export type FactValue = string;

/** Where a fact came from. `learned`: the outcome of a step told us; `given`: from outside a conversation. */
export type FactSource =
  | { readonly kind: 'tapped' }
  /** `isDeliberate`: it answers a question, or takes back what was said before. */
  | { readonly kind: 'written'; readonly words: string; readonly isDeliberate?: boolean | undefined }
  | { readonly kind: 'pasted'; readonly line: string }
  | { readonly kind: 'learned'; readonly step: string }
  | { readonly kind: 'given' };

/** A fact and where it came from. `values` is never empty; a fact that is not a list has exactly one. */
export interface KnownFact {
  readonly values: readonly FactValue[];
  readonly source: FactSource;
}

/** Everything known about a situation. A fact that was never asked is absent. Plain JSON. */
export type Facts = Readonly<Record<FactName, KnownFact>>;

/** What the core must know of a fact; its words stand in `knowledge/`. */
export interface FactDefinition {
  readonly name: FactName;
  readonly isList: boolean;
  /** Which of several values a condition looks at: the affected device is named first, any error code counts. */
  readonly match: 'first' | 'any';
  /** A value that is not exact yet, and the exact values it may stand for (`windows-7` → `windows-7-sp1`, …). */
  readonly imprecise: ReadonlyMap<FactValue, readonly FactValue[]>;
  readonly evidence: Evidence;
}

/**
 * Whose word counts when a fact is said twice, and differently. `person`: they know best, and the latest they say counts. `setting`: what
 * the device prints is surer than words, and the newest output counts. `device`: the same, but it does not change on the way.
 */
export type Evidence = 'person' | 'setting' | 'device';

export type Vocabulary = ReadonlyMap<FactName, FactDefinition>;

export const UNKNOWN: FactValue = 'unknown';

/** The values a condition looks at, or `null` when the fact is absent. */
export function valuesOf(facts: Facts, definition: FactDefinition): readonly FactValue[] | null {
  const known = facts[definition.name];
  if (known === undefined) return null;
  return definition.match === 'first' ? known.values.slice(0, 1) : known.values;
}

/** Whether the fact is there, but only in a value that may stand for several exact ones. */
export function isImprecise(facts: Facts, definition: FactDefinition): boolean {
  const values = valuesOf(facts, definition);
  return values?.some((value) => definition.imprecise.has(value)) ?? false;
}

/** The facts with `added` over them; the same object when that changes no value. */
export function withFacts(facts: Facts, added: Facts): Facts {
  const changed = Object.entries(added).filter(([name, known]) => !sameValues(facts[name]?.values, known.values));
  return changed.length === 0 ? facts : { ...facts, ...Object.fromEntries(changed) };
}

/** Whether two say the same where a condition looks at the first value. */
export function isSameValue(left: KnownFact, right: KnownFact): boolean {
  return left.values[0] === right.values[0];
}

/** Whether `one` is not exact and may stand for `other`. */
export function mayBe(one: KnownFact, other: KnownFact, definition: FactDefinition): boolean {
  const [value, exact] = [one.values[0], other.values[0]];
  return value !== undefined && exact !== undefined && (definition.imprecise.get(value)?.includes(exact) ?? false);
}

function sameValues(left: readonly FactValue[] | undefined, right: readonly FactValue[]): boolean {
  return left !== undefined && left.length === right.length && left.every((value, index) => value === right[index]);
}
