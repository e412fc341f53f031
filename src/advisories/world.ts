import type { Advisory } from '../advisory.ts';
import type { Knowledge } from '../knowledge/content.ts';
import type { World } from '../triage/advance.ts';
import type { Facts } from '../triage/facts.ts';
import type { StepId } from '../triage/playbook.ts';
import { type Relevance, relevance } from './relevance.ts';
import { troubleOf } from './trouble.ts';

/** An open advisory and what it is to one person. */
export interface Match {
  readonly advisory: Advisory;
  readonly relevance: Relevance;
}

const GRADES = ['likely', 'possible', 'background'];

/** What was last found for the same facts: a turn looks several times, and looking is the dearest thing it does. */
const found = new WeakMap<Facts, { readonly advisories: readonly Advisory[]; readonly at: number; readonly matches: readonly Match[] }>();

/** The open advisories that concern these facts, the likeliest first, then the newest. */
export function matchesFor(facts: Facts, advisories: readonly Advisory[], knowledge: Knowledge, at: number): readonly Match[] {
  const known = found.get(facts);
  if (known !== undefined && known.advisories === advisories && known.at === at) return known.matches;
  const matches = match(facts, advisories, knowledge, at);
  found.set(facts, { advisories, at, matches });
  return matches;
}

function match(facts: Facts, advisories: readonly Advisory[], knowledge: Knowledge, at: number): readonly Match[] {
  const trouble = troubleOf(facts, at, knowledge.playbooks);
  return advisories
    .filter((advisory) => !advisory.isResolved)
    .flatMap((advisory) => {
      const told = relevance(advisory, trouble, knowledge.topics);
      return told === null ? [] : [{ advisory, relevance: told }];
    })
    .sort((left, right) => rank(left) - rank(right) || right.advisory.updatedAt - left.advisory.updatedAt);
}

/** What the core decides with, beside the intake. The same object while nothing has changed. */
export function worldOf(knowledge: Knowledge, advisories: readonly Advisory[], at: number, withdrawn: readonly StepId[] = NONE): World {
  const isSame = latest?.knowledge === knowledge && latest.advisories === advisories && latest.at === at && latest.withdrawn === withdrawn;
  if (latest === null || !isSame) latest = { knowledge, advisories, at, withdrawn, world: newWorld(knowledge, advisories, at, withdrawn) };
  return latest.world;
}

const NONE: readonly StepId[] = [];

let latest: {
  readonly knowledge: Knowledge;
  readonly advisories: readonly Advisory[];
  readonly at: number;
  readonly withdrawn: readonly StepId[];
  readonly world: World;
} | null = null;

function newWorld(knowledge: Knowledge, advisories: readonly Advisory[], at: number, withdrawn: readonly StepId[]): World {
  return {
    vocabulary: knowledge.vocabulary,
    playbooks: knowledge.playbooks,
    withdrawn,
    audience: 'employee',
    faultsFor: (facts) =>
      matchesFor(facts, advisories, knowledge, at)
        .filter((one) => one.relevance.grade === 'likely')
        .map((one) => ({ advisory: one.advisory.id, remedy: one.relevance.remedy })),
  };
}

function rank(one: Match): number {
  return GRADES.indexOf(one.relevance.grade);
}
