import type { FactName, FactValue } from '../triage/facts.ts';
import { bothForms } from './contractions.ts';
import { fold, isFolded } from './fold.ts';
import {
  type Command,
  type CommandReading,
  type FactReading,
  type Lexicon,
  NEEDED_LISTS,
  NO_FAQ,
  type Rule,
  type RulePiece,
  type Several,
} from './lexicon.ts';
import { expand, parsePhrase, TemplateFault } from './template.ts';
import { type PieceId, TrieGrower } from './trie.ts';

/** The word lists as they are written, phrases not yet taken apart. */
export interface Spellings {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly facts: Readonly<Record<FactName, FactSpellings>>;
  readonly commands: Readonly<Record<string, readonly string[]>>;
  readonly talk: { readonly greeting: readonly string[]; readonly thanks: readonly string[] };
}

export interface FactSpellings {
  readonly several: Several;
  readonly whenNegated: Readonly<Record<FactValue, FactValue>> | null;
  readonly troubledOnly: boolean;
  readonly values: Readonly<Record<FactValue, readonly string[]>>;
  readonly answers: Readonly<Partial<Record<'yes' | 'no' | 'works' | 'fails', FactValue>>> & {
    readonly bare?: Readonly<Record<FactValue, readonly string[]>>;
  };
}

/** What stands on the buttons of each fact's question: typed, it is that answer. Taken as it stands. */
export type Labels = Readonly<Record<FactName, Readonly<Record<FactValue, readonly string[]>>>>;

/** A fault in one phrase, where it stands (the keys that lead to it), and what its author can do. */
export interface SpellingFault {
  readonly path: readonly (string | number)[];
  readonly wrong: string;
  readonly todo: string;
}

/** The commands by the name under which their words are written. */
const COMMANDS: Readonly<Record<string, { readonly command: Command; readonly isWhole: boolean }>> = {
  restart: { command: { kind: 'restart' }, isWhole: true },
  help: { command: { kind: 'help' }, isWhole: true },
  export: { command: { kind: 'export' }, isWhole: true },
  forget: { command: { kind: 'forget' }, isWhole: true },
  faq: { command: { kind: 'faq' }, isWhole: true },
  diagnose: { command: { kind: 'diagnose' }, isWhole: true },
  language: { command: { kind: 'language', language: null }, isWhole: true },
  'language-en': { command: { kind: 'language', language: 'en' }, isWhole: true },
  'language-ja': { command: { kind: 'language', language: 'ja' }, isWhole: true },
  person: { command: { kind: 'person' }, isWhole: false },
  'person-alone': { command: { kind: 'person' }, isWhole: true },
  health: { command: { kind: 'health' }, isWhole: true },
  alerts: { command: { kind: 'alerts' }, isWhole: true },
  'stop-alerts': { command: { kind: 'stop-alerts' }, isWhole: true },
  follow: { command: { kind: 'follow' }, isWhole: true },
  unfollow: { command: { kind: 'unfollow' }, isWhole: true },
  mute: { command: { kind: 'mute' }, isWhole: true },
  unmute: { command: { kind: 'unmute' }, isWhole: true },
  phone: { command: { kind: 'phone' }, isWhole: false },
  back: { command: { kind: 'back' }, isWhole: false },
};

/** Compiles the word lists for one pass over a text. With faults the lexicon lacks the phrases that have them. */
export function compileLexicon(spellings: Spellings, labels: Labels = {}): { readonly lexicon: Lexicon; readonly faults: readonly SpellingFault[] } {
  const press = new Press();
  for (const [name, phrases] of Object.entries(spellings.lists)) press.addList(name, phrases);
  for (const name of NEEDED_LISTS)
    if (!press.lists.has(name)) press.faults.push({ path: ['lists'], wrong: `the list "${name}" is missing`, todo: 'add it' });
  const rules: Rule[] = [];
  const facts = new Map<FactName, FactReading>();
  for (const [fact, written] of Object.entries(spellings.facts)) {
    for (const [value, phrases] of Object.entries(written.values)) {
      phrases.forEach((phrase, index) => {
        const pieces = press.addPhrase(phrase, ['facts', fact, 'values', value, index]);
        if (pieces.length > 0) rules.push({ fact, value, pieces });
      });
    }
    facts.set(fact, readingOf(fact, written, labels[fact] ?? {}, press));
  }
  const commands = Object.entries(spellings.commands).flatMap(([name, phrases]): readonly CommandReading[] => {
    const known = COMMANDS[name];
    if (known === undefined)
      press.faults.push({
        path: ['commands', name],
        wrong: `there is no command "${name}"`,
        todo: `write one of ${Object.keys(COMMANDS).join(', ')}`,
      });
    return known === undefined ? [] : [{ ...known, piece: press.addWords(phrases, ['commands', name]) }];
  });
  const greeting = press.addWords(spellings.talk.greeting, ['talk', 'greeting']);
  const thanks = press.addWords(spellings.talk.thanks, ['talk', 'thanks']);
  return { lexicon: { trie: press.trie.finish(), lists: press.lists, rules, facts, commands, greeting, thanks, faq: NO_FAQ }, faults: press.faults };
}

function readingOf(fact: FactName, written: FactSpellings, labels: Labels[FactName], press: Press): FactReading {
  const values = new Set([...Object.keys(labels ?? {}), ...Object.keys(written.answers.bare ?? {})]);
  const bare = [...values].map((value) => {
    const piece = press.addWords(written.answers.bare?.[value] ?? [], ['facts', fact, 'answers', 'bare', value]);
    for (const label of labels?.[value] ?? []) press.addLiteral(label, piece);
    return { value, piece };
  });
  const { yes = null, no = null, works = null, fails = null } = written.answers;
  const whenNegated = written.whenNegated === null ? null : new Map(Object.entries(written.whenNegated));
  return { several: written.several, whenNegated, isTroubledOnly: written.troubledOnly, answers: { yes, no, works, fails, bare } };
}

/** Gathers every phrase into one tree and numbers the pieces. */
export class Press {
  readonly trie = new TrieGrower();
  readonly lists = new Map<string, PieceId>();
  readonly faults: SpellingFault[] = [];
  readonly #texts = new Map<string, readonly string[]>();
  #pieces = 0;

  addList(name: string, phrases: readonly string[]): void {
    const literals = phrases.flatMap((phrase, index) => this.#attempt(['lists', name, index], () => expand(phrase, this.#texts)) ?? []);
    this.#texts.set(name, literals);
    this.lists.set(name, this.#addPiece(literals));
  }

  addWords(phrases: readonly string[], path: SpellingFault['path']): PieceId {
    return this.#addPiece(phrases.flatMap((phrase, index) => this.#attempt([...path, index], () => expand(phrase, this.#texts)) ?? []));
  }

  addTo(piece: PieceId, phrase: string, path: SpellingFault['path']): void {
    for (const literal of this.#attempt(path, () => expand(phrase, this.#texts)) ?? []) this.addLiteral(literal, piece);
  }

  addPhrase(phrase: string, path: SpellingFault['path']): readonly RulePiece[] {
    const parts = this.#attempt(path, () => parsePhrase(phrase, this.#texts)) ?? [];
    return parts.map((part) => ({
      piece: part.kind === 'list' ? (this.lists.get(part.name) ?? -1) : this.#addPiece(part.literals),
      within: part.within,
      isNext: part.isNext,
      isBeyond: part.isBeyond,
    }));
  }

  #addPiece(literals: readonly string[]): PieceId {
    const piece = this.#pieces;
    this.#pieces += 1;
    for (const literal of literals) this.addLiteral(literal, piece);
    return piece;
  }

  // A phrase that begins with "=" counts only in exactly this case: `=Word`; one that begins with "~" only as an item of its own: `~自宅`.
  addLiteral(literal: string, piece: PieceId): void {
    const [isExact, isAlone] = [literal.startsWith('='), literal.startsWith('~')];
    const words = isExact || isAlone ? literal.slice(1) : literal;
    const text = isFolded(words) ? words : fold(words).text.replace(/[.。]$/, '');
    for (const form of isExact ? [text] : bothForms(text)) this.trie.add(form, { piece, exact: isExact ? words : null, isAlone });
  }

  #attempt<Result>(path: SpellingFault['path'], work: () => Result): Result | null {
    try {
      return work();
    } catch (fault) {
      if (!(fault instanceof TemplateFault)) throw fault;
      this.faults.push({ path, wrong: fault.message, todo: 'correct the phrase; the head of the file explains the notation' });
      return null;
    }
  }
}
