import { z } from 'zod';
import type { Knowledge } from '../knowledge/content.ts';
import { type Facts, UNKNOWN } from '../triage/facts.ts';
import { LineFault } from './json-lines.ts';

/** `tried` holds step ids; one that is no longer there is ignored, as in a stored intake. */
const STEP_ID = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

const value = z.string().min(1).max(200);

/** `z.record` passes over the key `__proto__` in silence; here it is a fact that does not exist, like any other. */
export const factsJson = z
  .unknown()
  .refine((json) => !(typeof json === 'object' && json !== null && Object.hasOwn(json, '__proto__')), 'There is no fact "__proto__"')
  .pipe(z.record(z.string(), z.union([value, z.array(value).min(1).max(50)])));

/** Facts as contracts write them (`{"os": ["windows-10"], "web": "works"}`), checked against the closed values. */
export function factsFromJson(json: z.infer<typeof factsJson>, knowledge: Knowledge): Facts {
  return Object.fromEntries(
    Object.entries(json).map(([name, given]) => {
      const fact = knowledge.facts.get(name);
      if (fact === undefined) throw new LineFault(`There is no fact "${name}".`);
      const values = typeof given === 'string' ? [given] : given;
      if (!fact.isList && values.length > 1) throw new LineFault(`The fact "${name}" has one value, not ${values.length}.`);
      const pattern = name === 'tried' ? STEP_ID : fact.pattern === null ? null : new RegExp(fact.pattern);
      const odd = values.find((one) => one !== UNKNOWN && !fact.values.some((known) => known.value === one) && pattern?.test(one) !== true);
      if (odd !== undefined) throw new LineFault(`The fact "${name}" has no value "${odd}".`);
      return [name, { values, source: { kind: 'given' as const } }];
    }),
  );
}

/** The other way round: a list stays a list, anything else is its one value. */
export function factsToJson(facts: Facts, knowledge: Knowledge): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, known]) => [name, knowledge.facts.get(name)?.isList === true ? known.values : (known.values[0] ?? UNKNOWN)]),
  );
}
