import { type Attributes, trace } from '@opentelemetry/api';
import type { TurnWatcher } from '../telemetry-ports.ts';
import type { TurnTold } from '../turn-told.ts';
import type { Instruments } from './instruments.ts';

/** Measures turns, and says on their spans what they came to. Attributes are kinds from closed lists, and ids of the knowledge. */
export function measureTurns({ turns, questions, endings }: Instruments): TurnWatcher {
  return {
    turn(incoming, told, totalMs) {
      const kinds = { said: incoming.what.kind, where: incoming.conversation.kind, outcome: told?.outcome ?? 'failed' };
      turns.record(totalMs / 1000, kinds);
      if (told?.asked != null) questions.add(1, { fact: told.asked });
      if (told?.ended != null) endings.add(1, { ended: told.ended });
      trace.getActiveSpan()?.setAttributes({ ...kinds, ...(told === null ? {} : attributesOf(told)) });
    },
  };
}

function attributesOf({ asked, step, ended, tries, ms }: TurnTold): Attributes {
  const named = { ...(asked === null ? {} : { asked }), ...(step === null ? {} : { step }), ...(ended === null ? {} : { ended }) };
  return { ...named, tries, decideMs: Math.round(ms.decide * 10) / 10 };
}
