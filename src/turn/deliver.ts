import { type Delivered, DeliveryError, type Log, type Messenger, type OutboxRow, type TurnStore } from '../ports.ts';

/** After so many tries a message is given up and kept among the dead letters. */
const MOST_ATTEMPTS = 8;

/** What may have arrived already is tried once more only: a double is worse than a late message. */
const MOST_AMBIGUOUS = 2;

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 60_000;
const LEASE_MS = 15_000;

/** What delivering is made of. */
export interface DeliveryParts {
  readonly store: TurnStore;
  readonly now: () => number;
  readonly log: Log;
}

/** Sends rows in their order and records how each ended. After one that must wait, the rest of its conversation waits too. */
export type Deliver = (rows: readonly OutboxRow[], messenger: Messenger) => Promise<void>;

export function createDelivery(parts: DeliveryParts): Deliver {
  return async (rows, messenger) => {
    if (rows.length === 0) return;
    const results: Delivered[] = [];
    const waiting = new Map<string, number>();
    for (const row of rows) {
      const until = waiting.get(row.address.conversation);
      const result: Delivered =
        until === undefined ? await send(row, messenger, parts) : { kind: 'later', row: { ...row, attempts: row.attempts - 1 }, at: until };
      if (result.kind === 'later') waiting.set(row.address.conversation, result.at);
      results.push(result);
    }
    await parts.store.settle(results);
  };
}

/** Takes what is due in any conversation and sends it: what a crash or a silent channel left behind. */
export async function drain(parts: DeliveryParts, deliver: Deliver, messenger: Messenger): Promise<number> {
  const rows = await parts.store.claim(null, parts.now(), LEASE_MS, 100);
  await deliver(rows, messenger);
  return rows.length;
}

async function send(row: OutboxRow, messenger: Messenger, parts: DeliveryParts): Promise<Delivered> {
  try {
    return { kind: 'done', row, activity: await transmit(row, messenger) };
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    const most = error.code === 'ambiguous' ? MOST_AMBIGUOUS : MOST_ATTEMPTS;
    const fields = { row: row.id, code: error.code, attempts: row.attempts + 1 };
    if (!error.retryable || row.attempts + 1 >= most) {
      parts.log.warn(fields, 'message dropped');
      return { kind: 'dropped', row, why: error.code };
    }
    parts.log.warn(fields, 'message will be sent later');
    const backoff = Math.min(FIRST_DELAY_MS * 2 ** row.attempts, LONGEST_DELAY_MS);
    return { kind: 'later', row, at: parts.now() + (error.retryAfterMs ?? backoff) };
  }
}

async function transmit(row: OutboxRow, messenger: Messenger): Promise<string | null> {
  const { outgoing, address, activity } = row;
  switch (outgoing.kind) {
    case 'post':
      return messenger.post(address, outgoing.message);
    case 'replace':
      if (activity !== null) await messenger.replace(address, activity, outgoing.message);
      return activity;
  }
}
