import type {
  ChannelSeen,
  DoctorStore,
  ExpirySeen,
  GraphSeen,
  HelpdeskChannel,
  KnowledgeSeen,
  Observations,
  Seen,
  VersionsSeen,
} from '../doctor-ports.ts';

/** What the doctor looks with. `null`: there is no cloud, so there is nothing to look at. */
export interface Eyes {
  readonly versions: VersionsSeen;
  readonly knowledge: () => KnowledgeSeen;
  readonly store: Pick<DoctorStore, 'database' | 'work' | 'helpdesks'>;
  readonly graph: ((signal: AbortSignal) => Promise<GraphSeen>) | null;
  /** Whether a token for Teams is granted. */
  readonly botToken: ((signal: AbortSignal) => Promise<boolean>) | null;
  readonly expiry: ((signal: AbortSignal) => Promise<ExpirySeen>) | null;
  /** Throws when Teams does not let Kiku see the channel. */
  readonly reach: (channel: HelpdeskChannel) => Promise<unknown>;
  readonly now: () => number;
  /** For each look. */
  readonly limitMs?: number;
}

const LIMIT_MS = 15_000;

/** Looks at everything at once. Never throws: what fails or takes too long was not seen. */
export async function observe(eyes: Eyes): Promise<Observations> {
  const { store, now } = eyes;
  const limitMs = eyes.limitMs ?? LIMIT_MS;
  const look = <T>(at: (signal: AbortSignal) => Promise<T>) => withinTime(at, limitMs);
  const lookOrNull = <T>(at: ((signal: AbortSignal) => Promise<T>) | null) => (at === null ? null : look(at));
  const [database, work, graph, botToken, expiry, channels] = await Promise.all([
    look(() => store.database(now)),
    look(() => store.work(now())),
    lookOrNull(eyes.graph),
    lookOrNull(eyes.botToken),
    lookOrNull(eyes.expiry),
    look(async () => Promise.all((await store.helpdesks()).map((channel) => reached(channel, eyes, limitMs)))),
  ]);
  return { at: now(), versions: eyes.versions, knowledge: eyes.knowledge(), database, work, graph, botToken, expiry, channels };
}

async function reached(channel: HelpdeskChannel, { reach }: Eyes, limitMs: number): Promise<ChannelSeen> {
  // It has to end before the look at all channels does.
  const seen = await withinTime(() => reach(channel), limitMs * 0.8);
  return { tenant: channel.tenant, isBackup: channel.isBackup, reached: seen.kind === 'seen' ? { kind: 'seen', value: true } : seen };
}

async function withinTime<T>(look: (signal: AbortSignal) => Promise<T>, limitMs: number): Promise<Seen<T>> {
  const ending = new AbortController();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    ending.abort();
    late.reject(Object.assign(new Error('It took too long.'), { code: 'timeout' }));
  }, limitMs);
  try {
    return { kind: 'seen', value: await Promise.race([look(ending.signal), late.promise]) };
  } catch (error) {
    return { kind: 'unseen', code: codeOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

function codeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
