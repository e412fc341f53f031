import type { Messenger } from '../messenger-ports.ts';
import type { Incoming, Log, Message } from '../ports.ts';
import type { TurnWatcher } from '../telemetry-ports.ts';
import type { TurnTold } from '../turn-told.ts';

/** Takes one message in, and tells what it came to. */
type Taking = (incoming: Incoming, messenger: Messenger) => Promise<{ readonly answer: Message | null; readonly told: TurnTold }>;

/** `take`, with each turn told once to every watcher, also one that failed (then nothing is known of it: `null`). */
export function watchTurns(take: Taking, watchers: readonly TurnWatcher[], clock: () => number) {
  return async (incoming: Incoming, messenger: Messenger): Promise<Message | null> => {
    const begun = clock();
    let told: TurnTold | null = null;
    try {
      const result = await take(incoming, messenger);
      told = result.told;
      return result.answer;
    } finally {
      for (const watcher of watchers) watcher.turn(incoming, told, clock() - begun);
    }
  };
}

/** The one line of a turn in the log; docs/observing.md says what its fields mean. `traceId`: of the trace under way, if any. */
export function logTurns(log: Log, traceId: () => string | null): TurnWatcher {
  return {
    turn(incoming, told, totalMs) {
      const trace = traceId();
      log.info(
        {
          input: incoming.id,
          conversation: incoming.conversation.id,
          tenant: incoming.person.tenant,
          where: incoming.conversation.kind,
          said: incoming.what.kind,
          ms: round(totalMs),
          ...(told === null ? { outcome: 'failed' } : fieldsOf(told)),
          ...(trace === null ? {} : { trace }),
        },
        'turn',
      );
    },
  };
}

function fieldsOf({ ms, ...told }: TurnTold): Readonly<Record<string, unknown>> {
  return { ...told, loadMs: round(ms.load), decideMs: round(ms.decide), saveMs: round(ms.save), sendMs: round(ms.send) };
}

/** Tenths are enough. */
function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
