import type { Transition } from '../advisories/transitions.ts';
import type { AlertStore, FanOut, HelpdeskStore, Progress } from '../alert-ports.ts';
import type { Language, Message } from '../ports.ts';
import type { View } from '../views.ts';
import { fanOutSlot } from './desk.ts';

/** What the helpdesk wants to know of, whomever it concerns. */
const GREAT: readonly Transition[] = ['new', 'became-incident', 'reopened', 'resolved'];

/** What showing a fan-out to the helpdesk is made of. */
export interface ReportParts {
  readonly store: HelpdeskStore;
  readonly alerts: Pick<AlertStore, 'progress'>;
  /** `null`: in the usual language. */
  readonly render: (view: View, language: Language | null) => Message;
  readonly now: () => number;
  /** Alerts a second. */
  readonly perSecond: number;
}

/** Shows the helpdesk's channel how far a fan-out is; a tenant without such a channel is told nothing. */
export function createReport(parts: ReportParts): { card(fanOut: FanOut): Promise<Message>; show(fanOut: FanOut): Promise<void> } {
  /** What was shown last: the channel is not troubled with the same again. */
  const shown = new Map<number, string>();

  async function card(fanOut: FanOut): Promise<Message> {
    const [places, progress] = await Promise.all([parts.store.places(fanOut.tenant), parts.alerts.progress(fanOut.id)]);
    return cardOf(fanOut, progress, places?.first.language ?? null);
  }

  function cardOf(fanOut: FanOut, progress: Progress, language: Language | null): Message {
    return parts.render({ kind: 'fan-out', fanOut, progress, now: parts.now(), perSecond: parts.perSecond }, language);
  }

  return {
    card,
    async show(fanOut) {
      const first = (await parts.store.places(fanOut.tenant))?.first;
      if (first === undefined) return;
      const progress = await parts.alerts.progress(fanOut.id);
      // A small change that concerns nobody here would only be noise.
      if (isOfNobody(fanOut, progress) && !fanOut.transitions.some((one) => GREAT.includes(one)) && !shown.has(fanOut.id)) return;
      const message = cardOf(fanOut, progress, first.language);
      const text = `${first.address.conversation} ${JSON.stringify(message)}`;
      if (shown.get(fanOut.id) === text) return;
      await parts.store.show(first.address, fanOutSlot(fanOut), message, parts.now());
      shown.set(fanOut.id, text);
      if (shown.size > 100) for (const id of [...shown.keys()].slice(0, 50)) shown.delete(id);
    },
  };
}

function isOfNobody({ plannedAt }: FanOut, { waiting, sent, failed, skipped }: Progress): boolean {
  return plannedAt !== null && waiting + sent + failed + skipped === 0;
}
