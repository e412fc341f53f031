import type { Knowledge } from '../knowledge/content.ts';
import type { FactName } from '../triage/facts.ts';
import type { Audience, Problem } from '../triage/playbook.ts';
import { reachedIn } from './diagram.ts';
import type { Finding } from './findings.ts';
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
  readonly faults: readonly Finding[];
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
    faults: [...proved.flatMap(({ faults }) => faults), ...(median > MEDIAN_BEFORE ? [tooSlow(median)] : [])],
  };
}

/** Proves one problem. */
export function proveProblem(problem: Problem, knowledge: Knowledge) {
  const grounds = AUDIENCES.map((audience) => groundOf(problem, knowledge, audience));
  const ways = grounds.flatMap((ground) => [waysOf(ground), waysOf(ground, OPEN_FAULT)]);
  const talks = grounds.map(talksOn);
  const faults = [
    ...[...ways, ...talks].flatMap((one) => one.faults),
    ...neverReached(problem, ways, talks),
    ...talks.flatMap(({ before, whole }) => [
      ...tooMany(problem, before, MOST_BEFORE, 'before the first step'),
      ...tooMany(problem, whole, MOST_WHOLE, 'on one way'),
    ]),
  ];
  return { ways, talks, faults: once(faults) };
}

function neverReached({ id, branches, questions }: Problem, ways: readonly Ways[], talks: readonly Talks[]): readonly Finding[] {
  const reached = ways.map(({ root }) => reachedIn(root));
  const missing = (kind: string, named: readonly string[], there: readonly string[]): readonly Finding[] =>
    [...new Set(named)].filter((name) => !there.includes(name)).map((name) => wrong(id, `no way reaches the ${kind} "${name}"`));
  const steps = branches.flatMap((branch) => branch.steps);
  const stops = branches.flatMap((branch) => branch.stops.map((stop) => stop.id));
  const facts = questions.map(({ fact }) => fact);
  return [
    ...missing(
      'step',
      steps,
      reached.flatMap((each) => [...each.steps]),
    ),
    ...missing(
      'stop',
      stops,
      reached.flatMap((each) => [...each.stops]),
    ),
    ...missing(
      'question',
      facts,
      talks.flatMap(({ asked }) => [...asked]),
    ),
  ];
}

function tooMany({ id }: Problem, facts: readonly FactName[], limit: number, where: string): readonly Finding[] {
  return facts.length > limit ? [wrong(id, `${where} there may be ${facts.length} questions, more than ${limit}: ${facts.join(', ')}`)] : [];
}

function tooSlow(median: number): Finding {
  return wrong('', `over the worked paths a median of ${median} questions comes before the first step, more than ${MEDIAN_BEFORE}`);
}

/** The same may be wrong with and without a fault of Microsoft's. */
function once(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.about.id} ${finding.sentence}`, finding])).values()];
}

function wrong(problem: string, sentence: string): Finding {
  return { about: { kind: 'problem', id: problem }, sentence };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function most(counts: readonly number[]): number {
  return Math.max(0, ...counts);
}
