/** Makes `value` and everything in it unchangeable, maps too, and returns it. */
export function freezeDeeply<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    for (const name of ['set', 'delete', 'clear'] as const) Object.defineProperty(value, name, { value: refuse });
    for (const inside of value.values()) freezeDeeply(inside);
  }
  Object.freeze(value);
  for (const inside of Object.values(value)) freezeDeeply(inside);
  return value;
}

function refuse(): never {
  throw new TypeError('The knowledge cannot be changed while Kiku runs.');
}
