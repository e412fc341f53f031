import { type Relevance, relevance } from '../advisories/relevance.ts';
import type { Transition } from '../advisories/transitions.ts';
import { troubleOf } from '../advisories/trouble.ts';
import type { Advisory } from '../advisory.ts';
import type { AlertPart, AlertReason, Candidate, CandidateIntake, FanOut, PlannedAlert } from '../alert-ports.ts';
import { type AlertWishes, EVERY_SERVICE, type QuietHours } from '../alert-wishes.ts';
import type { Knowledge } from '../knowledge/content.ts';
import { outsideQuietHours } from './when.ts';

/** What deciding takes beside the person and the fan-out. */
export interface Ground {
  readonly knowledge: Pick<Knowledge, 'playbooks' | 'topics'>;
  /** The organisation's quiet hours. */
  readonly quiet: QuietHours | 'none';
  readonly defaultTimeZone: string;
}

/** Those that are worth a new message to somebody whose chat has no card; the others only put cards up to date. */
const LOUD: readonly Transition[] = ['new', 'became-incident', 'reopened'];

/** How long ago an intake may have been touched, of which only the OS is not known, to be told that it may be this. */
const FRESH_MS = 24 * 60 * 60 * 1000;

/**
 * What one person is told by a fan-out; empty when it does not concern them. Somebody with an unsolved intake that is *likely* to be this,
 * somebody who follows the service, and somebody in whose chat a card about it stands.
 */
export function alertsFor(candidate: Candidate, fanOut: FanOut, now: number, ground: Ground): readonly PlannedAlert[] {
  const { advisory, transitions } = fanOut;
  if (isMuted(candidate.wishes, advisory)) return [];
  const hit = concernedIntake(candidate, advisory, now, ground.knowledge);
  const isFollowed = candidate.wishes.follows.includes(advisory.id);
  const follows = isFollowed || advisory.services.some((service) => candidate.wishes.follows.includes(service));
  const wasTold = candidate.hasCard || advisory.id in candidate.told;
  const isLoud = transitions.some((transition) => LOUD.includes(transition));
  const isOver = transitions.includes('resolved');

  const reason: AlertReason | null = hit !== null ? 'affected' : candidate.hasCard ? 'informed' : follows ? 'follows' : null;
  if (reason === null) return [];
  const isSeenInTalk = !candidate.hasCard && candidate.told[advisory.id] === advisory.updatedAt;
  const isAsked = isOver && hit !== null;
  const isWorthIt = (isFollowed && !isAsked) || (!isOver && (isLoud || (reason === 'affected' && !wasTold)));
  const isCard = candidate.hasCard || (!isSeenInTalk && isWorthIt);
  const parts: readonly AlertPart[] = [...(isCard ? (['card'] as const) : []), ...(isAsked ? (['question'] as const) : [])];
  return parts.map((part) => ({
    person: candidate.key,
    part,
    reason,
    intake: hit?.intake.id ?? null,
    grade: hit?.grade ?? null,
    dueAt: part === 'card' && candidate.hasCard ? fanOut.startsAt : dueAt(candidate, fanOut, now, ground),
  }));
}

/** Whether this person has said that they want to hear no more of it. */
export function isMuted(wishes: AlertWishes, advisory: Advisory): boolean {
  return (
    wishes.mutedAdvisories.includes(advisory.id) ||
    wishes.mutedServices.includes(EVERY_SERVICE) ||
    (advisory.services.length > 0 && advisory.services.every((one) => wishes.mutedServices.includes(one)))
  );
}

/** A card that is replaced makes no sound, so only what is posted waits for the morning. */
function dueAt({ wishes, timeZone }: Candidate, { advisory, startsAt }: FanOut, now: number, ground: Ground): number {
  const isIncident = advisory.classification === 'incident';
  return outsideQuietHours(Math.max(now, startsAt), { wishes, timeZone: timeZone ?? ground.defaultTimeZone, quiet: ground.quiet, isIncident });
}

interface Hit {
  readonly intake: CandidateIntake;
  readonly grade: Relevance['grade'];
}

/** The newest unsolved intake that this may be about. An advisory that is over is held against it as it was before. */
function concernedIntake(candidate: Candidate, advisory: Advisory, now: number, knowledge: Ground['knowledge']): Hit | null {
  for (const intake of candidate.intakes) {
    if (intake.state === 'solved' || intake.dismissed.includes(advisory.id)) continue;
    const told = relevance(asOpen(advisory), troubleOf(intake.facts, intake.touchedAt, knowledge.playbooks), knowledge.topics);
    if (told !== null && isNear(told, intake, now)) return { intake, grade: told.grade };
  }
  return null;
}

/** *Possible* is not enough to write to somebody unasked, except when all that is missing is which OS they have. */
function isNear(told: Relevance, intake: CandidateIntake, now: number): boolean {
  if (told.grade === 'likely') return true;
  const isOsAll = told.against.every((reason) => reason === 'reason.os-not-known');
  return told.grade === 'possible' && isOsAll && now - intake.touchedAt < FRESH_MS;
}

/** The same object each time: what was read out of it is remembered by it. */
function asOpen(advisory: Advisory): Advisory {
  if (!advisory.isResolved) return advisory;
  const made = opened.get(advisory) ?? { ...advisory, isResolved: false };
  opened.set(advisory, made);
  return made;
}

const opened = new WeakMap<Advisory, Advisory>();
