import { weigh, withoutOpen } from './evidence.ts';
import type { Facts, KnownFact, Vocabulary } from './facts.ts';
import type { Intake } from './intake.ts';
import type { Position } from './next.ts';
import type { Playbooks } from './playbook.ts';

/** The intake with `added` weighed against what it knows; what contradicts it waits to be asked about. */
export function takeIn(intake: Intake, added: Facts, { vocabulary, playbooks }: { vocabulary: Vocabulary; playbooks: Playbooks }): Intake {
  if (Object.keys(added).length === 0) return intake;
  const isChanged = Object.entries(intake.outcomes).some(
    ([step, outcome]) => (outcome === 'worked' || outcome === 'failing') && playbooks.steps.get(step)?.learns === null,
  );
  const { facts, contradictions } = weigh(intake.facts, withAllTried(intake.facts, added), { vocabulary, known: intake.contradictions, isChanged });
  return { ...intake, facts, contradictions: [...intake.contradictions, ...contradictions] };
}

/** What was tried adds up. */
function withAllTried({ tried: before }: Facts, added: Facts): Facts {
  const { tried } = added;
  return before === undefined || tried === undefined
    ? added
    : { ...added, tried: { ...tried, values: [...new Set([...before.values, ...tried.values])] } };
}

/** The intake when the person goes on from `position`: who was asked there which of two is right is not asked again, whether they answered or not. */
export function passed(intake: Intake, position: Position): Intake {
  const isAsked = position.kind === 'ask' && position.contradiction !== undefined;
  return isAsked ? { ...intake, contradictions: withoutOpen(intake.contradictions) } : intake;
}

/** What answers a question that stands there is meant, whatever was said before. */
export function deliberate(answer: KnownFact): KnownFact {
  return answer.source.kind === 'written' ? { ...answer, source: { ...answer.source, isDeliberate: true } } : answer;
}
