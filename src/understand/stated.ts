import { type FactName, type FactValue, UNKNOWN } from '../triage/facts.ts';
import { ownOf, type Statement, withoutContained } from './belonging.ts';
import { isJapanese } from './fold.ts';
import { begunIn, firstBeginningFrom, type Hit, hitsOf } from './hits.ts';
import { type FactReading, type Lexicon, listOf, type Rule } from './lexicon.ts';
import {
  isCircumstance,
  isGuessed,
  isNegated,
  isOwned,
  isRequested,
  isSameClause,
  isSupposed,
  type Sighting,
  turnsToOther,
  wordsOf,
} from './sighting.ts';

/** A value with the words that state it. */
export interface Stated {
  readonly value: FactValue;
  readonly words: string;
}

const COMMA_COSTS = 20;

/** In Japanese: 全然, どうしても, 急に. */
const LONGEST_WORD = 4;

/** What people soften without doubting it. */
const MODESTLY_SAID = ['os', 'affected'];

/** Within how many characters a doubt about a system follows it. */
const LONGEST_DOUBT = 30;

const DENIES = ['no', 'not', 'never', 'without'];

/** What is told as done: "the password was not changed" tells nothing of the kind. */
const DONE = ['changed', 'licence', 'device-auth'];
const NOT_DONE = /(?<![a-z])(?:not|never|wasnt|isnt|hasnt|havent|didnt)(?: (?:been|yet|even|really|be)){0,2} ?$/;

/** What a question is about, it names: "Windows 7?"; whether it is "only me?" it leaves open. */
const TOPICS = ['product', 'os'];

/** "Does my neighbour have it too?", "is SSL inspection on?" */
const ASKED_ON = /^ (?:too|as well|also|now|today|here|on|off|active|enabled|in use|by anyone)\?/;

/** What is there once somebody says that it is theirs. */
const OWNED = ['filter', 'proxy', 'inspection', 'device'];

/** One value at most for each fact, out of all statements; `os` is read elsewhere, because people name several. */
export function statedFacts(all: ReadonlyMap<FactName, readonly Statement[]>, sighting: Sighting, lexicon: Lexicon): ReadonlyMap<FactName, Stated> {
  const stated = new Map<FactName, Stated>();
  for (const [fact, statements] of all) {
    const reading = lexicon.facts.get(fact);
    const chosen =
      reading === undefined
        ? null
        : choose(corrected(ownOf(fact, statements, all, sighting.folded.text), sighting, lexicon), reading, sighting, lexicon);
    if (chosen !== null) stated.set(fact, { value: chosen.value, words: wordsOf(sighting, chosen.at) });
  }
  return stated;
}

/** When the person corrects themselves, what they said after it, if that says anything of the same. */
export function corrected<Item extends { readonly at: Hit }>(items: readonly Item[], sighting: Sighting, lexicon: Lexicon): readonly Item[] {
  const correction = hitsOf(sighting.hits, listOf(lexicon, 'correction')).at(-1);
  if (correction === undefined) return items;
  const after = items.filter((item) => item.at.start >= correction.start);
  return after.length > 0 ? after : items;
}

/** Whether what is named at `at` is said to be fine: the nearest verdict in its clause is that it works. */
export function isFine(sighting: Sighting, at: Hit, lexicon: Lexicon): boolean {
  const works = nearest(sighting, at, hitsOf(sighting.hits, listOf(lexicon, 'works')));
  return works < nearest(sighting, at, hitsOf(sighting.hits, listOf(lexicon, 'fails')));
}

/** Everything that the rules of the lexicon find, by fact. */
export function allStatements(sighting: Sighting, lexicon: Lexicon): ReadonlyMap<FactName, readonly Statement[]> {
  const all = new Map<FactName, Statement[]>();
  for (const rule of begunIn(lexicon.rules, sighting.hits)) {
    const found = statementsOf(rule, sighting, lexicon);
    if (found.length > 0) all.set(rule.fact, (all.get(rule.fact) ?? []).concat(found));
  }
  return all;
}

function statementsOf(rule: Rule, sighting: Sighting, lexicon: Lexicon): readonly Statement[] {
  const [first, ...rest] = rule.pieces;
  const { whenNegated = null, isTroubledOnly = false } = lexicon.facts.get(rule.fact) ?? {};
  return hitsOf(sighting.hits, first?.piece ?? -1).flatMap((hit): readonly Statement[] => {
    const statement = follow(rule, hit, rest, sighting, lexicon);
    if (rule.value === UNKNOWN && statement !== null && turnsToOther(sighting, statement.at)) return [];
    if (statement === null || whenNegated === null) return statement === null ? [] : [statement];
    if (isLeftOpen(rule, statement.at, sighting, lexicon)) return [];
    if (isRequested(sighting, statement.at, lexicon)) return [];
    if (isTroubledOnly && isCircumstance(sighting, statement.at, lexicon) && isFine(sighting, statement.at, lexicon)) return [];
    if (!isNegated(sighting, statement.at, lexicon)) return [statement];
    const opposite = whenNegated.get(statement.value);
    return opposite === undefined ? [] : [{ ...statement, value: opposite }];
  });
}

/** Whether it is guessed or asked about. What trouble is meant stays clear then, and so does what somebody calls their own ("is it my ad blocker?"). */
function isLeftOpen({ fact }: Rule, at: Hit, sighting: Sighting, lexicon: Lexicon): boolean {
  if (OWNED.includes(fact) && isOwned(sighting, at)) return false;
  if (fact !== 'product' && (isSupposed(sighting, at, lexicon) || (isGuessed(sighting, at, lexicon) && !isModest(fact, at, sighting, lexicon))))
    return true;
  return !TOPICS.includes(fact) && (sighting.folded.text.charAt(at.end) === '?' || ASKED_ON.test(sighting.folded.text.slice(at.end, at.end + 12)));
}

/** OS はたぶん 10 です, 自分だけかも: modest people say it so, unless they add that they do not know. */
function isModest(fact: FactName, at: Hit, sighting: Sighting, lexicon: Lexicon): boolean {
  const { text } = sighting.folded;
  if (!MODESTLY_SAID.includes(fact) || !(isJapanese(text.charAt(at.start - 1)) || isJapanese(text.charAt(at.end)))) return false;
  const doubts = hitsOf(sighting.hits, listOf(lexicon, 'unknown'));
  const next = doubts[firstBeginningFrom(doubts, at.end)];
  return next === undefined || next.start - at.end > LONGEST_DOUBT;
}

function follow(rule: Rule, from: Hit, rest: Rule['pieces'], sighting: Sighting, lexicon: Lexicon): Statement | null {
  let [last, spread] = [from, 0];
  for (const { piece, within, isNext, isBeyond } of rest) {
    const next = hitsOf(sighting.hits, piece)[firstBeginningFrom(hitsOf(sighting.hits, piece), last.end)];
    // Words that hold a contrast ("there is a proxy but it needs") are continued by what stands behind it.
    if (next === undefined || !(isBeyond || isSameClause(sighting, last.end - 1, next.start))) return null;
    if (isNext && !isOneWord(sighting.folded.text.slice(last.end, next.start).trim())) return null;
    if (DONE.includes(rule.fact) && NOT_DONE.test(sighting.folded.text.slice(last.end, next.start))) return null;
    const gap = isBeyond ? next.start - last.end : gapIn(sighting, last.end, next.start);
    if (gap > within || (!isBeyond && hasVerdict(sighting, last.end, next.start, lexicon))) return null;
    [last, spread] = [next, spread + gap];
  }
  return { value: rule.value, at: { start: from.start, end: last.end }, spread };
}

/** At most a word, and none that denies: "I have no admin rights". Japanese has no spaces that would tell. */
function isOneWord(text: string): boolean {
  return !text.includes(' ') && !DENIES.includes(text) && !(text.length > LONGEST_WORD && Array.from(text).some(isJapanese));
}

/** How far apart two places stand; who puts a comma between them speaks of the next thing. */
function gapIn({ folded }: Sighting, from: number, to: number): number {
  const between = folded.text.slice(from, Math.max(from, to));
  return between.length + COMMA_COSTS * (between.match(/[,、]/g)?.length ?? 0);
}

/** Another verdict in between belongs to something else ("browser fails, Teams works"). */
function hasVerdict(sighting: Sighting, from: number, to: number, lexicon: Lexicon): boolean {
  return (['works', 'fails'] as const).some((name) => {
    const hits = hitsOf(sighting.hits, listOf(lexicon, name));
    return (hits[firstBeginningFrom(hits, from)]?.end ?? to + 1) <= to;
  });
}

function choose(statements: readonly Statement[], reading: FactReading, sighting: Sighting, lexicon: Lexicon): Statement | null {
  const { several } = reading;
  const inOrder = [...(Array.isArray(several) ? statements : withoutContained(statements))].sort((left, right) => left.at.start - right.at.start);
  if (several === 'first') return inOrder[0] ?? null;
  if (several === 'last') return inOrder.toSorted((left, right) => left.at.end - right.at.end).at(-1) ?? null;
  if (several === 'none') return inOrder.every((statement) => statement.value === inOrder[0]?.value) ? (inOrder[0] ?? null) : null;
  if (several === 'nearest') return inOrder.toSorted((left, right) => left.spread - right.spread)[0] ?? null;
  if (several === 'affected') return inOrder.find((statement) => !isFine(sighting, statement.at, lexicon)) ?? inOrder[0] ?? null;
  const rank = (statement: Statement) => (several.includes(statement.value) ? several.indexOf(statement.value) : several.length);
  return inOrder.toSorted((left, right) => rank(left) - rank(right))[0] ?? null;
}

function nearest(sighting: Sighting, at: Hit, verdicts: readonly Hit[]): number {
  const after = firstBeginningFrom(verdicts, at.end);
  const [left, right] = [verdicts[after - 1], verdicts[after]];
  const leftGap = left !== undefined && isSameClause(sighting, left.start, at.start) ? gapIn(sighting, left.end, at.start) : Number.POSITIVE_INFINITY;
  const rightGap =
    right !== undefined && isSameClause(sighting, right.start, at.start) ? gapIn(sighting, at.end, right.start) : Number.POSITIVE_INFINITY;
  return Math.min(leftGap, rightGap);
}
