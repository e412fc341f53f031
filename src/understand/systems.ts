import { type FactValue, UNKNOWN } from '../triage/facts.ts';
import { type Statement, withoutContained } from './belonging.ts';
import { wordsAt } from './fold.ts';
import { type Hit, hitsOf } from './hits.ts';
import { type Lexicon, listOf } from './lexicon.ts';
import type { Sighting } from './sighting.ts';
import { corrected, isFine } from './stated.ts';

/** The operating systems a text names, the affected device first, with the words that name them. */
export interface Systems {
  readonly values: readonly FactValue[];
  readonly words: string;
}

interface Mention {
  readonly value: FactValue;
  readonly at: Hit;
}

const CLIENT =
  '(?:windows|win|w)? ?(11|10|8\\.1|8|7)(?![0-9a-z]|\\.[0-9]|[ ]?(?:[gmt]b|users|people|pcs|machines|of|others|days|hours|minutes|times|時|人|台|日|分|月|年|回|個|名))';
const NEXT_ONE = new RegExp(`^(?: i think| maybe| perhaps)?,? ?(/|,|、|・|and|&|と|or|か|to|->|→|から) ?${CLIENT}`);
const NOT_THIS_BUT = [
  new RegExp(
    `(?<![a-z0-9])(?:not|isnt)(?: on| running| using)? (?:windows ?|win ?|w)?(?:7|8\\.1|8|10|11)[,;.]?(?: but| its| it is| im on| rather){0,3} ${CLIENT}`,
    'g',
  ),
  new RegExp(
    `(?<![0-9.])(?:7|8\\.1|8|10|11)[,.;:–—-]{0,2}[,.;: –—-]{1,3}(?:no[, ]{1,2})?(?:sorry|wait|oops|i mean|i meant|make that|actually|correction|rather|hang on|hold on|(?:strike|scratch|forget) that|my (?:mistake|bad)|i was wrong)(?:[,:. ]{1,2}(?:no|wait|sorry|its|it is|i mean|i meant)){0,3}[,:. ]{1,2}${CLIENT}`,
    'g',
  ),
  new RegExp(`(?<![0-9.])(?:7|8\\.1|8|10|11)(?:では|じゃ)な(?:くて|く|いです)[、,。]?${CLIENT}`, 'g'),
  new RegExp(
    `(?<![0-9.])(?:7|8\\.1|8|10|11)(?:だ|です)?(?:と|って)(?:ずっと)?(?:書|言|送|伝え|お伝えし|思|申|答)[^。、0-9]{1,8}(?:が|けど|ら)[、]?(?:正しくは|間違いで|誤りで|勘違いで|実際は|実は|本当は|確認したら|見たら|よく見たら|調べたら)?[、]?${CLIENT}`,
    'g',
  ),
];
const OTHERS =
  /(?:同僚|隣の人|隣の席の人|(?:他|ほか)の人|上司|部下|先輩|後輩)の$|(?<![a-z])(?:colleagues?|coworkers?|co workers?|neighbou?rs?|bosss?|boss|teammates?|managers?|wifes?|husbands?)(?:'s)? (?:(?:has|have|runs|uses|is|on|with|own|old|new|pc|laptop|computer|machine|a|an|the) ?){0,4}\(?$/;
const SEVEN_AND = /7 ?(?:\/|,|、|・|and|&|と) ?(?:windows|win)? ?(8\.1|8|10|11)(?![0-9])/;

/** The operating systems that `named` (the statements of the lexicon) and version numbers state; `null` when there are none. */
export function readSystems(named: readonly Statement[], sighting: Sighting, lexicon: Lexicon): Systems | null {
  const names = withoutContained(named).filter((name) => !/^\.[0-9]/.test(sighting.folded.text.slice(name.at.end, name.at.end + 2)));
  const several = names.flatMap((name) => withNext(name, sighting.folded.text));
  const said = stillTrue(withVersions(several, versionsIn(sighting.folded.text)), sighting, lexicon);
  const all = [...said, ...replacements(sighting.folded.text), ...numbersIn(sighting.folded.text)];
  all.sort((left, right) => left.at.start - right.at.start);
  const current = corrected(all, sighting, lexicon);
  // 同僚の Windows 11 では問題ありません, and nothing of one's own: whose system is asked stays open.
  if (
    current.every(
      (item) => isFine(sighting, item.at, lexicon) && OTHERS.test(sighting.folded.text.slice(Math.max(0, item.at.start - 40), item.at.start)),
    )
  )
    return null;
  const affectedFirst = [
    ...current.filter((item) => !isFine(sighting, item.at, lexicon)),
    ...current.filter((item) => isFine(sighting, item.at, lexicon)),
  ];
  const first = affectedFirst[0];
  if (first === undefined) return null;
  return { values: exactOnly([...new Set(affectedFirst.map((item) => item.value))]), words: wordsAt(sighting.folded, first.at.start, first.at.end) };
}

/** What Windows calls itself by number. `null` for a number that is none of Windows. */
export function systemOfVersion(major: string, build: number): FactValue | null {
  if (major === '6.0') return 'server-2008';
  if (major === '6.1') return build === 7601 ? 'windows-7-sp1' : build === 7600 ? 'windows-7-rtm' : null;
  if (major === '6.2') return 'windows-8';
  if (major === '6.3') return 'windows-8.1';
  if (build === 20348) return 'server-2022';
  if (build >= 22000 && build < 30000) return 'windows-11';
  return build >= 10240 && build <= 19045 ? 'windows-10' : null;
}

/** "Windows 10 and 11" are two, "10 or 11" is one that is not known, "10 to 11" is the second. */
function withNext(name: Statement, text: string): readonly Mention[] {
  // "Windows 7/8 Service Pack 1": there is none for Windows 8.
  const beside = name.value === 'windows-7-sp1' ? SEVEN_AND.exec(text.slice(name.at.start, name.at.end))?.[1] : undefined;
  if (beside !== undefined) return [name, { value: `windows-${beside}`, at: name.at }];
  const rest = text.slice(name.at.end, name.at.end + 40);
  const match = /^windows-[0-9.]+$/.test(name.value) ? NEXT_ONE.exec(rest) : null;
  if (match === null) return [name];
  const at = { start: name.at.start, end: name.at.end + match[0].length };
  const [joint = '', number = ''] = match.slice(1);
  if (joint === 'or' || joint === 'か') return [{ value: 'windows', at }];
  const second = { value: `windows-${number}`, at: { start: at.end - number.length, end: at.end } };
  if (joint === 'to' || joint === '->' || joint === '→' || joint === 'から') return [second];
  return [name, second];
}

/** Every version and build has four digits in a row, every release an `h`; most messages have neither. */
const VERSION_LIKE = /[0-9]{4}|[0-9]h[12]/;

function versionsIn(text: string): readonly Mention[] {
  if (!VERSION_LIKE.test(text)) return [];
  const full = [...text.matchAll(/(?<![0-9.])(6\.[0-3]|10\.0)\.([0-9]{4,5})(?![0-9])/g)]
    .filter((match) => !/\.dll/.test(text.slice(Math.max(0, match.index - 40), match.index)))
    .map((match) => mention(match, systemOfVersion(match[1] ?? '', Number(match[2]))));
  // Office counts its builds too, but its revisions have five digits: 16731.20234.
  const builds = [...text.matchAll(/(?:build|ビルド)(?: ?(?:number|番号|no\.?))?(?:は|が|:| ){0,3}([0-9]{5})(?![0-9]|\.[0-9]{5})/g)].map((match) =>
    mention(match, systemOfVersion('10.0', Number(match[1]))),
  );
  // What winver shows: 22631.3447.
  const revisions = [
    ...text.matchAll(/(?:winver|build)[^0-9\n]{0,20}([12][0-9]{4})(?:\.[0-9]{1,4})?(?![0-9.])/g),
    ...text.matchAll(/(?:version|os|windows)[: ]{1,3}([12][0-9]{4})\.[0-9]{1,4}(?![0-9.])/g),
  ].map((match) => mention(match, systemOfVersion('10.0', Number(match[1]))));
  const releases = [...text.matchAll(/(?<![0-9a-z])(20h2|21h1|2[3-6]h2)(?![0-9a-z])/g)].map((match) =>
    mention(match, match[1] === '20h2' || match[1] === '21h1' ? 'windows-10' : 'windows-11'),
  );
  return [...full, ...builds, ...revisions, ...releases].filter((item) => item !== null);
}

/** What stands behind the word for it: Windows は 10 です, OS はたぶん 11. */
const NUMBER_OF =
  /(?<![a-z])(windows|window|win|ウィンドウズ|ウインドウズ|os)(?:(?:の)?(?:バージョン|ver\.?|種類)?(?:は|が)|の)(?:たぶん|多分|おそらく|恐らく|確か|たしか|一応)?、?(11|10|8\.1|8|7)(?=$|[\n、。,!)」]|です(?!か)|でした|だった|だと|だが|だけど|かも|らし|みたい|のはず|なの(?!か)|なん(?!です?か)|で、|と思)/g;
const NOT_WINDOWS = /(?<![a-z])(?:mac|macos|macbook|iphone|ipad|android)(?![a-z])|スマホ|携帯|マック/;

function numbersIn(text: string): readonly Mention[] {
  const matches = [...text.matchAll(NUMBER_OF)];
  const isElsewhere = matches.length > 0 && NOT_WINDOWS.test(text);
  return matches.flatMap((match) => {
    const [, name = '', number = ''] = match;
    if (name === 'os' && isElsewhere) return [];
    return [{ value: `windows-${number}`, at: { start: match.index, end: match.index + match[0].length } }];
  });
}

function mention(match: RegExpExecArray, value: FactValue | null): Mention | null {
  return value === null ? null : { value, at: { start: match.index, end: match.index + match[0].length } };
}

/** A version number is more exact than a name near it (Windows 11 calls itself Windows 10 here and there), except for servers, which share the numbers. */
function withVersions(names: readonly Mention[], versions: readonly Mention[]): readonly Mention[] {
  if (names.some((name) => name.value.startsWith('server-'))) return names;
  if (versions.length === 0) return names;
  const [first] = versions;
  const unclear = names.filter((name) => !(first !== undefined && name.value.startsWith('windows') && Math.abs(name.at.end - first.at.start) < 60));
  return [...unclear, ...versions];
}

function replacements(text: string): readonly Mention[] {
  return NOT_THIS_BUT.flatMap((pattern) => [...text.matchAll(pattern)]).map((match) => {
    const [end, number = ''] = [match.index + match[0].length, match[1]];
    return { value: `windows-${number}`, at: { start: end - number.length, end } };
  });
}

/** Without what the device had before ("upgraded from Windows 7", "Windows 10 でしたが"), when anything remains. */
function stillTrue(mentions: readonly Mention[], sighting: Sighting, lexicon: Lexicon): readonly Mention[] {
  const [was, upgrade] = [hitsOf(sighting.hits, listOf(lexicon, 'was')), hitsOf(sighting.hits, listOf(lexicon, 'upgrade'))];
  if (was.length === 0 && upgrade.length === 0) return mentions;
  const [endsOfUpgrade, startsOfWas] = [new Set(upgrade.map((hit) => hit.end)), new Set(was.map((hit) => hit.start))];
  const isPast = ({ at }: Mention) => [0, 1].some((gap) => endsOfUpgrade.has(at.start - gap) || startsOfWas.has(at.end + gap));
  const kept = mentions.filter((item) => !isPast(item));
  return kept.length > 0 ? kept : mentions;
}

/** `windows` says nothing beside an exact Windows, `windows-7` nothing beside one with its service pack; "without SP1" names SP1 too. */
function exactOnly(values: readonly FactValue[]): readonly FactValue[] {
  return values.filter((value) => {
    if (value === UNKNOWN) return values.length === 1;
    if (value === 'windows') return !values.some((other) => /^(?:windows-|server-)/.test(other));
    if (value === 'windows-7-sp1') return !values.includes('windows-7-rtm');
    return value !== 'windows-7' || !values.some((other) => other.startsWith('windows-7-'));
  });
}
