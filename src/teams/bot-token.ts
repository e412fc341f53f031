import { DeliveryError } from '../messenger-ports.ts';
import { type BotCredentials, CONNECTOR_SCOPE } from './credentials.ts';

/** Gives the `Authorization` header for the connector, `null` where there are no credentials. */
export interface BotToken {
  header(): Promise<string | null>;
  /** The connector refused it: ask for a new one next time. */
  drop(): void;
}

const EARLY_MS = 5 * 60_000;
const TIMEOUT_MS = 10_000;

/** Keeps a token until five minutes before its end, and asks once however many wait for it. */
export function createBotToken(credentials: BotCredentials | null, now: () => number): BotToken {
  let held: { readonly header: string; readonly until: number } | null = null;
  let asking: Promise<string> | null = null;
  if (credentials === null) return { header: () => Promise.resolve(null), drop() {} };

  const scope = credentials.scope ?? CONNECTOR_SCOPE;
  const ask = async (): Promise<string> => {
    try {
      const granted = await withinTime(credentials.credential.getToken(scope, { abortSignal: AbortSignal.timeout(TIMEOUT_MS) }));
      if (granted === null) throw new Error('The credential gave no token for the Bot Framework.');
      held = { header: `Bearer ${granted.token}`, until: granted.expiresOnTimestamp - EARLY_MS };
      return held.header;
    } catch (error) {
      throw new DeliveryError('unreachable', 'There is no token to speak to Teams with, so nothing was sent.', { retryable: true, cause: error });
    } finally {
      asking = null;
    }
  };

  return {
    async header() {
      if (held !== null && held.until > now()) return held.header;
      asking ??= ask();
      return asking;
    },
    drop() {
      held = null;
    },
  };
}

/** A credential may ignore the signal it is given. */
async function withinTime<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('The credential did not answer in time.')), TIMEOUT_MS);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
