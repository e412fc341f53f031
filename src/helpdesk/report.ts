import type { Transition } from '../advisories/transitions.ts';
import type { AlertStore, FanOut, HelpdeskStore, Progress } from '../alert-ports.ts';
import type { Message } from '../ports.ts';
import type { View } from '../views.ts';
import { fanOutSlot } from './desk.ts';

/** What the helpdesk wants to know of, whomever it concerns. */
const GREAT: readonly Transition[] = ['new', 'became-incident', 'reopened', 'resolved'];

/** What showing a fan-out to the helpdesk is made of. */
export interface ReportParts {
  readonly store: HelpdeskStore;
  readonly alerts: Pick<AlertStore, 'progress'>;
  readonly render: (view: View) => Message;
  readonly now: () => number;
  /** Alerts a second. */
  readonly perSecond: number;
}

/** Shows the helpdesk's channel how far a fan-out is; a tenant without such a channel is told nothing. */
export function createReport(parts: ReportParts): { card(fanOut: FanOut): Promise<Message>; show(fanOut: FanOut): Promise<void> } {
  /** What was shown last: the channel is not troubled with the same again. */
  const shown = new Map<number, string>();

  async function card(fanOut: FanOut): Promise<Message> {
    return cardOf(fanOut, await parts.alerts.progress(fanOut.id));
  }

  function cardOf(fanOut: FanOut, progress: Progress): Message {
    return parts.render({ kind: 'fan-out', fanOut, progress, now: parts.now(), perSecond: parts.perSecond });
  }

  return {
    card,
    async show(fanOut) {
      const channel = await parts.store.channel(fanOut.tenant);
      if (channel === null) return;
      const progress = await parts.alerts.progress(fanOut.id);
      // A small change that concerns nobody here would only be noise.
      if (isOfNobody(fanOut, progress) && !fanOut.transitions.some((one) => GREAT.includes(one)) && !shown.has(fanOut.id)) return;
      const message = cardOf(fanOut, progress);
      const text = `${channel.conversation} ${JSON.stringify(message)}`;
      if (shown.get(fanOut.id) === text) return;
      await parts.store.show(channel, fanOutSlot(fanOut), message, parts.now());
      shown.set(fanOut.id, text);
      if (shown.size > 100) for (const id of [...shown.keys()].slice(0, 50)) shown.delete(id);
    },
  };
}

function isOfNobody({ plannedAt }: FanOut, { waiting, sent, failed, skipped }: Progress): boolean {
  return plannedAt !== null && waiting + sent + failed + skipped === 0;
}
