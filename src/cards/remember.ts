import type { Language, Message } from '../ports.ts';
import type { Place, View } from '../views.ts';
import type { Renderer } from './render.ts';

/** What stands in for a card's place while it is kept; no id and no count of turns looks like these. */
const STAND_IN: Required<Place> = { intake: '\u{e0f2}intake\u{e0f2}', revision: 900_719_925_474_099, slot: '\u{e0f2}slot\u{e0f2}' };

const REVISION = String(STAND_IN.revision);

const MOST_KEPT = 500;

/**
 * Renders a card that differs from an earlier one only in its place by changing the place in the earlier one: many people are asked
 * the same question about the same facts, and filling a template is among the dearest things a turn does.
 */
export function remembering(renderer: Renderer): Renderer {
  const kept = new Map<string, (place: Place) => Message>();
  return {
    render(view, language, timeZone) {
      const key = timeZone === undefined ? keyOf(view, language) : null;
      if (key === null || !('place' in view) || view.place === null) return renderer.render(view, language, timeZone);
      const { place } = view;
      const standIn = place.slot === undefined ? { intake: STAND_IN.intake, revision: STAND_IN.revision } : STAND_IN;
      const known = kept.get(key) ?? placing(renderer.render({ ...view, place: standIn }, language));
      // Deleted and set again, so that the oldest in the map is the one not used for longest.
      kept.delete(key);
      kept.set(key, known);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return known(place);
    },
  };
}

/** The message for any place. What has no place in it is the same object for all of them: nothing changes a message that was rendered. */
function placing(message: Message): (place: Place) => Message {
  const fill = filling(message);
  return fill === null ? () => message : (place) => fill(place) as Message;
}

/** How `node` is filled in; `null`: it has no place in it. */
function filling(node: unknown): ((place: Place) => unknown) | null {
  if (node === STAND_IN.intake) return ({ intake }) => intake;
  if (node === STAND_IN.slot) return ({ slot }) => slot ?? '';
  if (node === STAND_IN.revision) return ({ revision }) => revision;
  if (typeof node === 'string' && node.includes(REVISION)) return ({ revision }) => node.replaceAll(REVISION, String(revision));
  if (Array.isArray(node)) {
    const parts = node.map((item) => ({ item, fill: filling(item) }));
    return parts.every(({ fill }) => fill === null) ? null : (place) => parts.map(({ item, fill }) => (fill === null ? item : fill(place)));
  }
  if (typeof node !== 'object' || node === null) return null;
  const parts = Object.entries(node).flatMap(([name, part]) => {
    const fill = filling(part);
    return fill === null ? [] : [{ name, fill }];
  });
  if (parts.length === 0) return null;
  return (place) => {
    const filled: Record<string, unknown> = { ...node };
    for (const { name, fill } of parts) filled[name] = fill(place);
    return filled;
  };
}

/** Everything a card depends on beside its place; `null` for cards that depend on the moment. */
function keyOf(view: View, language: Language): string | null {
  switch (view.kind) {
    case 'question':
    case 'step':
      return JSON.stringify([
        language,
        {
          ...view,
          place: view.place.slot !== undefined,
          facts: Object.entries(view.facts).map(([fact, { values, source }]) => [fact, values, source.kind]),
        },
      ]);
    case 'settled-question':
    case 'settled-step':
    case 'settled-advisory':
      return JSON.stringify([language, { ...view, place: view.place.slot !== undefined }]);
    // What it says is the same for everybody whom the fan-out asks.
    case 'alert-question':
      return JSON.stringify([language, view.kind, view.of, view.timeZone]);
    default:
      return null;
  }
}
