import type { Knowledge, SourceId } from './content.ts';

/** What a fact of the documents may have become. A place is a kind, a space, and an id (`step test-web`). */
export interface Traced {
  /** The ids of each kind. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<string>>;
  /** The documents that a place stands on, where it names any. */
  readonly sources: ReadonlyMap<string, readonly SourceId[]>;
  /** The places that say on their card where they depart from a document. */
  readonly departing: ReadonlySet<string>;
}

/** Every place there is. A `reading` is a fact and one of its values, as free text states it (`reading web works`). */
export function tracedIn(knowledge: Knowledge): Traced {
  const { codes, steps, stops, problems, facts, faq, safety, sources, topics, phrases } = knowledge;
  const rules = new Map(safety.map((rule) => [rule.id, rule]));
  const kinds = {
    code: codes.keys(),
    step: steps.keys(),
    stop: stops.keys(),
    problem: problems.keys(),
    fact: facts.keys(),
    reading: [...facts].flatMap(([fact, { values }]) => values.map(({ value }) => `${fact} ${value}`)),
    answer: faq.keys(),
    source: sources.keys(),
    phrase: phrases.keys(),
    safety: rules.keys(),
    topic: topics.map(({ id }) => id),
  };
  return {
    kinds: new Map(Object.entries(kinds).map(([kind, ids]) => [kind, new Set(ids)])),
    sources: new Map(
      Object.entries({ code: codes, step: steps, stop: stops, answer: faq, safety: rules }).flatMap(([kind, entries]) =>
        [...entries].map(([id, entry]) => [`${kind} ${id}`, entry.sources] as const),
      ),
    ),
    departing: new Set(
      Object.entries({ step: steps, answer: faq }).flatMap(([kind, entries]) =>
        [...entries].filter(([, { departs }]) => departs !== null).map(([id]) => `${kind} ${id}`),
      ),
    ),
  };
}
