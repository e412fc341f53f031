import { advise } from '../triage/advise.ts';
import type { Facts } from '../triage/facts.ts';
import type { Knowledge, ProblemContent, WorkedPath } from './content.ts';
import type { Report } from './faults.ts';
import type { Page } from './page.ts';
import type { Entry } from './read-shape.ts';

/** The ends that Kiku comes to by itself, which no playbook names. */
const OWN_ENDS = ['wait', 'unknown-code', 'no-playbook'];

/** Walks every worked path with the real engine and holds it against what it states; then looks for what no path covers. */
export function checkPaths(knowledge: Knowledge, problems: ReadonlyMap<string, Page>, report: Report): void {
  for (const problem of knowledge.problems.values()) {
    const page = problems.get(problem.id);
    if (page === undefined) continue;
    for (const [index, path] of problem.paths.entries())
      checkPath(path, problem, knowledge, (wrong, todo) => report(page, ['paths', index], wrong, todo));
    checkQuestions(problem, page, report);
  }
}

function checkPath(path: WorkedPath, problem: ProblemContent, knowledge: Knowledge, report: (wrong: string, todo: string) => void): void {
  const { vocabulary, playbooks } = knowledge;
  const facts: Facts = Object.fromEntries(
    Object.entries(path.facts).map(([fact, value]) => [
      fact,
      { values: typeof value === 'string' ? [value] : value, source: { kind: 'given' as const } },
    ]),
  );
  const advice = advise({
    vocabulary,
    playbooks,
    facts,
    outcomes: {},
    askedAgain: [],
    audience: path.audience,
    faults: [],
    withdrawn: [],
    isFinal: true,
  });
  const todo = 'correct the path, or the playbook if the path is right';
  if (advice.problem !== problem.id) {
    report(`the path "${path.title}" leads to ${advice.problem ?? 'no problem'}, not to ${problem.id}`, todo);
    return;
  }
  const steps = advice.steps.map((step) => step.id);
  if (steps.join() !== path.steps.join()) report(`the path "${path.title}" goes ${inWords(steps)}, not ${inWords(path.steps)}`, todo);
  if (advice.stop?.id !== path.stop) report(`the path "${path.title}" ends at ${advice.stop?.id ?? 'no stop'}, not at ${path.stop}`, todo);
}

function inWords(steps: readonly string[]): string {
  return steps.length === 0 ? 'without a step' : steps.join(', ');
}

function checkQuestions(problem: ProblemContent, page: Page, report: Report): void {
  for (const [index, { fact }] of problem.questions.entries())
    if (!problem.paths.some((path) => fact in path.facts))
      report(page, ['questions', index], `no worked path answers the question "${fact}"`, 'add a path on which its answer matters');
}

/** Reports the steps and stops that stand on no worked path. */
export function checkReached(kind: 'steps' | 'stops', entries: readonly Entry<unknown>[], problems: readonly ProblemContent[], report: Report): void {
  const reached = new Set(problems.flatMap((problem) => problem.paths.flatMap((path) => (kind === 'steps' ? path.steps : [path.stop]))));
  for (const { id, page, path } of entries)
    if (!reached.has(id) && !OWN_ENDS.includes(id))
      report(
        page,
        path,
        `the ${kind.slice(0, -1)} "${id}" is on no worked path`,
        'add a path to the problem that says when it is right, and because of what',
      );
}
