import { type Asked, type GivenFacts, knowledge } from './outside-advice.ts';

/** Numbers that look random and are the same in every run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What opens doors: the answers after which something dangerous may be shown, taken more often than the rest. */
const OPENING: Readonly<Record<string, readonly string[]>> = {
  web: ['works'],
  internet: ['works'],
  affected: ['only-me'],
  files: ['safe'],
  device: ['personal', 'managed'],
  rights: ['admin'],
  network: ['office', 'elsewhere'],
  'device-auth': ['success'],
  licence: ['assigned'],
  wizard: ['current'],
  account: ['work'],
};

const SYMPTOMS = valuesOf('symptom');
const PRODUCTS = valuesOf('product');
const CODES = [...knowledge.codes.keys()];
const OPEN_FACTS = [...knowledge.facts.keys()].filter((fact) => !['code', 'symptom', 'product', 'os', 'tried'].includes(fact));

/** The ways into every problem: each code, and each symptom of each product. */
const ENTRIES: readonly GivenFacts[] = [
  {},
  { code: ['unknown'] },
  ...CODES.map((code) => ({ code: [code] })),
  ...PRODUCTS.map((product) => ({ product })),
  ...SYMPTOMS.flatMap((symptom) => PRODUCTS.map((product) => ({ code: ['none'], symptom, product }))),
];

/** Entries by the problem they lead to, so that a problem with one code is looked at as often as one with fifty. */
export function entriesByProblem(problemOf: (facts: GivenFacts) => string | null): ReadonlyMap<string | null, readonly GivenFacts[]> {
  return Map.groupBy(ENTRIES, problemOf);
}

/** One situation somebody may be in: a way into a problem, and anything else known or not. */
export function situation(random: () => number, entries: ReadonlyMap<string | null, readonly GivenFacts[]>): GivenFacts {
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(random() * from.length)];
    if (found === undefined) throw new Error('Nothing to pick from.');
    return found;
  };
  const entry = pick(pick([...entries.values()]));
  const isTame = random() < 0.6;
  const density = random();
  const rest = OPEN_FACTS.flatMap((fact): readonly (readonly [string, string])[] => {
    if (random() > (isTame ? 0.95 : density)) return [];
    const opening = OPENING[fact];
    return [[fact, isTame && opening !== undefined && random() < 0.93 ? pick(opening) : pick([...valuesOf(fact), 'unknown'])]];
  });
  const more = entry.code !== undefined && random() < 0.3 ? { product: pick(PRODUCTS), symptom: pick(SYMPTOMS) } : {};
  const os = random() < 0.05 ? {} : { os: [pick([...valuesOf('os'), 'windows-11', 'windows-10', 'windows-7-sp1', 'server-2012', 'unknown'])] };
  return { ...more, ...entry, ...os, ...Object.fromEntries(rest) };
}

/** The same facts, told in another order. */
export function shuffled(facts: GivenFacts, random: () => number): GivenFacts {
  const keyed = Object.entries(facts).map((entry) => ({ entry, key: random() }));
  return Object.fromEntries(keyed.sort((left, right) => left.key - right.key).map(({ entry }) => entry));
}

/** A line in short, for the message of a fault. */
export function inShort({ facts, audience }: Asked): string {
  return `${audience} ${Object.entries(facts)
    .map(([name, value]) => `${name}=${[value].flat().join('+')}`)
    .join(' ')}`;
}

export function valuesOf(fact: string): readonly string[] {
  return knowledge.facts.get(fact)?.values.map(({ value }) => value) ?? [];
}
