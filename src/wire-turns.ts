import type { Gate } from './access/gate.ts';
import type { CaseDesk } from './helpdesk/case-desk.ts';
import type { Desk } from './helpdesk/desk.ts';
import { logTurns, watchTurns } from './observe/turns.ts';
import type { Log } from './ports.ts';
import type { Telemetry } from './telemetry-ports.ts';
import type { Turn } from './turn/turn.ts';
import { FOR_THE_HELPDESK, TURNED_AWAY } from './turn-told.ts';

/** Who may take a message, in this order. */
export interface TurnWiring {
  readonly desk: Desk;
  readonly gate: Gate;
  readonly caseDesk: CaseDesk;
  readonly turn: Turn;
  readonly telemetry: Telemetry;
  readonly log: Log;
  /** Milliseconds from anywhere. */
  readonly clock: () => number;
}

/** Takes each message in, and tells of it once: in the log, and where measures go. */
export function wireTurns({ desk, gate, caseDesk, turn, telemetry, log, clock }: TurnWiring) {
  const take: Turn = async (incoming, to) => {
    if (desk.takes(incoming)) return { answer: await desk.handle(incoming), told: FOR_THE_HELPDESK };
    const away = await gate.check(incoming, to);
    if (away !== null) return { answer: away.answer, told: TURNED_AWAY };
    const worked = await caseDesk(incoming);
    const result = worked === null ? await turn(incoming, to) : { answer: worked.answer, told: FOR_THE_HELPDESK };
    await gate.took(incoming);
    return result;
  };
  return telemetry.turn(watchTurns(take, [logTurns(log, telemetry.traceId), ...telemetry.watchers], clock));
}
