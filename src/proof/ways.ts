import type { SafetyRule, StepContent } from '../knowledge/content.ts';
import { type Condition, evaluate, openFacts, type Sight } from '../triage/conditions.ts';
import { type FactName, type Facts, type FactValue, UNKNOWN } from '../triage/facts.ts';
import type { Gate } from '../triage/gates.ts';
import type { Step } from '../triage/playbook.ts';
import type { Situation } from '../triage/situation.ts';
import { isPassedOver, stopOf } from '../triage/walk.ts';
import { countWays, type Way, WayPool } from './diagram.ts';
import { type Finding, Findings } from './findings.ts';
import { classesAt, contentOf, type Ground, inKey, projected } from './ground.ts';
import { judge } from './judge.ts';

/** Every distinguishable way of a problem for one audience, with nothing left to be asked. */
export interface Ways {
  readonly root: Way;
  /** How many ways lead from the beginning to an end. */
  readonly ways: number;
  /** How many places were looked at, those that agree in all that still matters counted once. */
  readonly states: number;
  readonly faults: readonly Finding[];
}

/** Walks every distinguishable way: all facts decided, and each split only when the real conditions read it. */
export function waysOf(ground: Ground, faults: Situation['faults'] = []): Ways {
  const walker = new Walker(ground, faults);
  const root = walker.visit(ground.first, {}, []);
  return { root, ways: countWays(root), states: walker.states, faults: walker.wrong.all() };
}

class Walker {
  readonly wrong = new Findings();
  readonly #ground: Ground;
  readonly #situation: Situation;
  readonly #seen = new Map<string, Way>();
  readonly #pool = new WayPool();
  readonly #after: readonly RegExp[];

  constructor(ground: Ground, faults: Situation['faults']) {
    const { knowledge, audience } = ground;
    const { vocabulary, playbooks } = knowledge;
    this.#ground = ground;
    this.#situation = { vocabulary, playbooks, facts: {}, outcomes: {}, askedAgain: [], audience, faults, withdrawn: [], isFinal: true };
    this.#after = [...new Set([...ground.rules.values()].flat())].flatMap(({ after }) => after ?? []);
  }

  get states(): number {
    return this.#seen.size;
  }

  visit(gate: Gate | null, known: Facts, before: readonly StepContent[]): Way {
    if (gate === null) return this.#nowhere(known);
    const facts = this.#projected(gate, known);
    const key = `${this.#ground.order.get(gate)}|${inKey(facts)}|${before.map(({ id }) => id).join()}`;
    const seen = this.#seen.get(key) ?? this.#look(gate, facts, before);
    this.#seen.set(key, seen);
    return seen;
  }

  #look(gate: Gate, facts: Facts, before: readonly StepContent[]): Way {
    if (gate.kind === 'step' && this.#isHidden(gate.step)) return this.visit(gate.next, facts, before);
    const sight = this.#sight(facts);
    const truth = gate.condition === null || evaluate(gate.condition, sight);
    if (truth === 'open' && gate.condition !== null) return this.#split(gate, gate.condition, facts, before, sight);
    switch (gate.kind) {
      case 'branch':
        return this.visit(truth === true ? gate.ifTrue : gate.ifFalse, facts, before);
      case 'step':
        return truth === true ? this.#shown(gate, facts, before) : this.visit(gate.next, facts, before);
      case 'stop':
        return truth === true ? this.#pool.stop(stopOf(gate.rule, this.#situation)) : this.visit(gate.ifFalse, facts, before);
    }
  }

  #isHidden(step: Step): boolean {
    return !this.#ground.isWatched(step.id) || isPassedOver(step, this.#situation);
  }

  #split(gate: Gate, condition: Condition, facts: Facts, before: readonly StepContent[], sight: Sight): Way {
    const fact = openFacts(condition, sight)[0];
    if (fact === undefined) throw new Error('A condition is open, but hangs on no fact.');
    const classes = classesAt(gate, this.#ground).of(fact);
    const on = new Map(classes.values.map((value) => [value, this.visit(gate, { ...facts, [fact]: given(value) }, before)]));
    return this.#pool.split(fact, classes.of, on);
  }

  #shown(gate: Extract<Gate, { kind: 'step' }>, facts: Facts, before: readonly StepContent[]): Way {
    const step = contentOf(gate.step.id, this.#ground.knowledge);
    const rules = this.#ground.rules.get(step) ?? [];
    this.#hold(step, rules, facts, before);
    return this.#pool.step(step, this.visit(gate.next, facts, this.#remembered(step, before)));
  }

  /** Holds a shown step against the safety rules, and against the law that an unknown opens no guard. */
  #hold(step: StepContent, rules: readonly SafetyRule[], facts: Facts, before: readonly StepContent[]): void {
    const { audience, problem } = this.#ground;
    const sight = this.#sight(facts);
    const found = judge({ step, before }, audience, (needs) => evaluate(needs, sight) === true, rules);
    for (const { sentence } of found) this.wrong.note('step', step.id, `${problem.id}, ${audience}: ${sentence}`, facts);
    const stated = Object.fromEntries(Object.entries(facts).filter(([, { values }]) => values[0] !== UNKNOWN));
    if (step.guard !== null && evaluate(step.guard, this.#sight(stated)) !== true)
      this.wrong.note('step', step.id, `${problem.id}, ${audience}: an unknown opens the guard of "${step.id}"`, facts);
  }

  /** Of the steps before, only those matter whose commands a rule may ask for. */
  #remembered(step: StepContent, before: readonly StepContent[]): readonly StepContent[] {
    const isAskedFor = step.commands.some(({ text }) => this.#after.some((pattern) => pattern.test(text)));
    return isAskedFor && !before.includes(step) ? [...before, step] : before;
  }

  #nowhere(known: Facts): Way {
    const { problem, audience } = this.#ground;
    this.wrong.note('problem', problem.id, `${audience}: a way ends nowhere`, known);
    return this.#pool.nowhere();
  }

  #projected(gate: Gate, known: Facts): Facts {
    return projected(known, classesAt(gate, this.#ground));
  }

  /** What is decided is settled; the rest is open until a condition reads it. */
  #sight(facts: Facts): Sight {
    return { vocabulary: this.#situation.vocabulary, facts, isSettled: (fact) => Object.hasOwn(facts, fact) };
  }
}

function given(value: FactValue): Facts[FactName] {
  return { values: [value], source: { kind: 'given' } };
}
