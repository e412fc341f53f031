import { type FactName, type FactValue, UNKNOWN } from '../triage/facts.ts';
import type { Hit } from './hits.ts';

const IN_THE = /(?<![a-z])(?:in|at|from|into|inside|to|of) (?:the|our|my|this|an|another)(?: [a-z]{1,12})? $/;
/** "If I get a new laptop, …": so far nothing has changed. */
const IF_EVER = /(?:^|[.!?\n,] ?)(?:if|suppose|supposing|in case|unless|should|before)(?: [a-z0-9]{1,12}){0,5} ?$/;
const LONG_SINCE =
  /^[^.,;!?\n]{0,16}(?<![a-z])(?:(?:months|years|ages|a year|half a year|a long time|long) ago|last year|(?:back )?in (?:[a-z]{3,9} )?(?:19[0-9]{2}|20[01][0-9]|202[0-4]))/;
const LONG_BEFORE =
  /(?:(?:months|years|ages|a year|half a year|a long time|long) ago|last years?|in (?:19[0-9]{2}|20[01][0-9]|202[0-4])),? (?:i|we|they|it|the|my|our)?(?: [a-z]{1,10})? ?$/;

/** "Our school lends out laptops" says whose they are, not that several fail. */
const LENT =
  /(?<![a-z])(?:lends?|lent|hands?|handed|gives?|gave|issues?|issued|provide[sd]?)(?: out)?(?: us| me| everyone| everybody| all of us)?(?: (?:those|these|the|some|new|all)){0,2} (?:laptops|tablets|notebooks|pcs|computers|macbooks|ipads|devices|surfaces)/;

/** "Nobody changed a password" tells of no change, "nobody's OneDrive is full" of no trouble. */
const BY_NOBODY = /(?<![a-z])(?:(?:nobody|no one|noone|none of us)(?: (?:here|ever|has|had|really)){0,2}|(?:havent|hasnt|never)(?: even)?) $/;
const NOBODYS = /(?<![a-z])(?:nobodys|no ones|nobody elses)(?: [a-z]{1,10})? $/;

/** "At home OneDrive fails" says where, not whose. */
const AT = /(?<![a-z])at $/;
/** "What does the little cloud mean?" */
const WHAT_IS = /(?<![a-z])what(?:s| is| are| does| do)(?: (?:it|that) mean (?:when|if))?(?: (?:the|this|that|these|those|a|my)){0,2} $/;

/** A value that the text states, where, and how far its words stand apart. */
export interface Statement {
  readonly value: FactValue;
  readonly at: Hit;
  readonly spread: number;
}

/** Without what belongs to the words of another fact. */
export function ownOf(
  fact: FactName,
  statements: readonly Statement[],
  all: ReadonlyMap<FactName, readonly Statement[]>,
  text: string,
): readonly Statement[] {
  if (fact === 'network') return withoutInside(statements, all.get('affected') ?? [], text);
  if (fact === 'proxy') return withoutHalf(statements.filter(({ value, at }) => value !== 'none' || !NEEDED.test(text.slice(at.end, at.end + 5))));
  if (fact === 'product') return withoutOpener(withoutPlace(statements, text));
  if (fact === 'web') return statements.filter(({ at }) => !/rest of (?:the )?$/.test(text.slice(Math.max(0, at.start - 12), at.start)));
  if (fact === 'affected')
    return withoutSpared(withoutLeftOpen(statements)).filter(
      ({ value, at }) => value !== 'others' || !LENT.test(text.slice(Math.max(0, at.start - 24), at.end + 24)),
    );
  if (fact === 'account')
    return withoutWithin(
      statements.filter(({ at }) => !text.startsWith('home', at.start) || !AT.test(text.slice(Math.max(0, at.start - 4), at.start))),
      (all.get('affected') ?? []).filter(({ value }) => value === 'several-accounts'),
    );
  if (fact === 'internet') return statements.filter(({ at }) => !isShared(text, at) && !TRIED_OVER.test(text.slice(at.start, at.end)));
  if (fact === 'changed')
    return withoutWithin(withoutLedBy(BY_NOBODY, withoutContained(withoutLongAgo(statements, text)), text), all.get('filter') ?? []);
  if (fact === 'files') return withoutContained(withoutLedBy(WHAT_IS, statements, text));
  if (fact === 'join') return withoutContained(statements);
  if (fact !== 'symptom') return statements;
  const troubles = withoutLedBy(NOBODYS, withoutContained(withoutFiles(statements, all.get('files') ?? [])), text);
  const said = [...(all.get('tls') ?? []), ...(all.get('old-servers') ?? [])];
  return troubles.filter(
    (trouble) => trouble.value !== 'tls-question' || !said.some(({ at }) => at.start < trouble.at.end && trouble.at.start < at.end),
  );
}

/** Without those before which such words stand. */
function withoutLedBy(words: RegExp, statements: readonly Statement[], text: string): readonly Statement[] {
  return statements.filter(({ value, at }) => value === 'nothing' || !words.test(text.slice(Math.max(0, at.start - 36), at.start)));
}

/** ほかにいるかは聞いていません leaves open whether anybody else is hit. */
function withoutLeftOpen(statements: readonly Statement[]): readonly Statement[] {
  const open = statements.filter(({ value }) => value === UNKNOWN);
  return statements.filter(({ value, at }) => value === UNKNOWN || !open.some((other) => other.at.start <= at.start && at.end <= other.at.end));
}

/** "Everyone else in the room works happily" names those who are not hit. */
function withoutSpared(statements: readonly Statement[]): readonly Statement[] {
  const alone = statements.filter(({ value }) => value === 'only-me');
  return statements.filter(({ value, at }) => value === 'only-me' || !alone.some((other) => other.at.start <= at.start && at.end <= other.at.end));
}

/** プロキシを使わないと出られない has one. */
const NEEDED = /^(?:[らさわ]?ない)?と(?![いきのな思言聞伺])/;

/** パスワードを入れないと出られない needs a password: not the half that says it needs none. */
function withoutHalf(proxies: readonly Statement[]): readonly Statement[] {
  const asked = proxies.filter(({ value }) => value === 'authenticated');
  return proxies.filter(({ value, at }) => value !== 'open' || !asked.some((other) => other.at.start <= at.start && at.end < other.at.end));
}

/** "In the office Outlook fails": an office where somebody sits is no program. */
function withoutPlace(products: readonly Statement[], text: string): readonly Statement[] {
  return products.filter(
    ({ value, at }) => value !== 'office' || !text.startsWith('office', at.start) || !IN_THE.test(text.slice(Math.max(0, at.start - 24), at.start)),
  );
}

/** What was changed months or years ago, or may be one day, is no change before the trouble. */
function withoutLongAgo(changes: readonly Statement[], text: string): readonly Statement[] {
  return changes.filter(
    ({ at }) =>
      !LONG_SINCE.test(text.slice(at.end, at.end + 40)) &&
      !LONG_BEFORE.test(text.slice(Math.max(0, at.start - 30), at.start)) &&
      !IF_EVER.test(text.slice(Math.max(0, at.start - 50), at.start)),
  );
}

/** "Some files are not uploaded yet" tells of the files that wait, not of a trouble. */
function withoutFiles(symptoms: readonly Statement[], files: readonly Statement[]): readonly Statement[] {
  const waiting = files.filter(({ value }) => value === 'pending-upload');
  return symptoms.filter(({ value, at }) => value !== 'sync-pending' || !waiting.some((file) => file.at.start < at.end && at.start < file.at.end));
}

/** Excel からだと OneDrive のファイルが開けない: Excel only opens what the other holds. */
function withoutOpener(products: readonly Statement[]): readonly Statement[] {
  const holders = new Set(products.filter(({ value }) => value === 'onedrive' || value === 'sharepoint').map(({ at }) => at.start));
  return products.filter(({ value, at }) => value !== 'office' || !holders.has(at.start));
}

/** 自宅の Wi-Fi でも同じ says over what else it was tried, not that the Wi-Fi fails. */
const TRIED_OVER =
  /^(?:wi ?fi|ネット|ネットワーク|回線|インターネット回線)(?:(?:から)?でも|だと|では|から(?:だと|は)|(?:で試し|でやっ|に変え|に切り替え|にし)ても)/;

/** 同じ Wi-Fi の人もつながらない says who is hit, not that the Wi-Fi is. */
function isShared(text: string, at: Hit): boolean {
  return text.slice(Math.max(0, at.start - 2), at.start) === '同じ';
}

/** Without those that stand wholly in what states another fact: "nothing" of 広告ブロックは何も入れていません, "the TLS 1.2 setting" that is on. */
function withoutWithin(statements: readonly Statement[], others: readonly Statement[]): readonly Statement[] {
  return statements.filter(({ at }) => !others.some((other) => other.at.start <= at.start && at.end <= other.at.end));
}

/** "Nobody in the Leeds office" says where the others are; who is in the same one (同じ社内LAN) is there too. */
function withoutInside(statements: readonly Statement[], others: readonly Statement[], text: string): readonly Statement[] {
  return statements.filter(({ at }) => isShared(text, at) || !others.some((other) => other.at.start < at.start && at.end <= other.at.end));
}

/** Longer words say it more exactly: a statement inside that of another value gives way. */
export function withoutContained(statements: readonly Statement[]): readonly Statement[] {
  const widest = [...statements].sort((left, right) => left.at.start - right.at.start || right.at.end - left.at.end);
  const kept: Statement[] = [];
  let cover: Statement | undefined;
  for (const statement of widest) {
    const isAsLong = cover !== undefined && statement.at.end - statement.at.start === cover.at.end - cover.at.start;
    if (cover !== undefined && statement.at.end <= cover.at.end && statement.value !== cover.value && !isAsLong) continue;
    kept.push(statement);
    if (cover === undefined || statement.at.end > cover.at.end) cover = statement;
  }
  return kept;
}
