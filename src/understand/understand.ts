import type { FactName, Facts, FactValue, KnownFact } from '../triage/facts.ts';
import { answerIn } from './answers.ts';
import { type Asked, readAsked } from './asked.ts';
import { ownCodes } from './asked-codes.ts';
import type { Statement } from './belonging.ts';
import { readCheck } from './check-output.ts';
import { readCodes } from './codes.ts';
import { asDeliberate, correctionOf, overruledIn, takesBack } from './corrections.ts';
import { type Folded, fold, wordsAt } from './fold.ts';
import { hitsOf } from './hits.ts';
import { languageOf } from './language.ts';
import { type Command, type FaqId, type Lexicon, listOf } from './lexicon.ts';
import { maskIdentifiers } from './mask.ts';
import { namedValue } from './named-value.ts';
import { readPasted } from './pasted.ts';
import { isNegated, type Sighting, sight } from './sighting.ts';
import { allStatements, statedFacts } from './stated.ts';
import { readSystems } from './systems.ts';
import { unwrapped } from './unwrap.ts';
import { isWhole } from './whole.ts';

/** What a message says. */
export interface Understanding {
  /** Only what the text states, each with the words that state it. */
  readonly facts: Facts;
  /** What was written beside an output that says otherwise. */
  readonly overruled: Facts;
  readonly command: Command | null;
  /** Questions that have an answer of their own; `null` when it asks none. */
  readonly question: Question | null;
  /** What looks like a code and is not exact: to be read back before it counts. */
  readonly nearCodes: readonly FactValue[];
  /** Codes among the facts that were written with the letter O for a zero. */
  readonly uncertainCodes: readonly FactValue[];
  /** It says yes, and nothing else. */
  readonly isYes: boolean;
  readonly smallTalk: SmallTalk | null;
  readonly language: 'en' | 'ja' | null;
  /** Nothing in it can be read: no letter and no digit. */
  readonly isEmpty: boolean;
}

/** `about-kiku`: who or what it is; `elsewhere`: a printer, a password, the VPN and whatever else no playbook is about. */
export type SmallTalk = 'greeting' | 'thanks' | 'about-kiku' | 'elsewhere';

/** What is asked, and what the message says beside the question. */
export interface Question {
  /** Best first; never empty. */
  readonly ids: readonly FaqId[];
  /** What the rest of the message states. */
  readonly besides: Facts;
}

/** Longer texts are read up to here; Teams lets nobody write as much. */
const LONGEST = 60_000;

/** Reads a message, an error dialog or pasted output in English or Japanese. With `openFact` it may also be the answer to that question; with `known` it may correct what was said before. */
export function understand(
  text: string,
  lexicon: Lexicon,
  options: { readonly locale?: string; readonly openFact?: FactName | null; readonly known?: Facts } = {},
): Understanding {
  const check = readCheck(text.slice(0, LONGEST));
  const pasted = readPasted(check.rest);
  const sighting = sight(fold(unwrapped(pasted.prose)), lexicon);
  const statements = allStatements(sighting, lexicon);
  const facts: Record<FactName, KnownFact> = {};
  for (const [fact, { value, words }] of statedFacts(statements, sighting, lexicon)) facts[fact] = written([value], words);
  delete facts.os;
  const systems = readSystems(statements.get('os') ?? [], sighting, lexicon);
  if (systems !== null) facts.os = written(systems.values, systems.words);
  const tried = statements.get('tried') ?? [];
  const steps = [...new Set(tried.map(({ value }) => value))];
  if (steps.length > 0) facts.tried = written(steps, facts.tried?.source.kind === 'written' ? facts.tried.source.words : '');
  const openFact = options.openFact ?? null;
  const codes = statedCodes(sighting.folded, openFact === 'code');
  if (codes.fact !== null) facts.code = codes.fact;
  const named = namedValue(sighting, lexicon);
  if (named !== null) facts['default-secure-protocols'] = written([named.value], wordsAt(sighting.folded, named.at.start, named.at.end));
  const own = { ...facts };
  Object.assign(facts, withCodes(facts.code, pasted.facts), check.facts);
  const asked = Object.keys(pasted.facts).length > 0 ? null : readAsked(sighting, lexicon);
  const question = asked === null ? null : { ids: asked.ids, besides: besides(asked, sighting.folded.text, lexicon, openFact) };
  const correction = correctionOf(facts, options.known ?? {}, openFact, sighting, lexicon);
  if (correction?.bare != null) facts[correction.bare.fact] = written([correction.bare.value], wholeOf(sighting));
  if (openFact !== null && !(openFact in facts) && correction === null) {
    const answer = question === null ? answered(sighting, openFact, lexicon, [...statements.values()].flat()) : question.besides[openFact];
    if (answer !== undefined) facts[openFact] = answer;
  }
  return {
    facts: takesBack(sighting, lexicon) ? asDeliberate(facts) : facts,
    overruled: overruledIn(own, facts),
    command: commandIn(sighting, lexicon),
    question,
    nearCodes: codes.near,
    uncertainCodes: codes.uncertain,
    isYes: isWhole(sighting, listOf(lexicon, 'yes'), lexicon),
    smallTalk: smallTalkIn(sighting, lexicon, Object.keys(facts).length > 0),
    language: languageOf(pasted.prose, options.locale),
    isEmpty: !/[\p{L}\p{N}]/u.test(text),
  };
}

function smallTalkIn(sighting: Sighting, lexicon: Lexicon, statesFacts: boolean): SmallTalk | null {
  if (isWhole(sighting, lexicon.thanks, lexicon, [lexicon.greeting])) return 'thanks';
  if (isWhole(sighting, lexicon.greeting, lexicon)) return 'greeting';
  if (statesFacts) return null;
  return (['about-kiku', 'elsewhere'] as const).find((name) => hitsOf(sighting.hits, listOf(lexicon, name)).length > 0) ?? null;
}

/** The whole message as the answer to the open question. */
function answered(sighting: Sighting, openFact: FactName, lexicon: Lexicon, statements: readonly Statement[]): KnownFact | undefined {
  const said = statements.map((statement) => statement.at);
  const answer = answerIn(sighting, openFact, lexicon, said);
  return answer === null ? undefined : written([answer], wholeOf(sighting));
}

function wholeOf({ folded }: Sighting): string {
  return wordsAt(folded, 0, folded.text.length);
}

/** What is said beside the question ("no, is it a virus?"). */
function besides({ clause }: Asked, text: string, lexicon: Lexicon, openFact: FactName | null): Facts {
  return understand(`${text.slice(0, clause.start)}\n${text.slice(clause.end)}`, lexicon, { openFact }).facts;
}

/** What was pasted counts more than what was written; codes stand beside one another. */
function withCodes(own: KnownFact | undefined, pasted: Facts): Facts {
  const { code } = pasted;
  return own === undefined || code === undefined ? pasted : { ...pasted, code: { ...code, values: [...new Set([...own.values, ...code.values])] } };
}

function written(values: readonly FactValue[], words: string): KnownFact {
  return { values, source: { kind: 'written', words: maskIdentifiers(words) } };
}

/** Between a code and the one that was meant. */
const SLIP =
  /^[ ,.;:()-]{0,5}(?:sorry|oops|no wait|make that|rather)[ ,:]{0,3}$|(?<![a-z])(?:typo|mistyped|misread|i mean|i meant|correction|sorry,? (?:its|it is|that is|thats)|should (?:be|read|say|have been))(?![a-z])|(?<![a-z])(?:sorry|oops|wait|hang on|(?:read|looked|checked)(?: it)? again)(?![a-z]| (?:for|about|to|if|that))(?!.{0,60}(?:other|second|later|colleague))[^0-9?!.\n]{0,40} (?:its|it is|it says|it reads|it was)(?: really| actually)? ?$|^\? (?:no|nope)[, ]{1,3}(?:its |it is |it was )?$|正しくは|訂正|打ち間違|書き間違|見間違|(?:^|[。、.!?…\n]) ?(?:あ|いや|すみません|失礼|ごめんなさい|おっと)?[、。…]{0,2}(?:違(?:う|った|いました|います)|ちがう|間違い|間違え(?:た|ました)|もとい)(?=[、。,. !…\n]|です|でした|$)/;
const LONGEST_SLIP = 60;

/** "My colleague had 0x8004de40, mine is …" */
const OTHERS_CODE =
  /(?<![a-z])(?:colleague|coworker|neighbou?r|friend|boss|teammate|wife|husband|he|she) (?:had|has|got|gets|sees|saw)(?: (?:the|an?|error|code)){0,3} ?$/;

/** "It is 0x8004de90, I typed 0x8004de99 before." */
const WROTE = /(?<![a-z])(?:typed|wrote|said|put|gave|sent|reported|told you)(?: (?:the|an?|error|code|you)){0,3} ?$/;
const EARLIER = /^ (?:before|earlier|first|at first|wrongly|by mistake|in my (?:first|last)|yesterday|previously)(?![a-z])/;

/** The codes, without those the person takes back ("not 0x8004de40 but 0x8004de90"). */
function statedCodes(folded: Folded, isAsked: boolean): StatedCodes {
  const { codes: all, near } = readCodes(folded.text, isAsked);
  const codes = ownCodes(all, folded.text);
  const isDenied = deniedEnds(folded.text);
  const meant = codes.filter(({ code, start, end }, index) => {
    if (codes.length > 1 && isDenied(code)) return false;
    const next = codes[index + 1];
    if (next !== undefined && next.start - end <= LONGEST_SLIP && SLIP.test(folded.text.slice(end, next.start))) return false;
    const before = folded.text.slice(Math.max(0, start - 30), start);
    if (codes.length > 1 && (OTHERS_CODE.test(before) || (WROTE.test(before) && EARLIER.test(folded.text.slice(end, end + 20))))) return false;
    return (
      !/(?<![a-z])(?:not|isnt|wasnt)(?: (?:the|a|code|error)){0,3} $/.test(before) &&
      !/^(?:では|じゃ)(?:な|あり)/.test(folded.text.slice(end, end + 6))
    );
  });
  const words = meant.map(({ start, end }) => wordsAt(folded, start, end)).join(', ');
  const values = [...new Set(meant.map((mention) => mention.code))];
  const sure = meant.filter((mention) => !mention.isUncertain).map((mention) => mention.code);
  return {
    fact: values.length === 0 ? null : written(values, words.slice(0, 80)),
    near,
    uncertain: values.filter((code) => !sure.includes(code)),
  };
}

/** "0x8004de85, sorry, not de85 but de8a": a code may be taken back by its end. */
function deniedEnds(text: string): (code: FactValue) => boolean {
  const ends = [...text.matchAll(/(?<![a-z])(?:not|isnt|wasnt) (?:the )?([0-9a-f]{3,6})(?![0-9a-z])/g)].map((match) => match[1] ?? '');
  return (code) => ends.some((end) => code.endsWith(end));
}

interface StatedCodes {
  readonly fact: KnownFact | null;
  readonly near: readonly FactValue[];
  readonly uncertain: readonly FactValue[];
}

function commandIn(sighting: Sighting, lexicon: Lexicon): Command | null {
  const said = lexicon.commands.find(({ piece, isWhole: mustBeAll }) => {
    if (mustBeAll) return isWhole(sighting, piece, lexicon, [lexicon.greeting]);
    return hitsOf(sighting.hits, piece).some((hit) => !isNegated(sighting, hit, lexicon));
  });
  return said?.command ?? null;
}
