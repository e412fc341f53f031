import { refuseFaults } from './strict.ts';
import type { CardTemplate } from './templating.ts';

export type Card = Readonly<Record<string, unknown>>;

/** Stands between `$` and `{` of what people and commands say while a template is expanded, so that only the template's own can be left over. */
const GUARD = '\ue0f1';

/** Fills `template` with `data`; throws when the result is not fit to be sent. */
export function expandStrictly(name: string, template: CardTemplate, data: Card): Card {
  const expanded = withoutNulls(template.expand({ $root: guarded(data) }));
  if (!isCard(expanded)) throw new Error(`The template "${name}" did not become a card.`);
  refuseFaults(name, expanded);
  const card = mapStrings(expanded, (text) => text.replaceAll(GUARD, ''));
  return isCard(card) ? card : expanded;
}

/** `null` in the middle of a text makes the templating library throw, so it becomes nothing. */
function guarded(value: unknown): unknown {
  return mapStrings(value ?? '', (text) => text.replaceAll(GUARD, '').replaceAll('${', `$${GUARD}{`));
}

/** A property that its `$when` leaves out is `null` in what the library makes; clients expect it not to be there. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, item]) => (item === null ? [] : [[key, withoutNulls(item)]])));
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]));
  return value;
}

function isCard(value: unknown): value is Card {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
