import type { AdvisoryShelf } from '../advisory.ts';
import type { AlertWishes, QuietHours } from '../alert-wishes.ts';
import type { Case, CaseEffect } from '../case-ports.ts';
import type { CaseSettings } from '../helpdesk/case.ts';
import type { Knowledge } from '../knowledge/content.ts';
import type { Incoming, Language, PersonState, Report } from '../ports.ts';
import type { Retention } from '../retention.ts';
import type { Intake } from '../triage/intake.ts';
import type { StepId } from '../triage/playbook.ts';
import type { Lexicon } from '../understand/lexicon.ts';
import type { View } from '../views.ts';

/** What does not change from turn to turn. */
export interface Setting {
  readonly knowledge: Knowledge;
  readonly lexicon: Lexicon;
  readonly defaultLanguage: Language;
  /** IANA name, for people whose client does not say. */
  readonly defaultTimeZone: string;
  /** How the helpdesk is reached (a telephone number, an address, a link), in the organisation's own words; `null` when not configured. */
  readonly helpdesk: string | null;
  /** How long an intake is taken up again without asking, in milliseconds. */
  readonly intakeAgeMs: number;
  /** What the helpdesk has decided about time; without it somebody is there around the clock. */
  readonly cases?: CaseSettings;
  /** Where people open Teams and the admin center of Microsoft 365; without it in the public cloud. */
  readonly sites?: { readonly teams: string; readonly adminCenter: string };
  /** Steps that the helpdesk of the person's tenant has withdrawn; without it none. */
  readonly withdrawn?: readonly StepId[];
  /** The organisation's quiet hours, in which no alert makes a sound; without it they are from 20:00 to 07:30. */
  readonly quiet?: QuietHours | 'none';
  /** How long what people say is kept; without it as long as usual. */
  readonly keep?: Retention;
}

/** Everything one decision is made from. Plain values: deciding twice gives the same. */
export interface Scene extends Setting {
  readonly incoming: Incoming;
  readonly person: PersonState;
  readonly intake: Intake | null;
  /** The open case of the person, or that of `person.case`, which may be over; `null`: neither is there. */
  readonly case: Case | null;
  /** Whether a channel of the tenant is the helpdesk's. */
  readonly hasHelpdesk: boolean;
  readonly shelf: AdvisoryShelf;
  readonly language: Language;
  readonly timeZone: string;
  readonly now: number;
  /** Names for what this turn may create, fixed before it is decided. */
  readonly fresh: { readonly intake: string; readonly slot: string; readonly case: string };
}

/** A message to be posted. `isOpen`: it waits for an answer, and is replaced by a summary when it gets one. */
export interface Post {
  readonly view: View;
  readonly isOpen: boolean;
}

/** What a turn comes to, before words and looks. */
export interface Decision {
  readonly person: PersonState;
  /** The person's intake after the turn; the same object when it did not change. */
  readonly intake: Intake | null;
  readonly posts: readonly Post[];
  /** What the card that waited becomes; `null` leaves it. */
  readonly settled: View | null;
  /** What a tapped card becomes that is not the one that waits; `null` leaves it. */
  readonly tapped: View | null;
  /** A sentence shown over the tapped card, which stays as it is. */
  readonly toast: View | null;
  readonly reports: readonly Report[];
  readonly cases: readonly CaseEffect[];
  /** What becomes of all that is kept of the person: it is shown to them, or deleted, and then nothing else of this counts. */
  readonly ownData?: 'shown' | 'deleted';
}

/** Of advisories somebody who never said otherwise is told what concerns them, outside the organisation's quiet hours. */
export const NO_WISHES: AlertWishes = { follows: [], mutedServices: [], mutedAdvisories: [], quiet: null, incidentsPass: false };

export const NOBODY: PersonState = {
  language: null,
  intake: null,
  case: null,
  toldCase: null,
  touchedAt: 0,
  openSlot: null,
  held: [],
  heard: [],
  puzzled: 0,
  readBack: null,
  alerts: NO_WISHES,
  timeZone: null,
  spoken: null,
  told: {},
};

/** Nothing changes and nothing is said. */
export function silence(scene: Scene): Decision {
  return { person: scene.person, intake: scene.intake, posts: [], settled: null, tapped: null, toast: null, reports: [], cases: [] };
}

/** Says something without touching the intake or the card that waits. */
export function say(scene: Scene, ...views: readonly View[]): Decision {
  return before(silence(scene), ...views);
}

/** The decision, with something said before the rest. */
export function before(decision: Decision, ...views: readonly View[]): Decision {
  return { ...decision, posts: [...views.map((view) => ({ view, isOpen: false })), ...decision.posts] };
}

export function note(phrase: string, args: Readonly<Record<string, string>> = {}): View {
  return { kind: 'note', phrase, with: args };
}

/** Whether the intake has been left alone for so long that a message may be about something else. */
export function isOld(scene: Scene): boolean {
  return scene.now - scene.person.touchedAt > scene.intakeAgeMs;
}
