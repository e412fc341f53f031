import { advance, type Move, positionOf, situationOf, type World } from '../triage/advance.ts';
import { evaluate } from '../triage/conditions.ts';
import { type FactName, type Facts, type FactValue, isImprecise, UNKNOWN, withFacts } from '../triage/facts.ts';
import { type Gate, gatesAfter } from '../triage/gates.ts';
import { type Intake, newIntake, type Outcome } from '../triage/intake.ts';
import type { StepId } from '../triage/playbook.ts';
import { outlookOn } from '../triage/situation.ts';
import { isPassedOver } from '../triage/walk.ts';
import { type Finding, Findings } from './findings.ts';
import { aheadOf, floorsOf } from './floors.ts';
import { classesAt, type Ground, inKey, projected } from './ground.ts';

/** Everything that can be said and done in the conversations on one problem, for one audience. */
export interface Talks {
  /** How many different places the conversations have. */
  readonly states: number;
  /**
   * The questions before the first step or the end, and on a whole way, of the longest conversation. To ask once more, because an
   * answer was not exact, is the same question.
   */
  readonly before: readonly FactName[];
  readonly whole: readonly FactName[];
  readonly asked: ReadonlySet<FactName>;
  readonly faults: readonly Finding[];
}

/** What pasted output of a command, or bringing the files to safety, settles: not counted as a question on the whole way. */
const SETTLED_ELSEWHERE: readonly FactName[] = ['files', 'proxy', 'join', 'device-auth', 'ciphers', 'default-secure-protocols', 'tls'];

/** Holds every conversation: each answer to each question, each outcome of each step, with the engine that holds the real ones. */
export function talksOn(ground: Ground): Talks {
  const talker = new Talker(ground);
  const ends = startsOf(ground).map((facts) => talker.begin(facts));
  return {
    states: talker.states,
    before: longest(ends.map(({ before }) => before)),
    whole: longest(ends.map(({ whole }) => whole)),
    asked: talker.asked,
    faults: talker.wrong.all(),
  };
}

/** What is known when the problem is: one of its codes, or a symptom, or the product alone. */
function startsOf(ground: Ground): readonly Facts[] {
  const { problem } = ground;
  const toldApart = classesAt(ground.first, ground)
    .of('code')
    .values.filter((code) => problem.codes.includes(code));
  // When no condition tells them apart, any of them stands for all.
  const codes = (toldApart.length > 0 ? toldApart : problem.codes.slice(0, 1)).map((code) => ({ code }));
  const all: readonly Readonly<Record<FactName, FactValue>>[] = [...codes, ...problem.symptoms, ...problem.products.map((product) => ({ product }))];
  return all.map((start) => Object.fromEntries(Object.entries(start).map(([fact, value]) => [fact, given(value)])));
}

/** What follows from a place. `outcome`: a number that is the same where the same steps and stops follow. */
interface Rest {
  readonly outcome: number;
  readonly before: readonly FactName[];
  readonly whole: readonly FactName[];
}

class Talker {
  readonly wrong = new Findings();
  readonly asked = new Set<FactName>();
  readonly #ground: Ground;
  readonly #world: World;
  readonly #floor: ReadonlyMap<Gate, Gate>;
  readonly #stepsAhead: ReadonlyMap<Gate, ReadonlySet<StepId>>;
  readonly #seen = new Map<string, Rest | 'under way'>();
  readonly #outcomes = new Map<string, number>();
  readonly #gates = new WeakMap<Intake, Gate>();

  constructor(ground: Ground) {
    const { knowledge, audience } = ground;
    const { vocabulary, playbooks } = knowledge;
    this.#ground = ground;
    this.#world = { vocabulary, playbooks, audience, withdrawn: [], faultsFor: () => [] };
    const ahead = aheadOf([...ground.order.keys()]);
    this.#floor = floorsOf(ground, ahead);
    this.#stepsAhead = new Map(
      [...ahead].map(([gate, those]) => [gate, new Set([...those].flatMap((each) => (each.kind === 'step' ? [each.step.id] : [])))]),
    );
  }

  get states(): number {
    return this.#seen.size;
  }

  begin(facts: Facts): Rest {
    return this.#go(newIntake('proof'), { kind: 'told', facts });
  }

  #go(intake: Intake, move: Move): Rest {
    return this.#from(advance(intake, move, this.#world).intake);
  }

  #from(intake: Intake): Rest {
    const key = this.#keyOf(intake);
    const seen = this.#seen.get(key);
    if (seen === 'under way') {
      this.#note('the conversation comes back to where it was', intake);
      return END;
    }
    if (seen !== undefined) return seen;
    this.#seen.set(key, 'under way');
    const rest = this.#look(intake);
    this.#seen.set(key, rest);
    return rest;
  }

  #look(intake: Intake): Rest {
    const position = positionOf(intake, this.#world);
    switch (position.kind) {
      case 'ask':
        return this.#ask(position.fact, position.isAgain, intake);
      case 'step':
        return this.#try(position.step.id, intake);
      case 'stop':
        return { outcome: this.#outcome(`stop ${position.stop.id}`), before: [], whole: [] };
      case 'fault':
        throw new Error('There is no advisory in this proof.');
    }
  }

  #ask(fact: FactName, isAgain: boolean, intake: Intake): Rest {
    this.asked.add(fact);
    const answers = this.#answersTo(fact, intake);
    const rests = answers.map((value) => this.#go(intake, { kind: 'told', facts: { [fact]: given(value) } }));
    const outcomes = new Set(rests.map(({ outcome }) => outcome));
    const [only] = outcomes;
    if (outcomes.size === 1 && fact !== 'code') this.#note(`"${fact}" is asked, but no answer changes a step or the end`, intake);
    return {
      outcome: outcomes.size === 1 && only !== undefined ? only : this.#outcome(`ask ${fact} ${rests.map(({ outcome }) => outcome).join()}`),
      before: [...(isAgain ? [] : [fact]), ...longest(rests.map(({ before }) => before))],
      whole: [...(isAgain || SETTLED_ELSEWHERE.includes(fact) ? [] : [fact]), ...longest(rests.map(({ whole }) => whole))],
    };
  }

  /** Any class of answers; a code of another problem would leave this one. What was not exact is made exact, stays as it is, or is not known. */
  #answersTo(fact: FactName, intake: Intake): readonly FactValue[] {
    if (fact === 'code') return ['none', UNKNOWN];
    const gate = this.#gateOf(intake);
    const classes = classesAt(this.#floor.get(gate) ?? gate, this.#ground).of(fact);
    const definition = this.#ground.knowledge.facts.get(fact);
    if (definition === undefined) throw new Error(`There is no fact "${fact}".`);
    const known = intake.facts[fact]?.values[0] ?? null;
    if (known === null || !isImprecise(intake.facts, definition)) return classes.values;
    const exact = new Set((definition.imprecise.get(known) ?? []).map(classes.of));
    return [...exact, known, UNKNOWN];
  }

  #try(step: StepId, intake: Intake): Rest {
    const learns = this.#world.playbooks.steps.get(step)?.learns ?? null;
    const changes = (outcome: 'worked' | 'failing'): boolean => learns !== null && withFacts(intake.facts, learns[outcome]) !== intake.facts;
    const outcomes: readonly Exclude<Outcome, 'begun'>[] = [
      'cannot',
      ...(changes('worked') ? ['worked' as const] : []),
      ...(changes('failing') ? ['failing' as const] : []),
    ];
    const rests = outcomes.map((outcome) => this.#go(intake, { kind: 'tried', step, outcome, revision: intake.revision }));
    return {
      outcome: this.#outcome(`step ${step} ${rests.map(({ outcome }) => outcome).join()}`),
      before: [],
      whole: longest(rests.map(({ whole }) => whole)),
    };
  }

  #outcome(key: string): number {
    const known = this.#outcomes.get(key) ?? this.#outcomes.size;
    this.#outcomes.set(key, known);
    return known;
  }

  /** Places agree when the same gate decides next, and all agrees that can still be read from there on. */
  #keyOf(intake: Intake): string {
    const { order } = this.#ground;
    const gate = this.#gateOf(intake);
    const floor = this.#floor.get(gate) ?? gate;
    const facts = projected(intake.facts, classesAt(floor, this.#ground));
    const outcomes = Object.entries(intake.outcomes).filter(([step]) => this.#stepsAhead.get(floor)?.has(step));
    const code = intake.facts.code === undefined ? 'no code' : '';
    return JSON.stringify([
      order.get(gate),
      code,
      inKey(facts),
      outcomes.map(([step, outcome]) => `${step} ${outcome === 'begun' ? 'begun' : 'done'}`).toSorted(),
      intake.askedAgain.filter((fact) => Object.hasOwn(facts, fact)).toSorted(),
    ]);
  }

  /** The gate that decides what comes next: the first that is open, a step that is not done, or a stop. */
  #gateOf(intake: Intake): Gate {
    const known = this.#gates.get(intake) ?? this.#findGate(intake);
    this.#gates.set(intake, known);
    return known;
  }

  #findGate(intake: Intake): Gate {
    const situation = situationOf(intake, this.#world);
    const outlook = outlookOn(this.#ground.problem, situation);
    const ahead = [this.#ground.first];
    for (let gate = ahead.pop(); gate !== undefined; gate = ahead.pop()) {
      const isHidden = gate.kind === 'step' && isPassedOver(gate.step, situation);
      const truth = isHidden || gate.condition === null || evaluate(gate.condition, outlook);
      if (truth === 'open' || (truth && !isHidden && gate.kind !== 'branch')) return gate;
      ahead.push(...gatesAfter(gate, truth).toReversed());
    }
    throw new Error(`The way of "${this.#ground.problem.id}" has no stop.`);
  }

  #note(what: string, intake: Intake): void {
    const { problem, audience } = this.#ground;
    this.wrong.note('problem', problem.id, `${audience}: ${what}`, intake.facts);
  }
}

const END: Rest = { outcome: -1, before: [], whole: [] };

function given(value: FactValue): Facts[FactName] {
  return { values: [value], source: { kind: 'given' } };
}

function longest(lists: readonly (readonly FactName[])[]): readonly FactName[] {
  return lists.reduce((long, list) => (list.length > long.length ? list : long), []);
}
