import { matchesFor, worldOf } from '../advisories/world.ts';
import type { Advisory } from '../advisory.ts';
import type { CaseContent } from '../case-ports.ts';
import type { Knowledge } from '../knowledge/content.ts';
import { positionOf, situationOf } from '../triage/advance.ts';
import { advise } from '../triage/advise.ts';
import type { FactName, Facts, KnownFact } from '../triage/facts.ts';
import { identify } from '../triage/identify.ts';
import type { Intake } from '../triage/intake.ts';
import type { StepId } from '../triage/playbook.ts';
import { maskIdentifiers } from '../understand/mask.ts';

/** What the content of a case is made from. */
export interface Handed {
  /** As it was before it was handed over, so that where it stood can be told. */
  readonly intake: Intake;
  readonly knowledge: Knowledge;
  readonly advisories: readonly Advisory[];
  readonly now: number;
  /** What the employee wrote that no fact holds, oldest first. */
  readonly words?: readonly string[];
  /** Steps that nobody is to be shown. */
  readonly withdrawn?: readonly StepId[] | undefined;
  /** Facts that the employee does not want to go along. */
  readonly leftOut?: readonly FactName[];
}

const MOST_WORDS = 20;
const LONGEST_WORDS = 1000;
const MOST_ADVISORIES = 5;

/** Everything that the helpdesk is told of an intake, with identifiers masked. */
export function contentOf(of: Handed): CaseContent {
  const { intake, knowledge, now, leftOut = [] } = of;
  const isKept = (fact: FactName) => !leftOut.includes(fact);
  const facts = Object.fromEntries(Object.entries(intake.facts).filter(([fact]) => isKept(fact)));
  const contradictions = intake.contradictions.filter(({ fact }) => isKept(fact));
  const world = worldOf(knowledge, of.advisories, now, of.withdrawn);
  const position = intake.state === 'open' ? positionOf(intake, world) : null;
  return {
    problem: identify(intake.facts, knowledge.playbooks).problem,
    facts: mapped(facts, masked),
    contradictions: contradictions.map((one) => ({ ...one, earlier: masked(one.earlier), later: masked(one.later) })),
    tried: Object.entries(intake.outcomes).map(([step, outcome]) => ({ step, outcome })),
    ahead: aheadOf(intake, of),
    advisories: advisoriesOf(intake, of),
    words: wordsOf(facts, of.words ?? []),
    leftOut: leftOut.filter((fact) => Object.hasOwn(intake.facts, fact)),
    stop: position?.kind === 'stop' ? position.stop.id : null,
  };
}

/** What is left of the way for somebody of IT, in its order. What was begun is not over. */
function aheadOf(intake: Intake, { knowledge, advisories, now, withdrawn }: Handed): readonly StepId[] {
  const world = { ...worldOf(knowledge, advisories, now, withdrawn), audience: 'helpdesk' as const };
  return advise(situationOf(intake, world))
    .steps.map((step) => step.id)
    .filter((step) => !Object.hasOwn(intake.outcomes, step) || intake.outcomes[step] === 'begun');
}

/** What Microsoft has open that could be it, and what was set aside; also those that were shown and are over meanwhile. */
function advisoriesOf({ facts, advised, dismissed }: Intake, { knowledge, advisories, now }: Handed): CaseContent['advisories'] {
  const matches = matchesFor(facts, advisories, knowledge, now);
  const open = matches.map(({ advisory: { id }, relevance: { grade, reasons } }) => ({ id, grade, isDismissed: dismissed.includes(id), reasons }));
  const gone = [...new Set([...advised, ...dismissed])].filter((id) => open.every((one) => one.id !== id));
  const history = gone.map((id) => ({ id, grade: 'background' as const, isDismissed: dismissed.includes(id), reasons: [] }));
  return [...open.slice(0, MOST_ADVISORIES), ...history.slice(-MOST_ADVISORIES)];
}

/** In the employee's own words: what facts were read from, and what else they wrote. */
function wordsOf(facts: Facts, others: readonly string[]): readonly string[] {
  const read = Object.values(facts).flatMap(({ source }) =>
    source.kind === 'written' ? [source.words] : source.kind === 'pasted' ? [source.line] : [],
  );
  const said = [...others, ...read].map((words) => maskIdentifiers(words).trim().slice(0, LONGEST_WORDS)).filter((words) => words !== '');
  return [...new Set(said)].filter((words, index, all) => !all.some((other, at) => at !== index && other.includes(words))).slice(-MOST_WORDS);
}

function masked(known: KnownFact): KnownFact {
  switch (known.source.kind) {
    case 'written':
      return { ...known, source: { ...known.source, words: maskIdentifiers(known.source.words) } };
    case 'pasted':
      return { ...known, source: { ...known.source, line: maskIdentifiers(known.source.line) } };
    case 'tapped':
    case 'learned':
    case 'given':
      return known;
  }
}

function mapped(facts: Facts, change: (known: KnownFact) => KnownFact): Facts {
  return Object.fromEntries(Object.entries(facts).map(([fact, known]) => [fact, change(known)]));
}
