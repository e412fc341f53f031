import type { FactName, Facts, FactValue, KnownFact } from '../triage/facts.ts';
import { answerIn } from './answers.ts';
import { readCodes } from './codes.ts';
import { type Folded, fold, wordsAt } from './fold.ts';
import { hitsOf } from './hits.ts';
import { languageOf } from './language.ts';
import type { Command, Lexicon } from './lexicon.ts';
import { maskIdentifiers } from './mask.ts';
import { readPasted } from './pasted.ts';
import { ownWords } from './prose.ts';
import { isNegated, type Sighting, sight } from './sighting.ts';
import { allStatements, statedFacts } from './stated.ts';
import { readSystems } from './systems.ts';
import { isWhole } from './whole.ts';

/** What a message says. */
export interface Understanding {
  /** Only what the text states, each with the words that state it. */
  readonly facts: Facts;
  readonly command: Command | null;
  /** What looks like a code and is not exact: to be read back before it counts. */
  readonly nearCodes: readonly FactValue[];
  readonly smallTalk: 'greeting' | 'thanks' | null;
  readonly language: 'en' | 'ja' | null;
  /** Nothing in it can be read: no letter and no digit. */
  readonly isEmpty: boolean;
}

/** Longer texts are read up to here; Teams lets nobody write as much. */
const LONGEST = 60_000;

/** Reads a message, an error dialog or pasted output in English or Japanese. With `openFact` it may also be the answer to that question. */
export function understand(
  text: string,
  lexicon: Lexicon,
  options: { readonly locale?: string; readonly openFact?: FactName | null } = {},
): Understanding {
  const pasted = readPasted(ownWords(text.slice(0, LONGEST)));
  const sighting = sight(fold(pasted.prose), lexicon);
  const statements = allStatements(sighting, lexicon);
  const facts: Record<FactName, KnownFact> = {};
  for (const [fact, { value, words }] of statedFacts(statements, sighting, lexicon)) facts[fact] = written([value], words);
  delete facts.os;
  const systems = readSystems(statements.get('os') ?? [], sighting, lexicon);
  if (systems !== null) facts.os = written(systems.values, systems.words);
  const codes = statedCodes(sighting.folded);
  if (codes.fact !== null) facts.code = codes.fact;
  Object.assign(facts, pasted.facts);
  const openFact = options.openFact ?? null;
  const answer = openFact === null || openFact in facts ? null : answerIn(sighting, openFact, lexicon);
  if (openFact !== null && answer !== null) facts[openFact] = written([answer], wordsAt(sighting.folded, 0, sighting.folded.text.length));
  return {
    facts,
    command: commandIn(sighting, lexicon),
    nearCodes: codes.near,
    smallTalk: isWhole(sighting, lexicon.thanks, lexicon, [lexicon.greeting])
      ? 'thanks'
      : isWhole(sighting, lexicon.greeting, lexicon)
        ? 'greeting'
        : null,
    language: languageOf(pasted.prose, options.locale),
    isEmpty: !/[\p{L}\p{N}]/u.test(text),
  };
}

function written(values: readonly FactValue[], words: string): KnownFact {
  return { values, source: { kind: 'written', words: maskIdentifiers(words) } };
}

/** The codes, without those the person takes back ("not 0x8004de40 but 0x8004de90"). */
function statedCodes(folded: Folded): { readonly fact: KnownFact | null; readonly near: readonly FactValue[] } {
  const { codes, near } = readCodes(folded.text);
  const meant = codes.filter(({ start, end }) => {
    const before = folded.text.slice(Math.max(0, start - 30), start);
    return (
      !/(?<![a-z])(?:not|isnt|wasnt)(?: (?:the|a|code|error)){0,3} $/.test(before) &&
      !/^(?:では|じゃ)(?:な|あり)/.test(folded.text.slice(end, end + 6))
    );
  });
  const words = meant.map(({ start, end }) => wordsAt(folded, start, end)).join(', ');
  return { fact: meant.length === 0 ? null : written([...new Set(meant.map((mention) => mention.code))], words.slice(0, 80)), near };
}

function commandIn(sighting: Sighting, lexicon: Lexicon): Command | null {
  const said = lexicon.commands.find(({ piece, isWhole: mustBeAll }) => {
    if (mustBeAll) return isWhole(sighting, piece, lexicon, [lexicon.greeting]);
    return hitsOf(sighting.hits, piece).some((hit) => !isNegated(sighting, hit, lexicon));
  });
  return said?.command ?? null;
}
