import { checkPaths } from '../../src/knowledge/check-paths.ts';
import type { Knowledge, ProblemContent } from '../../src/knowledge/content.ts';
import type { Page } from '../../src/knowledge/page.ts';
import { contentOf, groundOf } from '../../src/proof/ground.ts';
import { rulesFor } from '../../src/proof/judge.ts';
import { waysOf } from '../../src/proof/ways.ts';
import type { Mutant } from './mutants.ts';

/** Whether the worked paths see that something is wrong. */
export function isSeenByPaths({ problems, knowledge }: Mutant): boolean {
  let isSeen = false;
  const pages = new Map(problems.map(({ id }) => [id, PAGE]));
  checkPaths(knowledge, pages, () => {
    isSeen = true;
  });
  return isSeen;
}

/** Whether the safety rules do, on any distinguishable way. A step's safety hangs on no other step but those that must come before it. */
export function isSeenByRules({ problems, knowledge, steps }: Mutant): boolean {
  return problems.some((problem) => isUnsafe(problem, knowledge, withThoseBefore(steps, knowledge)));
}

function isUnsafe(problem: ProblemContent, knowledge: Knowledge, watched: ReadonlySet<string>): boolean {
  return (['employee', 'helpdesk'] as const).some((audience) => waysOf(groundOf(problem, knowledge, audience, watched)).faults.length > 0);
}

function withThoseBefore(steps: readonly string[], { safety, ...knowledge }: Knowledge): ReadonlySet<string> {
  const rules = steps.flatMap((id) => rulesFor(contentOf(id, { ...knowledge, safety }), safety));
  const wanted = rules.flatMap(({ after }) => after ?? []);
  const before = [...knowledge.steps.values()].filter(({ commands }) => commands.some(({ text }) => wanted.some((pattern) => pattern.test(text))));
  return new Set([...steps, ...before.map(({ id }) => id)]);
}

const PAGE: Page = { file: 'mutant', value: {}, isBroken: false, lineOf: () => 1 };
