import type { Facts } from '../triage/facts.ts';

/** What is found wrong, each once, with the facts of the first way it was found on and on how many more. */
export class Findings {
  readonly #found = new Map<string, { readonly example: Facts; more: number }>();

  note(wrong: string, facts: Facts): void {
    const known = this.#found.get(wrong);
    if (known === undefined) this.#found.set(wrong, { example: facts, more: 0 });
    else known.more += 1;
  }

  sentences(): readonly string[] {
    return [...this.#found].map(([wrong, { example, more }]) => `${wrong} (${inWords(example)}${more === 0 ? '' : `, and ${more} more ways`})`);
  }
}

function inWords(facts: Facts): string {
  const known = Object.entries(facts).map(([fact, { values }]) => `${fact}: ${values.join(', ')}`);
  return known.length === 0 ? 'whatever is known' : known.join('; ');
}
