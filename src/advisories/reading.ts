import type { Advisory } from '../ports.ts';
import type { FactValue } from '../triage/facts.ts';
import { claimsNoAccess, isSpecialCase } from './claims.ts';

/** What the words of an advisory say, as far as relevance goes. All text is in `normal` form. */
export interface Reading {
  /** Title, impact and feature: what it is about. */
  readonly headline: string;
  /** Everything, the newest post included. */
  readonly all: string;
  readonly codesInHeadline: readonly FactValue[];
  readonly codes: readonly FactValue[];
  /** Values of `os` it is confined to; empty when it names none. */
  readonly os: readonly FactValue[];
  readonly namesOtherProduct: boolean;
  /** The other product is where it happens ("OneDrive files in Teams chats"), not one of several that fail. */
  readonly isInsideOtherProduct: boolean;
  /** It says that people cannot sign in, connect, reach or sync. */
  readonly claimsNoAccess: boolean;
  /** Confined to guests, one way of signing in, another place, or the like. */
  readonly isSpecialCase: boolean;
  readonly isAboutAdmins: boolean;
  /** About logs and reports of a thing, not the thing. */
  readonly isAboutRecords: boolean;
  readonly isAboutWeb: boolean;
}

const WINDOWS = ['windows-11', 'windows-10', 'windows-8.1', 'windows-8', 'windows-7-sp1', 'windows-7', 'windows-7-rtm', 'windows'];
const SERVERS = ['server-2025', 'server-2022', 'server-2019', 'server-2016', 'server-2012-r2', 'server-2012', 'server-2008-r2', 'server-2008'];

/** How advisories name operating systems, and the values each name stands for; `Windows 7/8` and `Windows 10 or 11` name two. */
const SYSTEMS: readonly (readonly [RegExp, readonly FactValue[]])[] = [
  [windows('11'), ['windows-11']],
  [windows('10'), ['windows-10']],
  [windows('8 1'), ['windows-8.1']],
  [windows('8(?! 1\\b)'), ['windows-8']],
  [windows('7'), ['windows-7-sp1', 'windows-7', 'windows-7-rtm']],
  [/\bwindows server\b/, SERVERS],
  [/\bwindows\b(?! (?:server|hello|autopilot|defender|\d))/, [...WINDOWS, ...SERVERS]],
  [/\bdesktop\b/, [...WINDOWS, ...SERVERS, 'macos', 'linux']],
  [/\b(?:macos|mac os|macs?|os x|apple silicon)\b/, ['macos']],
  [/\b(?:ios|iphones?|ipads?|ipados|mobile)\b/, ['ios']],
  [/\b(?:android|mobile)\b/, ['android']],
  [/\blinux\b/, ['linux']],
];

const OTHER_PRODUCTS =
  'outlook|exchange|teams|power bi|power apps|power automate|power platform|forms|planner|yammer|viva|intune|defender|purview|copilot|word|excel|powerpoint|onenote|access database|visio|stream|bookings|dynamics|project|skype|to do|loop|whiteboard|lists|windows 365|admin center';

const OTHER_PRODUCT = new RegExp(`\\b(?:${OTHER_PRODUCTS})\\b`);
const INSIDE_OTHER = new RegExp(
  `\\b(?:in|into|within|from|through|via|inside|using|for|with)(?: the)?(?: microsoft)?(?: (?:new|classic))? (?:${OTHER_PRODUCTS})\\b`,
);

/** Advisories change every few minutes and are held against every message, so each is read once. */
const readings = new WeakMap<Advisory, Reading>();

/** What an advisory's words say. */
export function readingOf(advisory: Advisory): Reading {
  const known = readings.get(advisory) ?? read(advisory);
  readings.set(advisory, known);
  return known;
}

function read(advisory: Advisory): Reading {
  const about = affirmed(`${advisory.title}.\n${advisory.impact}.\n${advisory.feature ?? ''}`);
  const headline = normal(about);
  const scope = /scope of impact\s*:\s*(.*?)(?=\n\n|start time\s*:|next update|root cause\s*:|$)/is.exec(advisory.text)?.[1] ?? '';
  return {
    headline,
    all: headline + normal(affirmed(advisory.text)),
    codesInHeadline: codesIn(about),
    codes: codesIn(`${about} ${advisory.text}`),
    os: systemsIn(headline + normal(affirmed(scope))),
    namesOtherProduct: OTHER_PRODUCT.test(headline),
    isInsideOtherProduct: INSIDE_OTHER.test(headline),
    claimsNoAccess: claimsNoAccess(sentences(`${advisory.title}.\n${advisory.impact}`)),
    isSpecialCase: isSpecialCase(headline),
    isAboutAdmins: /\b(?:admins?|administrators?)\b/.test(headline) && !/\b(?:users?|people|anyone|everyone|customers)\b/.test(headline),
    isAboutRecords: /\b(?:logs|audit|dashboards?|usage reports?|activity reports?|(?:sign in|login) (?:log|report)s?)\b/.test(headline),
    isAboutWeb: /\b(?:in (?:a|the) browser|on the web|for the web|web version|web browser|web client|web app)\b/.test(headline),
  };
}

/** Whether a word of the text begins with `phrase`, which is written as `normal` would: lower case, single spaces. */
export function has(text: string, phrase: string): boolean {
  return text.includes(` ${phrase}`);
}

/** Whether the advisory says one of `phrases`; looked up once for each, because every turn asks again. */
export function says(reading: Reading, where: 'headline' | 'all', phrases: readonly string[]): boolean {
  const looked = lookedUp.get(reading) ?? { headline: new Map(), all: new Map() };
  lookedUp.set(reading, looked);
  const known = looked[where].get(phrases) ?? phrases.some((phrase) => has(reading[where], phrase));
  looked[where].set(phrases, known);
  return known;
}

const lookedUp = new WeakMap<Reading, Record<'headline' | 'all', Map<readonly string[], boolean>>>();

/** Lower case, single spaces, a space at both ends, everything else than letters and digits a space. */
function normal(text: string): string {
  return ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** The text without sentences that say what is not affected. */
function affirmed(text: string): string {
  return split(text)
    .filter((sentence) => !/(?:\bnot|n't|n’t|\bnever)\s+(?:be(?:en)? )?(?:affected|impacted)|\bunaffected\b/i.test(sentence))
    .join('\n');
}

function sentences(text: string): readonly string[] {
  return split(affirmed(text)).map((sentence) => normal(sentence).trim());
}

function split(text: string): readonly string[] {
  return text.split(/(?<=[.;!?])\s+|\n+/);
}

function windows(version: string): RegExp {
  return new RegExp(`\\bwindows (?:\\d+(?: 1)? (?:(?:and|or) )?)*${version}\\b`);
}

function codesIn(text: string): readonly FactValue[] {
  const codes = text.toLowerCase().match(/\b0x[0-9a-f]{8}\b|\baadsts\d{4,7}\b|\bcaa[0-9a-f]{5}\b/g) ?? [];
  return [...new Set(codes.map((code) => (code.startsWith('caa') ? `0x${code}` : code)))];
}

function systemsIn(text: string): readonly FactValue[] {
  return [...new Set(SYSTEMS.flatMap(([name, values]) => (name.test(text) ? values : [])))];
}
