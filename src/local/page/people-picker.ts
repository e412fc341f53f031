/** Somebody who can be picked: `id` is what the card sends. */
export interface Pickable {
  readonly id: string;
  readonly name: string;
}

/** Whom a picker finds: everybody of the tenant, or those of the conversation in which the card stands. */
export interface Pickables {
  readonly everybody: readonly Pickable[];
  readonly here: readonly Pickable[];
}

const USERS = 'graph.microsoft.com/users';
const SCOPES: Readonly<Record<string, keyof Pickables>> = { [USERS]: 'everybody', [`${USERS}?scope=currentContext`]: 'here' };

/** The card with people in its pickers, to be found by typing, as Teams fills them in; what a card offers itself comes first. */
export function withPeople(card: unknown, people: Pickables): unknown {
  if (Array.isArray(card)) return card.map((inner: unknown) => withPeople(inner, people));
  if (typeof card !== 'object' || card === null) return card;
  const inside = Object.fromEntries(Object.entries(card).map(([name, inner]) => [name, withPeople(inner, people)]));
  const { 'choices.data': query, ...input } = inside;
  const scope = input.type === 'Input.ChoiceSet' ? scopeOf(query) : null;
  if (scope === null) return inside;
  const offered = Array.isArray(input.choices) ? input.choices : [];
  const known = new Set(offered.map((choice: { value?: unknown }) => choice.value));
  const choices = [...offered, ...people[scope].filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ title: name, value: id }))];
  return { ...input, choices, style: 'filtered' };
}

function scopeOf(query: unknown): keyof Pickables | null {
  const isQuery = typeof query === 'object' && query !== null && 'dataset' in query && typeof query.dataset === 'string';
  return isQuery ? (SCOPES[String(query.dataset)] ?? null) : null;
}
