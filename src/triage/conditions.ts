import { type FactName, type Facts, type FactValue, UNKNOWN, type Vocabulary, valuesOf } from './facts.ts';

/** A closed structure over facts; never a string to be evaluated. */
export type Condition =
  | { readonly kind: 'is'; readonly fact: FactName; readonly values: readonly FactValue[] }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

/** `open`: not determined yet, because a fact it needs is absent or imprecise and may still be asked. */
export type Truth = true | false | 'open';

/** What a condition is held against. */
export interface Sight {
  readonly vocabulary: Vocabulary;
  readonly facts: Facts;
  /** Whether nobody will be asked for this fact (any more): absent then counts as unknown, imprecise matches nothing exact. */
  readonly isSettled: (fact: FactName) => boolean;
}

/** Kleene's three-valued logic over `condition`. */
export function evaluate(condition: Condition, sight: Sight): Truth {
  switch (condition.kind) {
    case 'is':
      return evaluateIs(condition.fact, condition.values, sight);
    case 'all':
      return first(false, condition.of, sight);
    case 'any':
      return first(true, condition.of, sight);
    case 'not':
      return invert(evaluate(condition.of, sight));
  }
}

/** The facts whose answer can still decide `condition`, in the order it names them; empty unless it is open. */
export function openFacts(condition: Condition, sight: Sight): readonly FactName[] {
  if (evaluate(condition, sight) !== 'open') return [];
  switch (condition.kind) {
    case 'is':
      return [condition.fact];
    case 'all':
    case 'any':
      return [...new Set(condition.of.flatMap((part) => openFacts(part, sight)))];
    case 'not':
      return openFacts(condition.of, sight);
  }
}

/** Every fact that `condition` reads. */
export function factsOf(condition: Condition): readonly FactName[] {
  switch (condition.kind) {
    case 'is':
      return [condition.fact];
    case 'all':
    case 'any':
      return [...new Set(condition.of.flatMap(factsOf))];
    case 'not':
      return factsOf(condition.of);
  }
}

export function allOf(...parts: readonly (Condition | null)[]): Condition {
  return { kind: 'all', of: parts.filter((part) => part !== null) };
}

function evaluateIs(fact: FactName, wanted: readonly FactValue[], sight: Sight): Truth {
  const definition = sight.vocabulary.get(fact);
  if (definition === undefined) throw new Error(`The condition reads the fact "${fact}", which the vocabulary does not have.`);
  const values = valuesOf(sight.facts, definition);
  if (values === null) return sight.isSettled(fact) ? wanted.includes(UNKNOWN) : 'open';
  if (values.some((value) => wanted.includes(value))) return true;
  const mayBecome = values.flatMap((value) => definition.imprecise.get(value) ?? []);
  return !sight.isSettled(fact) && mayBecome.some((value) => wanted.includes(value)) ? 'open' : false;
}

/** The truth that decides, if one part has it; else open, if one part is; else the other truth. */
function first(deciding: boolean, parts: readonly Condition[], sight: Sight): Truth {
  let isOpen = false;
  for (const part of parts) {
    const truth = evaluate(part, sight);
    if (truth === deciding) return truth;
    if (truth === 'open') isOpen = true;
  }
  return isOpen ? 'open' : !deciding;
}

function invert(truth: Truth): Truth {
  return truth === 'open' ? 'open' : !truth;
}
