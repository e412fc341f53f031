import { asObject } from './activity.ts';

/** An action of a card, as it stands in the card. */
export interface CardAction {
  readonly type: string;
  readonly title: string;
  readonly id: string | null;
  readonly verb: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Every action a person could press on `card`: also in action sets, select actions and shown cards, in reading order. */
export function actionsIn(card: unknown): readonly CardAction[] {
  if (Array.isArray(card)) return card.flatMap(actionsIn);
  const object = asObject(card);
  if (object === null) return [];
  const action = toAction(object);
  const inside = Object.entries(object).flatMap(([name, value]) => (name === 'data' || name === 'fallback' ? [] : actionsIn(value)));
  return action === null ? inside : [action, ...inside];
}

/** The values a card's inputs have before anybody touches them. */
export function inputsIn(card: unknown): Readonly<Record<string, string>> {
  if (Array.isArray(card)) return Object.assign({}, ...card.map(inputsIn)) as Record<string, string>;
  const object = asObject(card);
  if (object === null) return {};
  const { type, id, value } = object;
  const own = typeof type === 'string' && type.startsWith('Input.') && typeof id === 'string' && typeof value === 'string' ? { [id]: value } : {};
  return Object.assign(own, ...Object.entries(object).map(([name, inner]) => (name === 'data' ? {} : inputsIn(inner)))) as Record<string, string>;
}

function toAction(object: Readonly<Record<string, unknown>>): CardAction | null {
  const { type, title, id, verb, data } = object;
  if (typeof type !== 'string' || !type.startsWith('Action.')) return null;
  return {
    type,
    title: typeof title === 'string' ? title : '',
    id: typeof id === 'string' ? id : null,
    verb: typeof verb === 'string' ? verb : null,
    data: asObject(data) ?? (data === undefined ? {} : { value: data }),
  };
}
