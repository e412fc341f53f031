import type { Language, Text } from '../ports.ts';

/** Arguments of a phrase, by the name that stands in braces. */
export type Arguments = Readonly<Record<string, string>>;

const PLACEHOLDER = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g;

/** `text` in `language`, with `{name}` replaced by its argument. A missing argument is our own mistake, so it throws. */
export function say(text: Text, language: Language, args: Arguments = {}): string {
  return text[language].replace(PLACEHOLDER, (_, name: string) => {
    const value = args[name];
    if (value === undefined) throw new Error(`The words "${text[language]}" need the argument "${name}", which is not there.`);
    return value;
  });
}

/** The names in braces in `words`, each once, in order of their names. */
export function placeholders(words: string): readonly string[] {
  return [...new Set([...words.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))].toSorted();
}
