import { type Relevance, relevance } from '../advisories/relevance.ts';
import type { Knowledge } from '../knowledge/content.ts';
import type { Advisory } from '../ports.ts';
import type { World } from '../triage/advance.ts';
import type { Facts } from '../triage/facts.ts';
import { identify } from '../triage/identify.ts';

/** An advisory and what it is to one person. */
export interface Match {
  readonly advisory: Advisory;
  readonly relevance: Relevance;
}

const GRADES = ['likely', 'possible', 'background'];

/** The advisories that concern these facts, the likeliest first, then the newest. */
export function matchesFor(facts: Facts, advisories: readonly Advisory[], knowledge: Knowledge, at: number): readonly Match[] {
  const { problem } = identify(facts, knowledge.playbooks);
  return advisories
    .flatMap((advisory) => {
      const found = relevance(advisory, { facts, problem, at }, knowledge.topics);
      return found === null ? [] : [{ advisory, relevance: found }];
    })
    .sort((left, right) => rank(left) - rank(right) || right.advisory.updatedAt - left.advisory.updatedAt);
}

/** What the core decides with, beside the intake. */
export function worldOf(knowledge: Knowledge, advisories: readonly Advisory[], at: number): World {
  return {
    vocabulary: knowledge.vocabulary,
    playbooks: knowledge.playbooks,
    withdrawn: [],
    faultsFor: (facts) =>
      matchesFor(facts, advisories, knowledge, at)
        .filter((match) => match.relevance.grade === 'likely' && !match.advisory.isResolved)
        .map((match) => ({ advisory: match.advisory.id, remedy: match.relevance.remedy })),
  };
}

function rank(match: Match): number {
  return GRADES.indexOf(match.relevance.grade);
}
