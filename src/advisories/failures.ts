/**
 * What an advisory says goes wrong. Words alone are weak: "late sign-in reports" and "search in multiple services" have them too, so the
 * sentence has to say that people cannot do the thing, and that the thing is a product as a whole and not some part or corner of it.
 * All text is in lower case, words apart by single spaces.
 */

/** What people cannot do. */
export type Deed = 'sign-in' | 'reach' | 'sync';

/** That people cannot do something, and with what. */
export interface Failure {
  readonly deed: Deed;
  /** Values of `product`, `suite` (all of Microsoft 365) and `other`; empty: that of the advisory's own service. */
  readonly products: readonly string[];
}

const CANNOT =
  '(?:unable to|can t|cannot|can not|could not|couldn t|no longer able to|not able to|not be able to|fail(?:s|ed|ing)? to|prevented from|blocked from|(?:errors?|failures?|timeouts?|issues?|problems?|trouble|difficult(?:y|ies)|blank (?:page|window|screen)s?)(?: code)?(?: \\w+)?(?: (?:when|while|in))?(?: they| users)?|(?:when|while)(?: they| users)? (?:try(?:ing)?|attempt(?:ing)?) to|(?:repeatedly|continually) (?:prompted|asked) to)';

const DEEDS: readonly (readonly [Deed, RegExp])[] = (
  [
    ['sign-in', 'sign(?:ing)?(?: back)? in(?:to)?|log(?:ging)? (?:in|on)(?:to)?|authenticat(?:e|ing)'],
    ['sync', 'sync(?:ing)?|synchroni[sz](?:e|ing)'],
    ['reach', 'connect(?:ing)?|access(?:ing)?|reach(?:ing)?|use|load(?:ing)?|launch(?:ing)?|open(?:ing)?|start(?:ing)?'],
  ] as const
).map(([deed, verbs]) => [deed, new RegExp(`\\b${CANNOT} (?:be )?(?:\\w+ly )?(?:\\w+ (?:and|or) )?(${verbs})\\b(.*)$`)]);

/** The same told with nouns: "authentication requests may fail", "sign-in failures", "signed out of", "OneDrive is unavailable". */
const FAILS =
  '(?:\\w+ )?(?:failures?|errors?|issues?|problems?|loops?|prompts?|(?:requests? )?(?:may |can |could |might |may have )?(?:are )?(?:be(?:ing)? )?(?:fail(?:ed|s|ing)?|time out|timed out|timing out|rejected|refused))';
const STATES: readonly (readonly [Deed, RegExp])[] = [
  ['sign-in', new RegExp(`\\b(?:sign ins?|authentications?|logins?) ${FAILS}\\b`)],
  [
    'sign-in',
    /\b(?:(?:prompt(?:s|ed)?|ask(?:s|ed)?)(?: users)? (?:to (?:sign in|authenticate|log in)|for (?:credentials|(?:their|a) password))|signed out)\b/,
  ],
  ['sign-in', /\bblock(?:s|ed|ing)? (?:all |some |user )?sign ins\b/],
  ['reach', new RegExp(`\\b(?:connections?|connectivity) ${FAILS}\\b`)],
  ['reach', /\bdisconnected from\b/],
  ['sync', new RegExp(`\\bsync ${FAILS}\\b`)],
];

/** "OneDrive is unavailable", "libraries may not sync": with what it is said of and what follows. */
const DOWN = new RegExp(
  '^(.*?) (?:(?:(?:may|might) (?:not )?(?:be|have been)|is|are|was|were)(?: intermittently| currently)? (?:unavailable|not available|unreachable|inaccessible|down)|' +
    '(?:(?:may|might|could|can|does|do|is|are|was|were) )?(?:not|fail(?:s|ed)? to|be unable to|unable to) (load|launch|start|open|connect|sync))\\b(.*)$',
);

const OTHER =
  'azure|power bi|power apps|power automate|power platform|forms|planner|yammer|viva|intune|defender|purview|copilot|onenote|access database|visio|stream|bookings|dynamics|project|skype|to do|loop|whiteboard|lists|windows 365|admin center|company portal';

/** How products are named, the longer name first. */
const PRODUCTS: readonly (readonly [string, string])[] = [
  ['onedrive(?: for business)?', 'onedrive'],
  ['sharepoint(?: online)?', 'sharepoint'],
  ['exchange(?: online)?|outlook|mailbox(?:es)?|e ?mail', 'outlook'],
  ['(?:microsoft )?teams', 'teams'],
  ['microsoft 365|office 365|m365|entra(?: id)?|azure (?:active directory|ad)|identity|cloud|tenants?', 'suite'],
  ['word|excel|powerpoint|office', 'office'],
  [OTHER, 'other'],
];
const NAMES = PRODUCTS.map(([names, product]) => [new RegExp(`\\b(?:${names})\\b`), product] as const);

const SMALL =
  'microsoft|users|intermittently|the|their|its|a|an|some|any|all|multiple|several|various|certain|one|or|more|other|and|most|new|classic';
const WHOLE =
  'services?|apps?|applications?|accounts?|work|school|desktop|mobile|web|browser|for the web|on the web|sync|clients?|sites?|contents?|data|platform|document libraries|libraries|files?|folders?|changes|stored';
/** The thing itself: names of products and words that confine it to no part. */
const THING = new RegExp(
  `^(?:(?:to|into|in|with|against|of) )?(?:(?:${[...PRODUCTS.flatMap(([names, product]) => (product === 'other' ? [`and (?:microsoft )?(?:${names})`] : [names])), SMALL, WHOLE].join('|')})(?: |$))*`,
);
const FILES = /\b(?:files?|folders?|contents?|data|libraries)\b/;
const STORES = ['onedrive', 'sharepoint', 'suite'];

/** What may follow it: nothing, or a circumstance. "OneDrive settings" and "version history" do not end so. */
const CIRCUMSTANCE =
  /^(?:$|(?:using|via|through|from|in|on|with|due|after|when|while|because|for|at|until|as|and|or|intermittently|within|if|where|since|during|by|that|which|whose|error|between|including|such|via)\b)/;

/** Another way in, or another occasion, than starting the app: "with a smart card", "when the name has a comma". */
const QUALIFIED =
  /\b(?:(?:using|with|via|through) (?!(?:the |their |an? |some |any |all |multiple |several |one or more )*(?:onedrive|outlook|teams|exchange|sharepoint|desktop|mobile|web|browser|sync|microsoft|office|work|school|accounts?|error|apps?|clients?|connection|protocol|internet|networks?|tls|windows|mac|macos|ios|android|classic|new|device|platform|method)\b)|(?:when|if|where|whose) (?!(?:they |users )?(?:us(?:e|ing)|open(?:ing)?|start(?:ing)?|launch(?:ing)?|try(?:ing)?|attempt(?:ing)?|access(?:ing)?|sign(?:ing)?|connect(?:ing)?)\b)|after (?!(?:an? |the |their )?(?:recent|latest|new|update|upgrade|change|changing|restart))|(?:that|which) (?:are|is|were|was|have|has|contain)\b|(?:larger|smaller|longer|older|more) than\b|shared (?:by|with|from)\b|containing\b|named\b|first time\b)/;

/** Who cannot: people as such, and not those with something that the person may not have, nor some kind of device or program. */
const PEOPLE = /\b(?:users?|people|customers|organi[sz]ations|tenants|anyone|everyone|admins?)\b/;
const SOME_PEOPLE =
  /\b(?:users?|people|customers|organi[sz]ations|tenants)(?: in(?: \w+){1,4})? (?:with|without|whose|behind|who (?:have|are|were|recently)|that (?:have|are|were))\b/;

/** What the sentences say people cannot do, where it is said of a product as a whole. */
export function failuresIn(sentences: readonly string[]): readonly Failure[] {
  return sentences.flatMap((sentence) => {
    const told = [...DEEDS.flatMap(([deed, pattern]) => said(deed, pattern, sentence)), ...down(sentence)];
    const all = told.length > 0 || QUALIFIED.test(sentence) ? told : STATES.flatMap(([deed, pattern]) => state(deed, pattern, sentence));
    return all.filter((failure) => failure !== null);
  });
}

function said(deed: Deed, pattern: RegExp, sentence: string): readonly (Failure | null)[] {
  const found = pattern.exec(sentence);
  const [, verb, rest] = found ?? [];
  if (found === null || verb === undefined || rest === undefined) return [];
  const who = sentence.slice(0, found.index).replace(/(?:(?:^| )(?:may|might|can|could|is|are|was|were|be|been|have)){0,5} $/, '');
  const isAnybody = !SOME_PEOPLE.test(who) && (PEOPLE.test(who) || THING.exec(who)?.[0] === who);
  return [isAnybody ? failureOf(deed, rest.trim(), verb) : null];
}

function down(sentence: string): readonly (Failure | null)[] {
  const [, thing, verb, around] = DOWN.exec(sentence) ?? [];
  return thing === undefined || around === undefined
    ? []
    : [failureOf(verb === 'sync' ? 'sync' : 'reach', thing + around.replace(/^ to /, ' and '), verb ?? 'access')];
}

function state(deed: Deed, pattern: RegExp, sentence: string): readonly (Failure | null)[] {
  const found = pattern.exec(sentence);
  if (found === null || SOME_PEOPLE.test(sentence)) return [];
  const failure = failureOf(deed, sentence.slice(found.index + found[0].length).trim(), null);
  const before = productsIn(sentence.slice(0, found.index));
  return [failure === null ? null : { deed, products: [...before, ...failure.products] }];
}

/** The products a text names. */
export function productsIn(text: string): readonly string[] {
  return NAMES.flatMap(([name, product]) => (name.test(text) ? [product] : []));
}

/** `null`: it is about a part of the thing, or a special occasion. */
function failureOf(deed: Deed, rest: string, verb: string | null): Failure | null {
  const thing = THING.exec(rest)?.[0] ?? '';
  // What comes after "and" is said beside it.
  const tail = /\b(?:and|or) $/.test(thing) ? '' : rest.slice(thing.length);
  if (!CIRCUMSTANCE.test(tail) || QUALIFIED.test(tail)) return null;
  const [named, around] = [productsIn(thing), productsIn(tail)];
  const isAll = named.every((product) => product === 'suite');
  if (deed === 'reach' && verb !== null && named.length === 0 && !/\bservices?\b/.test(thing) && !FILES.test(thing)) return null;
  const isOfFiles = deed === 'sync' || FILES.test(thing);
  if (isOfFiles && [...named, ...around].some((product) => !STORES.includes(product))) return null;
  if (/\bteams apps\b/.test(thing) || (FILES.test(thing) && /^(?:open|load|use|launch|start)/.test(verb ?? ''))) return null;
  const products = withSync(deed, isAll && around.length > 0 ? around : named);
  return !isAll && around.some((product) => product !== 'suite' && !products.includes(product)) ? null : { deed, products };
}

/** Whatever is synchronised, it is OneDrive's files or SharePoint's, and the OneDrive app that does it. */
function withSync(deed: Deed, products: readonly string[]): readonly string[] {
  return deed === 'sync' ? [...products, 'onedrive', 'sharepoint'] : products;
}
