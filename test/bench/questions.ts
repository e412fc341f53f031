import { knowledgeFolders } from '../../src/config.ts';
import type { Knowledge, ProblemContent } from '../../src/knowledge/content.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { advance, positionOf, type World } from '../../src/triage/advance.ts';
import { type Facts, type FactValue, UNKNOWN } from '../../src/triage/facts.ts';
import { newIntake } from '../../src/triage/intake.ts';

// How many questions Kiku asks until a way has ended, against the order of the documents. Nobody pastes anything, no step works, and every
// person knows every answer, so this is the worst case for both.

/**
 * What the documents' order asks of everybody: app and code, system, whether the web works, where the device is, which account, who else,
 * whose device and which rights. Everything else is asked there too only when the branch needs it.
 */
const OF_EVERYBODY = ['code', 'os', 'web', 'network', 'account', 'affected', 'device', 'rights'];
const PEOPLE = 400;
const TOLD = ['code', 'symptom', 'product'];

type Person = Readonly<Record<string, readonly FactValue[]>>;

const { knowledge } = readKnowledge(knowledgeFolders({}));
const { vocabulary, playbooks } = knowledge;
const world: World = { vocabulary, playbooks, audience: 'employee', withdrawn: [], faultsFor: () => [] };

const rows = [...knowledge.problems.values()].map((problem) => rowOf(problem, knowledge));
console.table(Object.fromEntries(rows));

function rowOf(problem: ProblemContent, of: Knowledge) {
  const onPaths = problem.paths.filter(({ audience }) => audience === 'employee').map(({ facts }) => asPerson(facts));
  const random = Array.from({ length: PEOPLE }, (_, seed) => randomPerson(problem, of, seed + 1));
  return [problem.id, { ...compared('paths', onPaths), ...compared('people', random) }] as const;
}

function compared(name: string, people: readonly Person[]) {
  const pairs = people.map((person) => ({ kiku: countOf(person, []), fixed: countOf(person, OF_EVERYBODY) }));
  const mean = (of: (pair: { kiku: number; fixed: number }) => number): number =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / Math.max(1, pairs.length);
  const [kiku, fixed] = [mean((pair) => pair.kiku), mean((pair) => pair.fixed)];
  return {
    [`${name}: mean`]: kiku.toFixed(1),
    [`${name}: fixed`]: fixed.toFixed(1),
    [`${name}: fewer`]: fixed === 0 ? '' : `${Math.round((1 - kiku / fixed) * 100)} %`,
    [`${name}: worst`]: Math.max(0, ...pairs.map((pair) => pair.kiku)),
    [`${name}: more`]: pairs.filter((pair) => pair.kiku > pair.fixed).length,
  };
}

/** Questions until the end of the way; `first` are asked before anything else, whether they matter or not. */
function countOf(person: Person, first: readonly string[]): number {
  const told = Object.keys(person).filter((fact) => TOLD.includes(fact));
  const asked = new Set(first.filter((fact) => !told.includes(fact)));
  let { intake } = advance(newIntake('bench'), { kind: 'told', facts: answers(person, [...told, ...asked]) }, world);
  for (let position = positionOf(intake, world); position.kind !== 'stop'; position = positionOf(intake, world)) {
    if (position.kind === 'step') {
      ({ intake } = advance(intake, { kind: 'tried', step: position.step.id, outcome: 'cannot', revision: intake.revision }, world));
    } else if (position.kind === 'ask') {
      asked.add(position.fact);
      ({ intake } = advance(intake, { kind: 'told', facts: answers(person, [position.fact]) }, world));
    }
  }
  return asked.size;
}

function answers(person: Person, facts: readonly string[]): Facts {
  return Object.fromEntries(
    facts.map((fact) => [fact, { values: person[fact] ?? [fact === 'code' ? 'none' : UNKNOWN], source: { kind: 'tapped' as const } }]),
  );
}

function asPerson(facts: Readonly<Record<string, FactValue | readonly FactValue[]>>): Person {
  return Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, [value].flat()]));
}

/** The same seed gives the same person. */
function randomPerson(problem: ProblemContent, { facts }: Knowledge, seed: number): Person {
  let state = seed * 2_654_435_761;
  const pick = <T>(list: readonly T[]): T | undefined => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)];
  };
  const starts = [
    ...problem.codes.map((code) => ({ code: [code] })),
    ...problem.symptoms.map(({ product, symptom }) => ({ product: [product], symptom: [symptom], code: ['none'] })),
  ];
  const rest = [...facts.values()]
    .filter(({ name, question }) => !TOLD.includes(name) && question !== null)
    .map((fact) => [fact.name, [pick(fact.values.filter(({ isOffered }) => isOffered))?.value ?? UNKNOWN]] as const);
  return { ...Object.fromEntries(rest), ...pick(starts) };
}
