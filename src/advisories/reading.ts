import type { Advisory } from '../advisory.ts';
import type { FactValue } from '../triage/facts.ts';
import { type Failure, failuresIn, productsIn } from './failures.ts';

/** What the words of an advisory say, as far as relevance goes. All text is in `normal` form. */
export interface Reading {
  /** Title and impact: what it is about. */
  readonly headline: string;
  /** These and the feature: what it is confined to. */
  readonly scope: string;
  /** Everything, the feature and the newest post included. */
  readonly all: string;
  readonly codesInHeadline: readonly FactValue[];
  readonly codes: readonly FactValue[];
  /** Values of `os` it is confined to; empty when it names none. */
  readonly os: readonly FactValue[];
  /** The products of its services: values of `product`, `suite` and `other`. */
  readonly products: readonly string[];
  readonly failures: readonly Failure[];
  readonly isAboutAdmins: boolean;
  /** Confined to the web version, or to the programs on a PC. */
  readonly surface: 'web' | 'desktop' | null;
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
  [/\bdesktop\b|\bclassic outlook\b/, [...WINDOWS, ...SERVERS, 'macos', 'linux']],
  [/\b(?:macos|mac os|macs?|os x|apple silicon)\b/, ['macos']],
  [/\b(?:ios|iphones?|ipads?|ipados|mobile)\b/, ['ios']],
  [/\b(?:android|mobile)\b/, ['android']],
  [/\blinux\b/, ['linux']],
];

const WEB =
  /\b(?:in (?:a|the) (?:web )?browser|using (?:a|the|any) (?:web )?browser|(?:apps? )?(?:on|for) the web|web version|web browser|web client|web app)\b/;
const DESKTOP = /\bdesktop\b|\bsync (?:client|app)|\bclassic outlook\b/;
const ANY_CLIENT = /\b(?:any|all|multiple|several|mobile) (?:clients?|apps?|connection|devices?|platforms?)\b|\bmobile\b/;

/** What it comes of confines it to nothing. */
const CAUSE = /\b(?:due to|because of|caused by|as a result of)\b[^.\n]*/gi;

/** Confined to guests, other makers' apps, one way of signing in, logs and reports, some part, or the like. */
const SPECIAL_CASE =
  /\b(?:third party|3rd party|external|guests?|partners?|b2b|b2c|windows hello|passkeys?|passwordless|fido2?|smart ?cards?|certificates?|multi ?factor|mfa|self service|workflows?|connectors?|apis?|add ?ins?|webhooks?|migrat\w+|powershell|service principals?|managed identit\w+|kiosks?|shared (?:devices?|mailbox\w*)|rooms?|newly (?:created|provisioned)|trial|app registrations?|virtual desktop|vdi|citrix|safari|firefox|chrome|incognito|social|security info|app launcher|file names?|characters?|large files?|custom|notebooks?|shortcuts?|search|templates?|first time|not shown|logs|audit|dashboards?|reports?|enrol\w*|express ?route|older versions?|network providers?)\b/g;

/** Advisories change every few minutes and are held against every message, so each is read once. */
const readings = new WeakMap<Advisory, Reading>();

/** What an advisory's words say. */
export function readingOf(advisory: Advisory): Reading {
  const known = readings.get(advisory) ?? read(advisory);
  readings.set(advisory, known);
  return known;
}

function read(advisory: Advisory): Reading {
  const about = affirmed(`${advisory.title}.\n${advisory.impact}`);
  const headline = normal(about);
  const scope = normal(about.replaceAll(CAUSE, ' ')) + normal(advisory.feature ?? '');
  const extent = /scope of impact\s*:\s*(.*?)(?=\n\n|start time\s*:|next update|root cause\s*:|$)/is.exec(advisory.text)?.[1] ?? '';
  return {
    headline,
    scope,
    all: scope + normal(affirmed(advisory.text)),
    codesInHeadline: codesIn(about),
    codes: codesIn(`${about} ${advisory.text}`),
    os: systemsIn(scope + normal(affirmed(extent))),
    products: productsIn(normal(advisory.services.join(' '))),
    failures: failuresIn(sentences(`${advisory.title}.\n${advisory.impact}`)),
    isAboutAdmins: /\b(?:admins?|administrators?)\b/.test(scope) && !/\b(?:users?|people|anyone|everyone|customers)\b/.test(scope),
    surface: surfaceOf(scope),
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

/** Whether the advisory confines itself to something special; what the topic itself is about, told by its `words`, is nothing special. */
export function isSpecialCase(reading: Reading, words: readonly string[]): boolean {
  return (reading.scope.match(SPECIAL_CASE) ?? []).some((special) => !words.some((word) => word.includes(special) || special.startsWith(word)));
}

function surfaceOf(scope: string): Reading['surface'] {
  const rest = scope.replaceAll(new RegExp(WEB, 'g'), ' ');
  const isDesktop = DESKTOP.test(rest) && !ANY_CLIENT.test(rest) && !/\bweb\b/.test(rest);
  if (rest === scope) return isDesktop ? 'desktop' : null;
  return isDesktop || ANY_CLIENT.test(rest) || /\b(?:apps?|clients?)\b/.test(rest) ? null : 'web';
}

/** Lower case, single spaces, a space at both ends, everything else than letters and digits a space. */
function normal(text: string): string {
  return ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** The text without sentences that say what is not affected, or what people can do meanwhile. */
function affirmed(text: string): string {
  return split(text)
    .filter(
      (sentence) =>
        !/(?:\bnot|n't|n’t|\bnever)\s+(?:be(?:en)? )?(?:affected|impacted)|\bunaffected\b|\bworkaround\b|\bcan (?:still|instead)\b|(?<!no longer )\bworks\b/i.test(
          sentence,
        ),
    )
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
