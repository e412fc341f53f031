import type { AlertStore, FanOut, HelpdeskStore } from '../alert-ports.ts';
import type { Message } from '../ports.ts';
import type { View } from '../views.ts';
import { fanOutSlot } from './desk.ts';

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
    const progress = await parts.alerts.progress(fanOut.id);
    return parts.render({ kind: 'fan-out', fanOut, progress, now: parts.now(), perSecond: parts.perSecond });
  }

  return {
    card,
    async show(fanOut) {
      const channel = await parts.store.channel(fanOut.tenant);
      if (channel === null) return;
      const message = await card(fanOut);
      const text = JSON.stringify(message);
      if (shown.get(fanOut.id) === text) return;
      await parts.store.show(channel, fanOutSlot(fanOut), message, parts.now());
      shown.set(fanOut.id, text);
      if (shown.size > 100) for (const id of [...shown.keys()].slice(0, 50)) shown.delete(id);
    },
  };
}
