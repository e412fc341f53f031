import type { Knowledge } from '../knowledge/content.ts';
import type { FactName } from '../triage/facts.ts';
import type { Audience, Problem } from '../triage/playbook.ts';
import { reachedIn } from './diagram.ts';
import { groundOf } from './ground.ts';
import { questionsBeforeFirstStep } from './questions.ts';
import { type Talks, talksOn } from './talks.ts';
import { type Ways, waysOf } from './ways.ts';

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
  const proved = [...knowledge.problems.values()].map((problem) => proveProblem(problem, knowledge));
  const ways = proved.flatMap((one) => one.ways);
  const talks = proved.flatMap((one) => one.talks);
  const { median } = questionsBeforeFirstStep(knowledge);
  return {
    ways: sum(ways.map((one) => one.ways)),
    states: sum([...ways, ...talks].map((one) => one.states)),
    questions: { before: most(talks.map((one) => one.before.length)), whole: most(talks.map((one) => one.whole.length)), median },
    faults: [
      ...proved.flatMap(({ faults }) => faults),
      ...(median > MEDIAN_BEFORE
        ? [`over the worked paths a median of ${median} questions comes before the first step, more than ${MEDIAN_BEFORE}`]
        : []),
    ],
  };
}

function proveProblem(problem: Problem, knowledge: Knowledge) {
  const grounds = AUDIENCES.map((audience) => groundOf(problem, knowledge, audience));
  const ways = grounds.flatMap((ground) => [waysOf(ground), waysOf(ground, OPEN_FAULT)]);
  const talks = grounds.map(talksOn);
  const faults = [
    ...[...ways, ...talks].flatMap((one) => one.faults),
    ...neverReached(problem, ways, talks),
    ...talks.flatMap(({ before, whole }) => [
      ...tooMany(before, MOST_BEFORE, `${problem.id}: before the first step`),
      ...tooMany(whole, MOST_WHOLE, `${problem.id}: on one way`),
    ]),
  ];
  return { ways, talks, faults: [...new Set(faults)] };
}

function neverReached({ id, branches, questions }: Problem, ways: readonly Ways[], talks: readonly Talks[]): readonly string[] {
  const reached = ways.map(({ root }) => reachedIn(root));
  const missing = (kind: string, named: readonly string[], there: readonly string[]): readonly string[] =>
    [...new Set(named)].filter((name) => !there.includes(name)).map((name) => `${id}: no way reaches the ${kind} "${name}"`);
  return [
    ...missing(
      'step',
      branches.flatMap(({ steps }) => steps),
      reached.flatMap(({ steps }) => [...steps]),
    ),
    ...missing(
      'stop',
      branches.flatMap(({ stops }) => stops.map((stop) => stop.id)),
      reached.flatMap(({ stops }) => [...stops]),
    ),
    ...missing(
      'question',
      questions.map(({ fact }) => fact),
      talks.flatMap(({ asked }) => [...asked]),
    ),
  ];
}

function tooMany(facts: readonly FactName[], limit: number, where: string): readonly string[] {
  return facts.length > limit ? [`${where} there may be ${facts.length} questions, more than ${limit}: ${facts.join(', ')}`] : [];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function most(counts: readonly number[]): number {
  return Math.max(0, ...counts);
}
