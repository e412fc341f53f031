import type { Knowledge } from '../knowledge/content.ts';
import type { FactName } from '../triage/facts.ts';
import type { Audience } from '../triage/playbook.ts';
import { reachedIn } from './diagram.ts';
import { groundOf } from './ground.ts';
import { questionsBeforeFirstStep } from './questions.ts';
import { talksOn } from './talks.ts';
import { waysOf } from './ways.ts';

/** What the proof went through, and what it found wrong; no fault: it holds. */
export interface Proof {
  readonly ways: number;
  readonly states: number;
  /** The most questions before the first step or the end, and on a whole way; the median before, over the worked paths. */
  readonly questions: { readonly before: number; readonly whole: number; readonly median: number };
  readonly faults: readonly string[];
}

const MOST_BEFORE = 5;
const MOST_WHOLE = 12;
const MEDIAN_BEFORE = 4;
const AUDIENCES: readonly Audience[] = ['employee', 'helpdesk'];
/** A fault of Microsoft's stands for any: which one it is changes no step. */
const OPEN_FAULT = [{ advisory: 'an open advisory', remedy: 'microsoft' }] as const;

/** Walks every distinguishable way of every problem for both audiences, and holds every conversation on it. */
export function prove(knowledge: Knowledge): Proof {
  const parts = [...knowledge.problems.values()].map((problem) => proveProblem(problem.id, knowledge));
  const median = questionsBeforeFirstStep(knowledge).median;
  const tooMany =
    median > MEDIAN_BEFORE ? [`over the worked paths a median of ${median} questions comes before the first step, more than ${MEDIAN_BEFORE}`] : [];
  return {
    ways: sum(parts.map(({ ways }) => ways)),
    states: sum(parts.map(({ states }) => states)),
    questions: { before: most(parts.map(({ before }) => before)), whole: most(parts.map(({ whole }) => whole)), median },
    faults: [...parts.flatMap(({ faults }) => faults), ...tooMany],
  };
}

function proveProblem(id: string, knowledge: Knowledge) {
  const problem = knowledge.problems.get(id);
  if (problem === undefined) throw new Error(`There is no problem "${id}".`);
  const proved = AUDIENCES.map((audience) => {
    const ground = groundOf(problem, knowledge, audience);
    const ways = [waysOf(ground), waysOf(ground, OPEN_FAULT)];
    return { audience, ways, talks: talksOn(ground) };
  });
  const all = proved.flatMap(({ ways }) => ways);
  const talks = proved.map((one) => one.talks);
  const reached = all.map(({ root }) => reachedIn(root));
  const never = [
    ...missing(
      problem.branches.flatMap(({ steps }) => steps),
      new Set(reached.flatMap(({ steps }) => [...steps])),
      'step',
      id,
    ),
    ...missing(
      problem.branches.flatMap(({ stops }) => stops.map((stop) => stop.id)),
      new Set(reached.flatMap(({ stops }) => [...stops])),
      'stop',
      id,
    ),
    ...missing(
      problem.questions.map(({ fact }) => fact),
      new Set(talks.flatMap(({ asked }) => [...asked])),
      'question',
      id,
    ),
  ];
  const before = most(talks.map((one) => one.before));
  const whole = most(talks.map((one) => one.whole));
  return {
    ways: sum(all.map((one) => one.ways)),
    states: sum([...all, ...talks].map((one) => one.states)),
    before,
    whole,
    faults: [
      ...all.flatMap(({ faults }) => faults),
      ...talks.flatMap(({ faults }) => faults),
      ...never,
      ...(before > MOST_BEFORE ? [`${id}: ${before} questions may come before the first step, more than ${MOST_BEFORE}`] : []),
      ...(whole > MOST_WHOLE ? [`${id}: ${whole} questions may come on one way, more than ${MOST_WHOLE}`] : []),
    ],
  };
}

function missing(named: readonly FactName[], reached: ReadonlySet<string>, kind: string, problem: string): readonly string[] {
  return [...new Set(named)].filter((name) => !reached.has(name)).map((name) => `${problem}: no way reaches the ${kind} "${name}"`);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function most(counts: readonly number[]): number {
  return Math.max(0, ...counts);
}
