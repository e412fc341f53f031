import type { Language, Message } from '../ports.ts';
import type { Place, View } from '../views.ts';
import type { Renderer } from './render.ts';

/** What stands in for a card's place while it is kept; no id and no count of turns looks like these. */
const STAND_IN: Required<Place> = { intake: '\u{e0f2}intake\u{e0f2}', revision: 900_719_925_474_099, slot: '\u{e0f2}slot\u{e0f2}' };

const MOST_KEPT = 500;

/**
 * Renders a card that differs from an earlier one only in its place by changing the place in the earlier one: many people are asked
 * the same question about the same facts, and filling a template is among the dearest things a turn does.
 */
export function remembering(renderer: Renderer): Renderer {
  const kept = new Map<string, string>();
  return {
    render(view, language) {
      const key = keyOf(view, language);
      if (key === null || !('place' in view) || view.place === null) return renderer.render(view, language);
      const { place } = view;
      const standIn = place.slot === undefined ? { intake: STAND_IN.intake, revision: STAND_IN.revision } : STAND_IN;
      const known = kept.get(key) ?? JSON.stringify(renderer.render({ ...view, place: standIn }, language));
      // Deleted and set again, so that the oldest in the map is the one not used for longest.
      kept.delete(key);
      kept.set(key, known);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      return inPlace(known, place);
    },
  };
}

function inPlace(card: string, place: Place): Message {
  return JSON.parse(
    card
      .replaceAll(JSON.stringify(STAND_IN.intake), JSON.stringify(place.intake))
      .replaceAll(String(STAND_IN.revision), String(place.revision))
      .replaceAll(JSON.stringify(STAND_IN.slot), JSON.stringify(place.slot ?? '')),
  );
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
