import type { AlertRow, FanOut } from '../alert-ports.ts';
import type { Language, Message } from '../ports.ts';
import type { View } from '../views.ts';
import { alertView } from './view.ts';

/** What turns a view into a message; another object when words or looks have changed. */
export interface AlertLooks {
  render(view: View, language: Language): Message;
}

const MOST_KEPT = 200;

/**
 * Renders alerts. A hundred thousand people get some dozen different cards, so each is made once: it depends on the fan-out and its edition, the reason, the
 * language and the time zone, and on nobody. A question names the intake it is about, and is made for each.
 */
export function alertRenderer(looks: () => AlertLooks, defaultLanguage: Language): (row: AlertRow, fanOut: FanOut) => Message {
  let last: AlertLooks | null = null;
  const kept = new Map<string, Message>();
  return (row, fanOut) => {
    const current = looks();
    if (current !== last) kept.clear();
    last = current;
    const language = row.language ?? defaultLanguage;
    const make = () => current.render(alertView(row, fanOut), language);
    if (row.part === 'question') return make();
    const key = JSON.stringify([fanOut.id, fanOut.edition, row.reason, language, row.timeZone]);
    const known = kept.get(key) ?? make();
    kept.set(key, known);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return known;
  };
}
