/** A `$filter` this server does not understand; Graph answers 400. */
export class BadFilter extends Error {
  override readonly name = 'BadFilter';
}

type Test = (row: object) => boolean;
type Literal = string | boolean | number | null;

/** Reads the forms of `$filter` that are in use with Service Communications: comparisons, `and`, `or`, `not`, parentheses. Throws `BadFilter`. */
export function parseFilter(text: string): Test {
  const tokens = text.match(/\(|\)|'(?:[^']|'')*'|[^\s()']+/g) ?? [];
  let at = 0;
  const peek = () => tokens[at]?.toLowerCase();
  const take = () => {
    const token = tokens[at];
    at += 1;
    if (token === undefined) throw new BadFilter('The filter ends too early.');
    return token;
  };

  function either(): Test {
    let left = both();
    while (peek() === 'or') {
      take();
      const [first, second] = [left, both()];
      left = (row) => first(row) || second(row);
    }
    return left;
  }

  function both(): Test {
    let left = single();
    while (peek() === 'and') {
      take();
      const [first, second] = [left, single()];
      left = (row) => first(row) && second(row);
    }
    return left;
  }

  function single(): Test {
    if (peek() === 'not') {
      take();
      const inner = single();
      return (row) => !inner(row);
    }
    if (peek() !== '(') return comparison(take(), take().toLowerCase(), literal(take()));
    take();
    const inner = either();
    if (take() !== ')') throw new BadFilter('A parenthesis is not closed.');
    return inner;
  }

  const test = either();
  if (at < tokens.length) throw new BadFilter(`"${tokens[at]}" was not expected here.`);
  return test;
}

/** Names are taken in any case; collections (`details`, `posts`, `services`) cannot be filtered. */
function comparison(name: string, operator: string, wanted: Literal): Test {
  const holds = OPERATORS[operator];
  if (holds === undefined) throw new BadFilter(`"${operator}" is not an operator.`);
  if (
    !/^(id|title|service|classification|origin|status|feature|featureGroup|impactDescription|isResolved|category|severity|isMajorChange|(start|end|lastModified|actionRequiredBy)DateTime)$/i.test(
      name,
    )
  ) {
    throw new BadFilter(`Could not find a property named '${name}', or it cannot be filtered.`);
  }
  return (row) => {
    const value: unknown = Object.entries(row).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null;
    return holds(order(value, wanted));
  };
}

const OPERATORS: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

function literal(token: string): Literal {
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'").toLowerCase();
  if (/^(true|false)$/i.test(token)) return token.toLowerCase() === 'true';
  if (token.toLowerCase() === 'null') return null;
  const time = /^\d{4}-\d{2}-\d{2}(T.*Z|T.*[+-]\d{2}:\d{2})?$/.test(token) ? Date.parse(token) : Number.NaN;
  if (Number.isNaN(time)) throw new BadFilter(`"${token}" is not a value.`);
  return time;
}

/** Below, at or above zero; NaN (nothing holds) when the two cannot be compared. */
function order(value: unknown, wanted: Literal): number {
  if (value === null || wanted === null) return value === wanted ? 0 : Number.NaN;
  if (typeof wanted === 'number') return Date.parse(String(value)) - wanted;
  if (typeof wanted === 'boolean') return value === wanted ? 0 : Number.NaN;
  const text = String(value).toLowerCase();
  return text === wanted ? 0 : text < wanted ? -1 : 1;
}
