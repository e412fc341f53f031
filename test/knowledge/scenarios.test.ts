import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { knowledge, type Told, told } from './outside-advice.ts';
import { advisories } from './outside-advisories.ts';

const FOLDER = join(import.meta.dirname, 'scenarios');

const value = z.union([z.string(), z.array(z.string())]);
const scenario = z.strictObject({
  title: z.string(),
  is: z.enum(['employee', 'helpdesk']).default('employee'),
  facts: z.record(z.string(), value),
  advisory: z.enum(['open', 'closed', 'unrelated', 'OD255960']).optional(),
  problem: z.string().optional(),
  asks: z.array(z.string()).default([]),
  shows: z.array(z.string()).default([]),
  order: z.array(z.string()).default([]),
  never: z.array(z.string()).default([]),
  stop: z.enum(['escalate', 'wait', 'upgrade', 'web', 'none']),
  /** The id of the end, where its words matter. */
  ends: z.string().optional(),
  settles: z.array(z.string().regex(/^C\d+$/)).default([]),
  because: z.string(),
});
type Scenario = z.infer<typeof scenario>;

const scenarios = readdirSync(FOLDER)
  .sort()
  .flatMap((file) => z.array(scenario).parse(parse(readFileSync(join(FOLDER, file), 'utf8'))));

/** What an expert misses in the answer, or would not have shown. */
function disagreements(one: Scenario): readonly string[] {
  const answer = told({ facts: one.facts, audience: one.is, advisories: one.advisory === undefined ? [] : advisories[one.advisory] });
  const places = one.order.map((pattern) => placesOf(answer, pattern));
  return [
    ...(one.problem === undefined || answer.problem === one.problem ? [] : [`the problem is ${answer.problem}, not ${one.problem}`]),
    ...(answer.stop.kind === one.stop ? [] : [`it ends with ${answer.stop.kind}, not ${one.stop}`]),
    ...(one.ends === undefined || answer.stop.id === one.ends ? [] : [`it ends with ${answer.stop.id}, not ${one.ends}`]),
    ...one.asks.filter((fact) => !answer.asks.includes(fact)).map((fact) => `${fact} is not asked`),
    ...one.shows.filter((pattern) => placesOf(answer, pattern).length === 0).map((pattern) => `not shown: ${pattern}`),
    ...one.order.filter((_pattern, at) => places[at]?.length === 0).map((pattern) => `not shown: ${pattern}`),
    ...one.order.slice(1).flatMap((pattern, at) => ((places[at]?.[0] ?? 0) <= (places[at + 1]?.[0] ?? 0) ? [] : [`too early: ${pattern}`])),
    ...one.never.flatMap((pattern) =>
      placesOf(answer, pattern).map((place) => `must not be shown: ${pattern} (${answer.steps[Math.floor(place)]?.id})`),
    ),
  ];
}

/** Where a pattern (`i:` id, `c:` command, `t:` title, `s:` source, `r:` risk) is found: the step's index, and a fraction for the command's. */
function placesOf(answer: Told, pattern: string): readonly number[] {
  const [kind, rest] = [pattern.slice(0, 2), pattern.slice(2)];
  const wanted = new RegExp(rest, 'i');
  return answer.steps.flatMap((step, at) => {
    if (kind === 'c:') return step.commands.flatMap((text, line) => (wanted.test(text) ? [at + line / 100] : []));
    const isFound =
      kind === 'i:'
        ? step.id === rest
        : kind === 't:'
          ? wanted.test(step.title)
          : kind === 's:'
            ? step.sources.includes(rest)
            : kind === 'r:' && wanted.test(step.risk);
    return isFound ? [at] : [];
  });
}

describe('what an experienced engineer would expect', () => {
  it.each(scenarios.map((one) => [`${one.title} (${one.is})`, one] as const))('%s', (_title, one) => {
    expect(disagreements(one)).toEqual([]);
  });

  it('is asked of every problem and every system', () => {
    const missing = (told: ReadonlySet<string | undefined>, all: Iterable<string>) => [...all].filter((one) => !told.has(one));
    const problems = new Set(scenarios.map((one) => one.problem));
    const systems = new Set(scenarios.map((one) => [one.facts.os ?? []].flat()[0]));

    expect(missing(problems, knowledge.problems.keys())).toEqual([]);
    expect(missing(systems, knowledge.facts.get('os')?.values.map(({ value: os }) => os) ?? [])).toEqual([]);
  });

  it('settles every contradiction of the documents in some scenario', () => {
    const settled = new Set(scenarios.flatMap((one) => one.settles));

    expect(Array.from({ length: 33 }, (_, at) => `C${at + 1}`).filter((name) => !settled.has(name))).toEqual([]);
  });
});
