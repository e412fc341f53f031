import type { Facts } from '../triage/facts.ts';

/** One thing that the proof found wrong. */
export interface Finding {
  /** The step or the problem that is to be corrected. */
  readonly about: { readonly kind: 'step' | 'problem'; readonly id: string };
  readonly sentence: string;
}

/** What is found wrong, each once, with the facts of the first way it was found on and on how many more. */
export class Findings {
  readonly #found = new Map<string, Finding & { readonly example: Facts; more: number }>();

  note(kind: Finding['about']['kind'], id: string, sentence: string, facts: Facts): void {
    const key = `${kind} ${id} ${sentence}`;
    const known = this.#found.get(key);
    if (known === undefined) this.#found.set(key, { about: { kind, id }, sentence, example: facts, more: 0 });
    else known.more += 1;
  }

  all(): readonly Finding[] {
    return [...this.#found.values()].map(({ about, sentence, example, more }) => ({
      about,
      sentence: `${sentence} (${inWords(example)}${more === 0 ? '' : `; and ${more} more ways`})`,
    }));
  }
}

function inWords(facts: Facts): string {
  const known = Object.entries(facts).map(([fact, { values }]) => `${fact}: ${values.join(', ')}`);
  return known.length === 0 ? 'whatever is known' : known.join('; ');
}
