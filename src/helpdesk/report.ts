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
  readonly alerts: Pick<AlertStore, 'fanOut' | 'progress'>;
  /** `null`: in the usual language. */
  readonly render: (view: View, language: Language | null) => Message;
  readonly now: () => number;
  /** Alerts a second. */
  readonly perSecond: number;
}

/** How the helpdesk's channel sees fan-outs. */
export interface Report {
  /** Shows how far it is, when that is worth it; a tenant without such a channel is told nothing. */
  show(fanOut: Pick<FanOut, 'id'>): Promise<void>;
  /** Shows how it stands after a decision, and resolves with that card; `null`: there is none. */
  put(fanOut: Pick<FanOut, 'id'>): Promise<Message | null>;
}

/** A channel that changes faster than this is left to the next report. */
const MOST_LOOKS = 5;

/** Looks at each fan-out itself: what somebody read before they came here may be of long ago. */
export function createReport(parts: ReportParts): Report {
  /** What was shown last: the channel is not troubled with the same again. */
  const shown = new Map<number, string>();

  async function look(id: number) {
    const fanOut = await parts.alerts.fanOut(id);
    if (fanOut === null) return null;
    const [places, progress] = await Promise.all([parts.store.places(fanOut.tenant), parts.alerts.progress(id)]);
    const first = places?.first ?? null;
    const message = parts.render({ kind: 'fan-out', fanOut, progress, now: parts.now(), perSecond: parts.perSecond }, first?.language ?? null);
    return { fanOut, progress, first, message, text: `${first?.address.conversation} ${JSON.stringify(message)}` };
  }

  /** What goes on is shown again soon. Of what is over nobody tells any more, so whoever has shown something else of it just then looks once more. */
  async function post(seen: Look): Promise<Message> {
    let now = seen;
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const { fanOut, first } = now;
      if (first === null) break;
      await parts.store.show(first.address, fanOutSlot(fanOut), now.message, parts.now());
      shown.set(fanOut.id, now.text);
      if (shown.size > 100) for (const id of [...shown.keys()].slice(0, 50)) shown.delete(id);
      const next = await look(fanOut.id);
      if (next === null || next.text === now.text || !isOver(next)) break;
      now = next;
    }
    return now.message;
  }
  type Look = NonNullable<Awaited<ReturnType<typeof look>>>;

  return {
    async show({ id }) {
      const seen = await look(id);
      if (seen === null || seen.first === null || shown.get(id) === seen.text) return;
      // A small change that concerns nobody here would only be noise.
      if (isOfNobody(seen.fanOut, seen.progress) && !seen.fanOut.transitions.some((one) => GREAT.includes(one)) && !shown.has(id)) return;
      await post(seen);
    },
    async put({ id }) {
      const seen = await look(id);
      return seen === null ? null : post(seen);
    },
  };
}

function isOver({ fanOut, progress }: { readonly fanOut: FanOut; readonly progress: Progress }): boolean {
  return fanOut.control === 'cancelled' || (fanOut.plannedAt !== null && progress.waiting === 0);
}

function isOfNobody({ plannedAt }: FanOut, { waiting, sent, failed, skipped }: Progress): boolean {
  return plannedAt !== null && waiting + sent + failed + skipped === 0;
}
