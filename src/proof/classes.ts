import type { FactContent } from '../knowledge/content.ts';
import type { Condition } from '../triage/conditions.ts';
import { type FactName, type FactValue, UNKNOWN } from '../triage/facts.ts';

/** The values of a fact in classes that no condition tells apart. */
export interface FactClasses {
  /** One value of each class. */
  readonly values: readonly FactValue[];
  /** The value that stands for the class of this one; one outside the list is told from the others by the conditions alone. */
  readonly of: (value: FactValue) => FactValue;
}

export type Classes = ReadonlyMap<FactName, FactClasses>;

/** A value of no list, for facts that have a pattern: `DefaultSecureProtocols` with none of the bits that matter. */
const OUTSIDE: FactValue = '0x1';

/** The classes of the values of `facts`, as `conditions` tell them apart. */
export function classesOf(facts: ReadonlyMap<FactName, FactContent>, conditions: readonly Condition[]): Classes {
  const atoms = conditions.flatMap(atomsOf);
  return new Map([...facts.values()].map((fact) => [fact.name, factClasses(fact, atoms)]));
}

type Atom = Extract<Condition, { kind: 'is' }>;

function atomsOf(condition: Condition): readonly Atom[] {
  switch (condition.kind) {
    case 'is':
      return [condition];
    case 'all':
    case 'any':
      return condition.of.flatMap(atomsOf);
    case 'not':
      return atomsOf(condition.of);
  }
}

function factClasses(fact: FactContent, atoms: readonly Atom[]): FactClasses {
  const ours = atoms.filter((atom) => atom.fact === fact.name);
  const named = ours.flatMap((atom) => atom.values);
  const outside = fact.pattern !== null && new RegExp(fact.pattern).test(OUTSIDE) ? [OUTSIDE] : [];
  const values = new Set([UNKNOWN, ...fact.values.map(({ value }) => value), ...named, ...outside]);
  const bySignature = new Map<string, FactValue>();
  const signatureOf = (value: FactValue): string => ours.map((atom) => membership(value, atom, fact)).join('');
  for (const value of values) if (!bySignature.has(signatureOf(value))) bySignature.set(signatureOf(value), value);
  const of = (value: FactValue): FactValue => {
    const known = bySignature.get(signatureOf(value));
    if (known === undefined) throw new Error(`No class of "${fact.name}" has the value "${value}".`);
    return known;
  };
  return { values: [...bySignature.values()], of };
}

/** Whether the atom has the value, may come to have it when it is made exact, or has not. */
function membership(value: FactValue, atom: Atom, fact: FactContent): 'y' | 'm' | 'n' {
  if (atom.values.includes(value)) return 'y';
  return fact.imprecise.get(value)?.some((exact) => atom.values.includes(exact)) ? 'm' : 'n';
}
