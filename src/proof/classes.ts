import type { FactContent } from '../knowledge/content.ts';
import type { Condition } from '../triage/conditions.ts';
import { type FactName, type FactValue, UNKNOWN } from '../triage/facts.ts';

/** The values of a fact in classes that no condition tells apart. */
export interface FactClasses {
  /** One value of each class; `unknown` or what stands for it is among them. */
  readonly values: readonly FactValue[];
  /** The value that stands for the class of this one. */
  readonly of: (value: FactValue) => FactValue;
}

/** Whether a fact has one of these values: the smallest part of a condition. */
export type Atom = Extract<Condition, { kind: 'is' }>;

/** A value of no list, for facts that have a pattern: `DefaultSecureProtocols` with none of the bits that matter. */
const OUTSIDE: FactValue = '0x1';

/** The atoms of `conditions`, each once however often it stands there. */
export function atomsIn(conditions: readonly Condition[]): ReadonlyMap<string, Atom> {
  return new Map(conditions.flatMap(atomsOf).map((atom) => [`${atom.fact}: ${atom.values.join()}`, atom]));
}

/** The classes of the values of each fact, as these atoms tell them apart. Worked out when asked for. */
export class Classes {
  readonly #facts: ReadonlyMap<FactName, FactContent>;
  readonly #atoms: readonly Atom[];
  readonly #known = new Map<FactName, FactClasses>();

  constructor(facts: ReadonlyMap<FactName, FactContent>, atoms: Iterable<Atom>) {
    this.#facts = facts;
    this.#atoms = [...atoms];
  }

  /** Throws for a fact that is not in the vocabulary. */
  of(name: FactName): FactClasses {
    const known = this.#known.get(name) ?? this.#make(name);
    this.#known.set(name, known);
    return known;
  }

  #make(name: FactName): FactClasses {
    const fact = this.#facts.get(name);
    if (fact === undefined) throw new Error(`There is no fact "${name}".`);
    const atoms = this.#atoms.filter((atom) => atom.fact === name);
    const outside = fact.pattern !== null && new RegExp(fact.pattern).test(OUTSIDE) ? [OUTSIDE] : [];
    const values = new Set([UNKNOWN, ...fact.values.map(({ value }) => value), ...atoms.flatMap((atom) => atom.values), ...outside]);
    const signatureOf = (value: FactValue): string => atoms.map((atom) => membership(value, atom, fact)).join('');
    const bySignature = new Map<string, FactValue>();
    const classOf = new Map<FactValue, FactValue>();
    for (const value of values) {
      const signature = signatureOf(value);
      if (!bySignature.has(signature)) bySignature.set(signature, value);
      classOf.set(value, bySignature.get(signature) ?? value);
    }
    // A value outside every list (another code, another DefaultSecureProtocols) is in none of the atoms.
    const of = (value: FactValue): FactValue => classOf.get(value) ?? bySignature.get(signatureOf(value)) ?? value;
    return { values: [...bySignature.values()], of };
  }
}

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

/** Whether the atom has the value, may come to have it when it is made exact, or has not. */
function membership(value: FactValue, atom: Atom, fact: FactContent): 'y' | 'm' | 'n' {
  if (atom.values.includes(value)) return 'y';
  return fact.imprecise.get(value)?.some((exact) => atom.values.includes(exact)) ? 'm' : 'n';
}
