import { factsOf } from '../triage/conditions.ts';
import type { Problem, Question } from '../triage/playbook.ts';
import { compileCondition } from './compile-condition.ts';
import type { ProblemContent } from './content.ts';
import type { Report } from './faults.ts';
import { isFact, isValue, type Known, namesExist } from './known.ts';
import type { Entry } from './read-shape.ts';
import type { RawProblem } from './shapes.ts';

/** The problems with their playbooks and worked paths; what is wrong with one is reported. */
export function compileProblems(entries: readonly Entry<RawProblem>[], known: Known, report: Report): ReadonlyMap<string, ProblemContent> {
  checkCodes(entries, report);
  return new Map(entries.map((entry) => [entry.value.id, compileProblem(entry, known, report)]));
}

function compileProblem(entry: Entry<RawProblem>, known: Known, report: Report): ProblemContent {
  const { value: raw, page } = entry;
  const questions = questionsOf(entry, known, report);
  for (const [index, fact] of raw.opening.entries())
    if (!questions.some((question) => question.fact === fact))
      report(page, ['opening', index], `the opening asks "${fact}", which is not among the questions`, 'add it to questions');
  for (const [index, row] of raw.symptoms.entries()) {
    isValue('product', row.product, known, report, page, ['symptoms', index, 'product']);
    isValue('symptom', row.symptom, known, report, page, ['symptoms', index, 'symptom']);
  }
  for (const [index, product] of raw.products.entries()) isValue('product', product, known, report, page, ['products', index]);
  checkPaths(entry, known, report);
  return {
    id: raw.id,
    title: raw.title,
    asks: new Map(raw.questions.flatMap(({ fact, words }) => (words === undefined ? [] : [[fact, words]]))),
    codes: raw.codes,
    symptoms: raw.symptoms,
    products: raw.products,
    opening: raw.opening,
    questions,
    branches: branchesOf(entry, known, report),
    paths: raw.paths,
  };
}

function questionsOf({ value: raw, page }: Entry<RawProblem>, known: Known, report: Report): readonly Question[] {
  const questions = raw.questions.map(({ fact, audience, askIf }, index): Question => {
    const path = ['questions', index, 'fact'];
    if (isFact(fact, known, report, page, path) && known.facts.get(fact)?.question === null)
      report(page, path, `the fact "${fact}" is asked here but has no question`, 'add "question" to it in facts.yaml');
    if (raw.questions.findIndex((other) => other.fact === fact) < index) report(page, path, `"${fact}" is asked twice`, 'keep one of the two');
    return {
      fact,
      audience: audience ?? 'employee',
      askIf: compileCondition(askIf, { page, path: ['questions', index, 'askIf'], known, report, isGuard: false }),
    };
  });
  for (const [index, question] of questions.entries()) {
    const circle = circleFrom(question.fact, questions, []);
    if (circle !== null)
      report(
        page,
        ['questions', index, 'askIf'],
        `whether to ask "${question.fact}" hangs on itself (${circle.join(' → ')})`,
        'take one askIf out of the circle',
      );
  }
  return questions;
}

/** The facts on the way from `fact` back to itself along `askIf`, or `null`. */
function circleFrom(fact: string, questions: readonly Question[], way: readonly string[]): readonly string[] | null {
  if (way[0] === fact) return [...way, fact];
  if (way.includes(fact)) return null;
  const askIf = questions.find((question) => question.fact === fact)?.askIf ?? null;
  const next = askIf === null ? [] : factsOf(askIf);
  return next.map((each) => circleFrom(each, questions, [...way, fact])).find((circle) => circle !== null) ?? null;
}

function branchesOf({ value: raw, page }: Entry<RawProblem>, known: Known, report: Report): Problem['branches'] {
  checkEnds(raw.branches, 'branch', ['branches'], page, report);
  return raw.branches.map((branch, index) => {
    const path = ['branches', index];
    checkEnds(branch.stops, 'stop', [...path, 'stops'], page, report);
    namesExist(branch.steps, known.steps, 'step', 'a file in steps/', report, page, [...path, 'steps']);
    return {
      id: branch.id,
      when: compileCondition(branch.when, { page, path: [...path, 'when'], known, report, isGuard: false }),
      steps: branch.steps,
      stops: branch.stops.map((stop, at) => {
        const place = [...path, 'stops', at];
        namesExist([stop.id], known.stops, 'stop', 'a file in stops/', report, page, place);
        return {
          id: stop.id,
          kind: stop.kind,
          when: compileCondition(stop.when, { page, path: [...place, 'when'], known, report, isGuard: false }),
          isDespiteFault: stop.despiteFault ?? false,
        };
      }),
    };
  });
}

type Ended = { readonly id: string; readonly when?: unknown };

/** The last of a list has no condition, so that a way always goes on; every other has one, or nothing after it is reached. */
function checkEnds(list: readonly Ended[], kind: string, path: readonly PropertyKey[], page: Entry<RawProblem>['page'], report: Report): void {
  for (const [index, each] of list.entries()) {
    const isLast = index === list.length - 1;
    if (isLast && each.when !== undefined)
      report(
        page,
        [...path, index],
        `the last ${kind} ("${each.id}") has a condition, so a way may end nowhere`,
        `take its "when" out, or add a ${kind} without one behind it`,
      );
    if (!isLast && each.when === undefined)
      report(page, [...path, index], `nothing behind the ${kind} "${each.id}" is ever reached`, 'give it a "when", or move it to the end');
    if (kind === 'branch' && list.findIndex((other) => other.id === each.id) < index)
      report(page, [...path, index], `there are two branches "${each.id}"`, 'rename one');
  }
}

function checkPaths({ value: raw, page }: Entry<RawProblem>, known: Known, report: Report): void {
  for (const [index, path] of raw.paths.entries()) {
    const place = ['paths', index];
    for (const [fact, value] of Object.entries(path.facts)) {
      if (!isFact(fact, known, report, page, [...place, 'facts', fact])) continue;
      for (const each of typeof value === 'string' ? [value] : value) isValue(fact, each, known, report, page, [...place, 'facts', fact]);
    }
    namesExist(path.steps, known.steps, 'step', 'a file in steps/', report, page, [...place, 'steps']);
    namesExist([path.stop], known.stops, 'stop', 'a file in stops/', report, page, [...place, 'stop']);
  }
}

function checkCodes(entries: readonly Entry<RawProblem>[], report: Report): void {
  const owner = new Map<string, string>();
  for (const { value: raw, page } of entries) {
    for (const [index, code] of raw.codes.entries()) {
      const other = owner.get(code);
      if (other !== undefined)
        report(page, ['codes', index], `the code ${code} belongs to the problem "${other}" already`, 'keep it in one of the two');
      owner.set(code, raw.id);
    }
  }
}
