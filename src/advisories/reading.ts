import type { Advisory } from '../ports.ts';
import type { FactValue } from '../triage/facts.ts';

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
  /** Confined to guests, other makers' apps, one way of signing in, or the like. */
  readonly isSpecialCase: boolean;
  /** What cannot be signed in to or reached is named, and is nothing that OneDrive stands on. */
  readonly isAboutOtherPlace: boolean;
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
  `\\b(?:in|into|within|from|through|via|inside|using|for)(?: the)?(?: microsoft)?(?: (?:new|classic))? (?:${OTHER_PRODUCTS})\\b`,
);

const SPECIAL_CASE =
  /\b(?:third party|3rd party|external|guests?|partners?|b2b|b2c|windows hello|passkeys?|fido2?|self service|workflows?|connectors?|apis?|add ins?|addins?|webhooks?|migrat\w+|powershell|service principals?|managed identit\w+|kiosks?|shared devices?|newly (?:created|provisioned)|trial|app registrations?|vpn)\b/;

/** "sign in to", "connect to", "access" and what follows, unless that is Microsoft's cloud as such. */
const OTHER_PLACE =
  /\b(?:(?:sign(?:ing)?|log(?:ging)?) (?:ins? |on )?to|authenticat\w+ (?:to|with|against)|connect(?:ing)? to|(?:to|t|cannot) access|accessing) (?!(?:(?:the|their|some|any|multiple|several|all|various|one|or|more|other|certain|files|content|data|in|on|stored) )*(?:microsoft|office|onedrive|sharepoint|cloud|entra|azure|m365|work|accounts?|services?|apps?|applications?|tokens?)\b)/;

/** Reads an advisory's words once. */
export function readingOf(advisory: Advisory): Reading {
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
    isSpecialCase: SPECIAL_CASE.test(headline),
    isAboutOtherPlace: OTHER_PLACE.test(headline),
    isAboutAdmins: /\b(?:admins?|administrators?)\b/.test(headline) && !/\b(?:users?|people|anyone|everyone|customers)\b/.test(headline),
    isAboutRecords: /\b(?:logs|audit|dashboards?|usage reports?|activity reports?|(?:sign in|login) (?:log|report)s?)\b/.test(headline),
    isAboutWeb: /\b(?:in (?:a|the) browser|on the web|web version|web browser|web client|web app)\b/.test(headline),
  };
}

/** Whether a word of the text begins with `phrase`. */
export function has(text: string, phrase: string): boolean {
  return text.includes(` ${normal(phrase).trim()}`);
}

/** Lower case, single spaces, a space at both ends, everything else than letters and digits a space. */
function normal(text: string): string {
  return ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

/** The text without sentences that say what is not affected. */
function affirmed(text: string): string {
  return text
    .split(/(?<=[.;!?])\s+|\n+/)
    .filter((sentence) => !/(?:\bnot|n't|n’t|\bnever)\s+(?:be(?:en)? )?(?:affected|impacted)|\bunaffected\b/i.test(sentence))
    .join('\n');
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
