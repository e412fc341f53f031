import type { AlertResult, AlertRow } from '../alert-ports.ts';
import { DeliveryError } from '../messenger-ports.ts';

/** What follows from a failed sending: for the alert, and for everything else that would go out. */
export interface After {
  /** `null`: its chat has to be found anew before more can be said. */
  readonly result: AlertResult | null;
  /** Nothing goes to the tenant before this. */
  readonly closedUntil: number | null;
  /** Nothing of this fan-out can go out, and why. */
  readonly fault: string | null;
}

/** When and how. `jitter` from 0 to 1. */
export interface Moment {
  readonly now: number;
  readonly jitter: number;
}

/** Refused for the moment: with the longest pause that is some hours. */
const MOST_ATTEMPTS = 60;
/** What may have arrived is sent once more at most. */
const MOST_DOUBTS = 2;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 300_000;

/** Nobody there to read it, until they write again. */
const UNTIL_HEARD = ['BotDisabledByAdmin', 'BotNotInConversationRoster'];
/** The chat is closed to Kiku for good. */
const DROPPED = ['ConversationBlockedByUser', 'MessageWritesBlocked'];

/**
 * What becomes of an alert that could not be sent, by the table of "Send proactive messages" in Microsoft's documentation: 429 and 412 were not taken and go
 * again; what may have been taken goes once more at most, unless it replaces a card, which may be done twice; the rest does not.
 */
export function afterFailure(error: unknown, row: AlertRow, moment: Moment): After {
  if (!(error instanceof DeliveryError)) return lost(row, 'our fault');
  const codes = [error.code, ...(error.status === null ? [] : [`${error.status}`]), ...error.subCodes];
  const why = codes.join(' ');
  switch (error.code) {
    case 'throttled':
      return { ...later(row, why, moment, error), closedUntil: moment.now + (error.retryAfterMs ?? pause(row, moment)) };
    case 'unreachable':
      return later(row, why, moment, error);
    case 'ambiguous':
      return row.activity !== null ? later(row, why, moment, error) : inDoubt(row, why, moment, error);
    case 'gone':
      return gone(row, why, error);
    case 'refused':
      if (error.status === 412) return later(row, why, moment, error);
      if (error.status === 401 || error.subCodes.includes('InvalidBotApiHost')) return stopped(row, why, moment);
      return lost(row, why);
    case 'not-allowed':
    case 'too-big':
      return lost(row, why);
  }
}

function gone(row: AlertRow, why: string, { status, subCodes }: DeliveryError): After {
  if (status === 404) return row.repairs > 0 ? { ...lost(row, why, 'until-heard') } : { result: null, closedUntil: null, fault: null };
  return lost(
    row,
    why,
    subCodes.some((code) => DROPPED.includes(code)) ? 'drop' : subCodes.some((code) => UNTIL_HEARD.includes(code)) ? 'until-heard' : null,
  );
}

function inDoubt(row: AlertRow, why: string, moment: Moment, error: DeliveryError): After {
  if (!error.retryable || row.doubts + 1 >= MOST_DOUBTS) {
    return { ...lost(row, why), result: { kind: 'failed', row, why, reach: null, isInDoubt: true } };
  }
  const result: AlertResult = { kind: 'later', row, at: moment.now + pause(row, moment), isTried: true, isInDoubt: true };
  return { result, closedUntil: null, fault: null };
}

function later(row: AlertRow, why: string, moment: Moment, error: DeliveryError): After {
  if (row.attempts + 1 >= MOST_ATTEMPTS) return lost(row, why);
  const at = moment.now + (error.retryAfterMs ?? pause(row, moment));
  return { result: { kind: 'later', row, at, isTried: true, isInDoubt: false }, closedUntil: null, fault: null };
}

/** Everything would fail like this one: it waits until somebody has put it right. */
function stopped(row: AlertRow, why: string, { now }: Moment): After {
  return { result: { kind: 'later', row, at: now, isTried: false, isInDoubt: false }, closedUntil: null, fault: why };
}

function lost(row: AlertRow, why: string, reach: 'until-heard' | 'drop' | null = null): After {
  return { result: { kind: 'failed', row, why, reach, isInDoubt: false }, closedUntil: null, fault: null };
}

/** Longer each time, and not the same for all who failed at once. */
function pause({ attempts }: AlertRow, { jitter }: Moment): number {
  const whole = Math.min(FIRST_PAUSE_MS * 2 ** attempts, LONGEST_PAUSE_MS);
  return Math.round(whole / 2 + (whole / 2) * jitter);
}
