import type { Relevance } from './advisories/relevance.ts';
import type { Transition } from './advisories/transitions.ts';
import type { Advisory } from './advisory.ts';
import type { AlertReason, FanOut, Progress } from './alert-ports.ts';
import type { AlertWishes, QuietHours } from './alert-wishes.ts';
import type { Agent, Case, CaseContent, CaseList } from './case-ports.ts';
import type { NotPassed } from './desk-ports.ts';
import type { Finding } from './doctor/finding.ts';
import type { Mention, SentFile } from './ports.ts';
import type { ReadBack } from './read-back.ts';
import type { Retention } from './retention.ts';
import type { Tap } from './taps.ts';
import type { Contradiction } from './triage/evidence.ts';
import type { FactName, Facts, FactValue } from './triage/facts.ts';
import type { Outcome } from './triage/intake.ts';
import type { ProblemId, StepId } from './triage/playbook.ts';
import type { Stop } from './triage/walk.ts';

/** Which card of which intake: goes into every action, and comes back with the tap. */
export interface Place {
  readonly intake: string;
  readonly revision: number;
  /** The slot of the card itself, when it waits for an answer. */
  readonly slot?: string;
}

/** A step that was tried, for summaries. */
export interface TriedStep {
  readonly step: StepId;
  readonly outcome: Outcome;
}

/** An open advisory in a list, and how near it is to the person's trouble. */
export interface HealthRow {
  readonly advisory: Advisory;
  readonly nearness: 'likely' | 'possible' | 'other';
  /** Just this one, whatever holds for its service. */
  readonly isFollowed: boolean;
  readonly isMuted: boolean;
  readonly isServiceMuted: boolean;
}

/** What an alert says to everybody. `of`: which fan-out, and its edition; `at`: when it was read. */
interface Told {
  readonly of: { readonly fanOut: number; readonly edition: number };
  readonly advisory: Advisory;
  readonly sentence: FanOut['sentence'];
  readonly at: number;
  /** Empty when it is not known. */
  readonly timeZone: string;
}

/** What is to be shown, before words and looks. `facts`: what Kiku understood so far, for the read-back line. */
export type View =
  | { readonly kind: 'welcome'; readonly name: string }
  | {
      readonly kind: 'question';
      readonly place: Place;
      readonly fact: FactName;
      /** The problem it is asked for, which may ask it in its own words. */
      readonly problem?: ProblemId | null;
      readonly isAgain: boolean;
      readonly facts: Facts;
      /** A code to explain in a sentence above the question, the first time it is known. */
      readonly explain: FactValue | null;
      /** The text before was not understood: say so, plainly. */
      readonly isPuzzled: boolean;
      readonly readBack?: ReadBack;
      /** One block of commands would answer several questions: it is offered beside the answers. */
      readonly offersCheck?: boolean;
      /** It was answered twice, and differently: which is right? */
      readonly contradiction?: Contradiction;
      /** Somebody of the helpdesk asks, for this case. */
      readonly asked?: { readonly case: string; readonly by: string };
    }
  | {
      readonly kind: 'step';
      readonly place: Place;
      readonly step: StepId;
      readonly number: number;
      readonly isWindUp: boolean;
      readonly onPhone: boolean;
      readonly facts: Facts;
    }
  | {
      readonly kind: 'advisory';
      readonly place: Place;
      readonly advisory: Advisory;
      readonly relevance: Relevance;
      /** Microsoft's fault: nothing goes on until the person says so. */
      readonly isBlocking: boolean;
      /** Whether the person asked to be told of each change. */
      readonly isFollowed: boolean;
      readonly freshness: { readonly readAt: number; readonly now: number; readonly isFailing: boolean };
      readonly timeZone: string;
    }
  | {
      readonly kind: 'stop';
      readonly place: Place;
      readonly stop: Stop;
      readonly facts: Facts;
      /** What was said otherwise too. */
      readonly contradictions?: readonly Contradiction[];
      readonly tried: readonly TriedStep[];
      /** What would go along to the helpdesk, when Kiku can send it there. */
      readonly content?: CaseContent;
    }
  /** What goes along to the helpdesk, to be looked at before it is sent. */
  | { readonly kind: 'offer'; readonly place: Place; readonly content: CaseContent }
  /** Somebody's own case, and what to expect. `opensAt`: when somebody is at the helpdesk again; `null`: somebody is. `hasWeb`: the web version serves. */
  | {
      readonly kind: 'own-case';
      readonly case: Case;
      readonly opensAt: number | null;
      readonly hasWeb: boolean;
      readonly now: number;
      readonly timeZone: string;
    }
  /** A message may be for the helpdesk, which has the case or had it, or be about another trouble: which is it? */
  | { readonly kind: 'whom'; readonly case: Case }
  /** `step`: what it came with; `null` when with no step. */
  | { readonly kind: 'solved'; readonly place: Place; readonly step: StepId | null; readonly facts: Facts; readonly tried: readonly TriedStep[] }
  /** The whole case in words, for a person at the helpdesk; `contact` is how to reach them. */
  | {
      readonly kind: 'handover';
      readonly place: Place;
      readonly facts: Facts;
      readonly contradictions?: readonly Contradiction[];
      readonly tried: readonly TriedStep[];
      /** What only IT may do from here, in playbook order. */
      readonly forHelpdesk: readonly StepId[];
      readonly advisories: readonly string[];
      readonly contact: string | null;
    }
  /** What changed about an advisory, told unasked. It stands in the chat and is put up to date there. */
  | ({ readonly kind: 'alert'; readonly transitions: readonly Transition[]; readonly reason: AlertReason } & Told)
  /** It is over: does it work again? `place`: which intake it is about. */
  | ({ readonly kind: 'alert-question'; readonly place: Place } & Told)
  /** Open advisories, a page (from 0) at a time; `services`: only of these, `null`: of all. */
  | {
      readonly kind: 'health';
      readonly rows: readonly HealthRow[];
      readonly page: number;
      readonly services: readonly string[] | null;
      /** `readAt`: `null` when Service Health could never be read. */
      readonly freshness: { readonly readAt: number | null; readonly now: number; readonly isFailing: boolean };
      readonly timeZone: string;
      /** Of the cloud; without it the public one's. */
      readonly adminCenter?: string;
    }
  /** How this person is told of advisories. `notice`: what a tap came to; `others`: services on the shelf that Kiku has no name of its own for. */
  | {
      readonly kind: 'my-alerts';
      readonly wishes: AlertWishes;
      readonly usualQuiet: QuietHours | 'none';
      readonly timeZone: string;
      readonly others: readonly string[];
      readonly notice: string | null;
    }
  /** The line that stands where a card of an alert stood; `undo` takes it back. */
  | {
      readonly kind: 'settled-alert';
      readonly phrase: string;
      readonly with: Readonly<Record<string, string>>;
      readonly undo: Tap | null;
    }
  /** One-line summaries that stand where an answered card stood, each with *change*. */
  | { readonly kind: 'settled-question'; readonly place: Place; readonly fact: FactName; readonly values: readonly FactValue[] }
  | { readonly kind: 'settled-step'; readonly place: Place; readonly step: StepId; readonly outcome: Exclude<Outcome, 'begun'> }
  | { readonly kind: 'settled-advisory'; readonly place: Place; readonly advisory: string; readonly isDismissed: boolean }
  /** Something else than the card before is shown now (any other card that lost its turn). */
  | { readonly kind: 'settled-choice'; readonly phrase: string }
  /** The old intake is a day old or has ended, or the message has another code: which is it? */
  | {
      readonly kind: 'continue-or-new';
      readonly place: Place;
      readonly reason: 'day' | 'code' | 'solved' | 'handed-over';
      readonly facts: Facts;
      readonly code: FactValue | null;
    }
  | { readonly kind: 'change'; readonly place: Place; readonly facts: Facts }
  | { readonly kind: 'help' }
  /** What is kept of the person, and how much; the parts themselves follow. `isWhole`: nothing had to be left out. */
  | {
      readonly kind: 'own-data';
      readonly counts: Readonly<Record<'conversations' | 'cases' | 'alerts', number>>;
      readonly keep: Retention;
      readonly isWhole: boolean;
    }
  /** A part of it, as JSON that can be selected. */
  | { readonly kind: 'own-data-part'; readonly text: string }
  /** Asked once before it is deleted. `case`: the open case, which is withdrawn by that. `at`: when it was asked. */
  | { readonly kind: 'forget'; readonly case: string | null; readonly at: number }
  /** Everything was deleted; what stays, and why. */
  | { readonly kind: 'forgotten' }
  /** A question of the list with its answer; some that were perhaps meant; all, a page (from 0) at a time. */
  | { readonly kind: 'faq-answer'; readonly faq: string }
  | { readonly kind: 'faq-choice'; readonly faqs: readonly string[] }
  | { readonly kind: 'faq-list'; readonly page: number }
  | { readonly kind: 'language' }
  /** In a channel or group chat. `link` opens the private chat with Kiku; `null` when it is not known. */
  | { readonly kind: 'private'; readonly link: string | null }
  /** A message was not understood: what Kiku can do; the second time in a row (`isAgain`) also a person. `place` is `null` without an intake. */
  | { readonly kind: 'puzzled'; readonly place: Place | null; readonly isAgain: boolean }
  /** Kiku was asked what it is, or for what it cannot do: said plainly, with the way to a person. */
  | { readonly kind: 'not-mine'; readonly place: Place | null; readonly about: 'about-kiku' | 'elsewhere' }
  /** For the helpdesk: what is about to be told to people, and how far that is. `perSecond`: how many are told in a second. */
  | { readonly kind: 'fan-out'; readonly fanOut: FanOut; readonly progress: Progress; readonly now: number; readonly perSecond: number }
  /** For the helpdesk: a case as it is. `isPrivate`: it stands in an agent's own chat. `steps`: what can be shared of it, in playbook order. */
  | {
      readonly kind: 'case-card';
      readonly case: Case;
      readonly isPrivate: boolean;
      readonly steps: readonly StepId[];
      /** What the employee can still be asked. */
      readonly asks: readonly FactName[];
      /** Mentioned while nobody has it. */
      readonly onCall: Agent | null;
    }
  /** For the helpdesk: a page of cases. */
  | {
      readonly kind: 'case-list';
      readonly what: CaseList['kind'];
      readonly cases: readonly Case[];
      readonly after: string | null;
      readonly now: number;
    }
  /** What somebody wrote in a case, for the others; empty: it was deleted. */
  | { readonly kind: 'case-said'; readonly from: 'employee' | 'agent'; readonly by: string; readonly text: string }
  /** What became of a case. `by`: empty when Kiku did it, or the employee. `what` belongs to the event: a name, a step, a sentence. */
  | {
      readonly kind: 'case-event';
      readonly to: 'helpdesk' | 'employee';
      readonly event: string;
      readonly by: string;
      readonly what: string;
      readonly case: Case;
      /** Whoever is to be told of it; `id` is the channel's own. */
      readonly called?: Mention | null;
    }
  /** A step that somebody of the helpdesk picked, beside the way. */
  | { readonly kind: 'shared-step'; readonly to: 'helpdesk' | 'employee'; readonly step: StepId; readonly by: string }
  /** What people said of steps: how often each was called wrong, the latest first. */
  | {
      readonly kind: 'step-reports';
      readonly rows: readonly { readonly step: StepId; readonly count: number; readonly at: number }[];
      readonly withdrawn: readonly StepId[];
      readonly now: number;
    }
  /** For the helpdesk: what the doctor found. `isUnasked`: told by itself, because something ends soon. */
  | { readonly kind: 'doctor'; readonly findings: readonly Finding[]; readonly isUnasked: boolean }
  | { readonly kind: 'sorry'; readonly reference: string }
  /** What was said in a case before it was shown in this channel, oldest first. */
  | { readonly kind: 'case-history'; readonly lines: readonly { readonly isAgent: boolean; readonly by: string; readonly text: string }[] }
  /** A sentence of `phrases`, with its arguments. */
  | { readonly kind: 'note'; readonly phrase: string; readonly with: Readonly<Record<string, string>> }
  /** Somebody sent a file or picture that cannot be shown here: what it is, why not, and where it is found. */
  | { readonly kind: 'attached'; readonly file: SentFile; readonly why: NotPassed['why']; readonly by: string }
  /** The commands of a step as a fenced text message, which can be selected everywhere. */
  | { readonly kind: 'commands'; readonly step: StepId }
  /** One of the blocks of commands that only look, as a fenced text message too. */
  | { readonly kind: 'check'; readonly block: string };
