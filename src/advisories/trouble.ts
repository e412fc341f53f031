import { type Facts, type FactValue, UNKNOWN } from '../triage/facts.ts';
import { identify } from '../triage/identify.ts';
import type { Playbooks, ProblemId } from '../triage/playbook.ts';

/** One person's trouble: what is known, the problem it amounts to, and when they wrote. */
export interface Trouble {
  readonly facts: Facts;
  readonly problem: ProblemId | null;
  /** All codes of that problem: an advisory that names one of them names the person's (0x8004de40 and 0x8004de88 are one trouble). */
  readonly family?: readonly FactValue[];
  /** The product it is about, or all that it may be about; empty: not known. */
  readonly products?: readonly FactValue[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What these facts amount to. What the person names as the product counts where the problem knows it. */
export function troubleOf(facts: Facts, at: number, playbooks: Playbooks): Trouble {
  const found = known.get(facts);
  if (found?.playbooks === playbooks) return { ...found.trouble, at };
  const { problem: id } = identify(facts, playbooks);
  const problem = id === null ? undefined : playbooks.problems.get(id);
  const possible = problem === undefined ? [] : [...new Set([...problem.products, ...problem.symptoms.map((row) => row.product)])];
  const stated = facts.product?.values[0] ?? UNKNOWN;
  const isStated = stated !== UNKNOWN && (possible.length === 0 || possible.includes(stated));
  const trouble = { facts, problem: id, family: problem?.codes ?? [], products: isStated ? [stated] : possible };
  known.set(facts, { playbooks, trouble });
  return { ...trouble, at };
}

/** An advisory is held against the same facts again and again. */
const known = new WeakMap<Facts, { readonly playbooks: Playbooks; readonly trouble: Omit<Trouble, 'at'> }>();
