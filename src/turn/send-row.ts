import { DeliveryError, type Messenger } from '../messenger-ports.ts';
import type { Delivered, Log, OutboxRow } from '../ports.ts';

/** Refused for the moment or unreachable: with the longest delay that is about an hour. Then it is kept among the dead letters. */
const MOST_ATTEMPTS = 60;

/** What may have arrived already is tried once more only: a double is worse than a late message. */
const MOST_DOUBTS = 2;

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 60_000;

/** Sends one row, once, and says how that ended. Never rejects: one message that cannot be sent must not hold up the others. */
export async function sendRow(row: OutboxRow, messenger: Messenger, now: () => number, log: Log): Promise<Delivered> {
  try {
    return { kind: 'done', row, activity: await transmit(row, messenger) };
  } catch (error) {
    return after(error, row, now(), log);
  }
}

/** What cannot be replaced because it was never posted, or got no id, is left as it is. */
async function transmit({ outgoing, address, activity }: OutboxRow, messenger: Messenger): Promise<string | null> {
  switch (outgoing.kind) {
    case 'post':
      return messenger.post(address, outgoing.message);
    case 'replace':
      if (activity !== null) await messenger.replace(address, activity, outgoing.message);
      return activity;
  }
}

function after(error: unknown, row: OutboxRow, now: number, log: Log): Delivered {
  const failure = error instanceof DeliveryError ? error : null;
  const [attempts, isInDoubt] = [row.attempts + 1, failure?.code === 'ambiguous'];
  const fields = { row: row.id, conversation: row.address.conversation, code: failure?.code ?? 'our fault', attempts };
  if (failure === null) log.error({ ...fields, error }, 'sending a message failed by our own fault');

  const isLast = failure?.retryable === false || attempts >= MOST_ATTEMPTS || (isInDoubt && row.doubts + 1 >= MOST_DOUBTS);
  if (isLast) {
    log.warn(fields, 'message dropped');
    return { kind: 'dropped', row, why: fields.code };
  }
  log.warn(fields, 'message will be sent later');
  const backoff = Math.min(FIRST_DELAY_MS * 2 ** row.attempts, LONGEST_DELAY_MS);
  return { kind: 'later', row, at: now + (failure?.retryAfterMs ?? backoff), isInDoubt, isThrottled: failure?.code === 'throttled' };
}
