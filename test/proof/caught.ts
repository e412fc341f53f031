import { checkPaths } from '../../src/knowledge/check-paths.ts';
import type { Knowledge, ProblemContent } from '../../src/knowledge/content.ts';
import type { Page } from '../../src/knowledge/page.ts';
import { proveProblem } from '../../src/proof/prove.ts';
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

/** Whether the proof does: the safety rules on every way, and what must hold of every conversation. */
export function isSeenByProof({ problems, knowledge }: Mutant): boolean {
  return problems.some((problem) => isWrong(problem, knowledge));
}

function isWrong(problem: ProblemContent, knowledge: Knowledge): boolean {
  try {
    return proveProblem(problem, knowledge).faults.length > 0;
  } catch {
    // A playbook so wrong that the engine cannot walk it does not pass the check.
    return true;
  }
}

const PAGE: Page = { file: 'mutant', value: {}, isBroken: false, lineOf: () => 1 };
