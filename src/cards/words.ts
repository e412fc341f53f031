import type { Knowledge } from '../knowledge/content.ts';
import type { Language, Text } from '../ports.ts';
import { escapeMarkdown, plainLine } from './markdown.ts';

type Arguments = Readonly<Record<string, string>>;

/** What Kiku knows, spoken in one language. */
export interface Words {
  readonly language: Language;
  readonly knowledge: Knowledge;
  /** The phrase under `key` as Markdown. Arguments may be foreign: they are escaped. */
  say(key: string, args?: Arguments): string;
  /** The phrase under `key` for a place that knows no Markdown: a button, a notification. */
  label(key: string, args?: Arguments): string;
  /** Whether there is such a phrase; foreign names (a status of Microsoft's) may have none. */
  has(key: string): boolean;
  of(text: Text): string;
}

/** The words of `knowledge` in `language`; a key that is not there is our own fault and throws. */
export function wordsIn(knowledge: Knowledge, language: Language): Words {
  const phrase = (key: string): string => {
    const text = knowledge.phrases.get(key);
    if (text === undefined) throw new Error(`The cards ask for the phrase "${key}", which the knowledge does not have.`);
    return text[language];
  };
  return {
    language,
    knowledge,
    say: (key, args = {}) => filled(phrase(key), args, escapeMarkdown, key),
    label: (key, args = {}) => filled(phrase(key), args, plainLine, key),
    has: (key) => knowledge.phrases.has(key),
    of: (text) => text[language],
  };
}

function filled(phrase: string, args: Arguments, make: (text: string) => string, key: string): string {
  return phrase.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
    const value = args[name];
    if (value === undefined) throw new Error(`The phrase "${key}" needs "${name}", which it was not given.`);
    return make(value);
  });
}
