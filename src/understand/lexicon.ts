import type { FactName, FactValue } from '../triage/facts.ts';
import { type PieceId, type Trie, TrieGrower } from './trie.ts';

/** What a person asks of Kiku itself. `language` without a language: which ones are there? */
export type Command =
  | { readonly kind: 'restart' }
  | { readonly kind: 'help' }
  | { readonly kind: 'faq' }
  /** What is kept of them: shown to them, deleted. */
  | { readonly kind: 'export' | 'forget' }
  /** One block of commands that only look, instead of questions. */
  | { readonly kind: 'diagnose' }
  | { readonly kind: 'language'; readonly language: 'en' | 'ja' | null }
  | { readonly kind: 'person' }
  /** What Microsoft has open; how one is told of it. */
  | { readonly kind: 'health' | 'alerts' | 'stop-alerts' }
  /** Of what is named beside it. */
  | { readonly kind: 'follow' | 'unfollow' | 'mute' | 'unmute' }
  | { readonly kind: 'phone' }
  | { readonly kind: 'back' };

/** Pieces that must follow one another in one clause, and the value they state. */
export interface Rule {
  readonly fact: FactName;
  readonly value: FactValue;
  readonly pieces: readonly RulePiece[];
}

/** A piece and how far it may stand behind the one before it, in characters; `isNext`: with one word between at most, `isBeyond`: a clause may end in between. */
export interface RulePiece {
  readonly piece: PieceId;
  readonly within: number;
  readonly isNext: boolean;
  readonly isBeyond: boolean;
}

/**
 * Which of several stated values of a fact counts. `first`: the first; `last`: the last, where people tell what they did; `nearest`: that whose words stand closest together;
 * `affected`: the first that is not said to be fine; `none`: they contradict each other, so nothing is stated; a list: the first of it.
 */
export type Several = 'first' | 'last' | 'nearest' | 'affected' | 'none' | readonly FactValue[];

/** How one fact is read. */
export interface FactReading {
  readonly several: Several;
  /** What the opposite of a value states; `null` where a "not" in front means nothing (the words carry their own). */
  readonly whenNegated: ReadonlyMap<FactValue, FactValue> | null;
  /** Whether a value under which all is well ("when I am in the office it works") is not stated. */
  readonly isTroubledOnly: boolean;
  /** What an answer means while this fact's question is open. */
  readonly answers: {
    readonly yes: FactValue | null;
    readonly no: FactValue | null;
    readonly works: FactValue | null;
    readonly fails: FactValue | null;
    /** Words that say the value only as an answer: `10`, `home`. */
    readonly bare: readonly { readonly value: FactValue; readonly piece: PieceId }[];
  };
}

/** Words for a command. `isWhole`: only when the message says nothing else. */
export interface CommandReading {
  readonly command: Command;
  readonly isWhole: boolean;
  readonly piece: PieceId;
}

/** The id of a question that has an answer of its own. */
export type FaqId = string;

/** Pieces that must follow one another, and the question they ask. */
export interface FaqRule {
  readonly id: FaqId;
  readonly pieces: readonly RulePiece[];
}

/** How the questions are found that have an answer of their own: in a tree of theirs, so that no word of theirs changes what a message states. */
export interface FaqReading {
  readonly trie: Trie;
  readonly rules: readonly FaqRule[];
  /** Words beside which it is another question. */
  readonly unless: ReadonlyMap<FaqId, PieceId>;
  /** What a question looks like. */
  readonly asking: PieceId;
}

export const NO_FAQ: FaqReading = { trie: new TrieGrower().finish(), rules: [], unless: new Map(), asking: -1 };

/** All words Kiku understands, compiled for one pass over a text. */
export interface Lexicon {
  readonly trie: Trie;
  readonly lists: ReadonlyMap<string, PieceId>;
  readonly rules: readonly Rule[];
  readonly facts: ReadonlyMap<FactName, FactReading>;
  readonly commands: readonly CommandReading[];
  readonly greeting: PieceId;
  readonly thanks: PieceId;
  readonly faq: FaqReading;
}

/** The word lists that the reading itself needs; the rest belong to the author. */
export const NEEDED_LISTS = [
  'works',
  'fails',
  'not-before',
  'not-after',
  'no-denial',
  'contrast',
  'correction',
  'taking-back',
  'filler',
  'yes',
  'no',
  'unknown',
  'ignore',
  'was',
  'upgrade',
  'asking',
  'asking-after',
  'when',
  'when-after',
  'hedge',
  'hedge-after',
  'about-kiku',
  'elsewhere',
  'request',
] as const;

/** The number of one of the `NEEDED_LISTS`. */
export function listOf(lexicon: Lexicon, name: (typeof NEEDED_LISTS)[number]): PieceId {
  const piece = lexicon.lists.get(name);
  if (piece === undefined) throw new Error(`The lexicon has no list "${name}"; the loader should have refused it.`);
  return piece;
}
