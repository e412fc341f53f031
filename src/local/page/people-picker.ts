/** Somebody who can be picked: `id` is what the card sends. */
export interface Pickable {
  readonly id: string;
  readonly name: string;
}

/** Up to so many people stand in a list; more are found by typing. */
const LISTED = 12;
const USERS = /^graph\.microsoft\.com\/users\b/;

/** The card with everybody of the tenant in its people pickers, as Teams fills them in; what a card offers itself comes first. */
export function withPeople(card: unknown, people: readonly Pickable[]): unknown {
  if (Array.isArray(card)) return card.map((inner: unknown) => withPeople(inner, people));
  if (typeof card !== 'object' || card === null) return card;
  const inside = Object.fromEntries(Object.entries(card).map(([name, inner]) => [name, withPeople(inner, people)]));
  const { 'choices.data': query, ...input } = inside;
  if (input.type !== 'Input.ChoiceSet' || !asksForUsers(query)) return inside;
  const offered = Array.isArray(input.choices) ? input.choices : [];
  const known = new Set(offered.map((choice: { value?: unknown }) => choice.value));
  const choices = [...offered, ...people.filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ title: name, value: id }))];
  return { ...input, choices, style: choices.length > LISTED ? 'filtered' : 'compact' };
}

function asksForUsers(query: unknown): boolean {
  return typeof query === 'object' && query !== null && 'dataset' in query && typeof query.dataset === 'string' && USERS.test(query.dataset);
}
