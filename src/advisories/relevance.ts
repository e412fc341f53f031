import type { Advisory } from '../advisory.ts';
import type { Topic } from '../knowledge/content.ts';
import { type Facts, type FactValue, UNKNOWN } from '../triage/facts.ts';
import { codesIn } from '../triage/identify.ts';
import type { StepId } from '../triage/playbook.ts';
import { type Fit, fitOf, isFar } from './products.ts';
import { isSpecialCase, type Reading, readingOf, says } from './reading.ts';
import type { Trouble } from './trouble.ts';

/** How near an advisory is to one person's trouble. `background`: closed or old, told only as history. */
export interface Relevance {
  readonly grade: 'likely' | 'possible' | 'background';
  /** Keys of phrases `reason.*`, strongest first. */
  readonly reasons: readonly string[];
  /** Those of `reasons` that speak against *likely*. */
  readonly against: readonly string[];
  readonly remedy: 'microsoft' | 'customer';
  readonly steps: readonly StepId[];
}

/** A topic that may tie an advisory to a person, and how: `fits` is said of their product, `mentioned` only in passing. */
interface Tie {
  readonly topic: Topic;
  readonly isKnown: boolean;
  readonly fit: Fit | 'mentioned' | 'none';
}

/** Clocks differ, and people write before Microsoft says when it began. */
const TOLERANCE_MS = 3_600_000;
/** Who has trouble with this is an administrator. */
const OF_ADMINS: FactValue = 'exchange-hybrid';
const OLD_MS = 365 * 86_400_000;

/**
 * Whether an advisory concerns this trouble, how nearly and why; `null` when not at all. *Likely* keeps people from repairing their
 * PC, so nothing may speak against it: it is open, says that what they cannot do fails for their product, on their OS, at this time.
 */
export function relevance(advisory: Advisory, trouble: Trouble, topics: readonly Topic[]): Relevance | null {
  const candidates = topicsOf(advisory, topics).filter((topic) => isForPerson(topic, trouble));
  if (candidates.length === 0) return null;
  const reading = readingOf(advisory);
  const tie = tieOf(advisory, reading, trouble, candidates);
  if (tie === null) return null;
  const { topic } = tie;
  const isCoded = namesCode(reading.codes, trouble.facts);
  const os = osFit(topic.os.length > 0 ? topic.os : reading.os, first(trouble.facts, 'os'), isCoded);
  if (os === 'other') return null;
  const isAct = topic.remedy === 'customer' || advisory.kind === 'issue';
  if (!isAct && advisory.classification !== 'preventOrFixIssue') return null;
  const time = timeOf(advisory, trouble.at);
  const is = (fact: string, ...values: readonly FactValue[]) => values.includes(first(trouble.facts, fact));
  const isAkin = namesFamily(reading.codes, trouble);
  const isAsking = is('symptom', 'tls-question') && !is('connects', 'fails') && topic.remedy === 'microsoft';
  const codes = reading.codesInHeadline;
  const isFamilySaid = codesIn(trouble.facts).length === 0 && namesFamily(codes, trouble);
  const isSaid = tie.isKnown || tie.fit === 'fits' || tie.fit === 'partly' || namesCode(codes, trouble.facts) || isFamilySaid;

  const pro = [
    [tie.isKnown, 'known-advisory'],
    [isCoded, 'names-code'],
    [isFamilySaid, 'names-family-code'],
    [true, isOwnService(reading, trouble) ? 'same-service' : 'shared-service'],
    [tie.fit === 'fits', 'topic-words'],
    [tie.fit === 'mentioned', 'text-words'],
    [tie.fit === 'none' && !tie.isKnown && !isCoded && !isFamilySaid, 'service-down'],
    [os === 'fits', 'your-os'],
    [is('affected', 'others', 'others-same-network'), 'others-too'],
    [is('web', 'fails') && topic.remedy === 'microsoft' && reading.surface !== 'desktop', 'web-fails-too'],
    [time === 'open' && advisory.startAt <= trouble.at, 'started-before'],
    [time === 'open', 'still-open'],
  ] as const;
  const contra = [
    [trouble.problem === null || !isSaid || isAsking, 'other-trouble'],
    [codes.length > 0 && codesIn(trouble.facts).length > 0 && !isCoded && !isAkin, 'other-code'],
    [tie.fit === 'elsewhere', 'other-product'],
    [tie.fit === 'partly', 'product-not-known'],
    [!tie.isKnown && isSpecialCase(reading, topic.deeds.length > 0 ? [] : topic.words), 'special-case'],
    [reading.isAboutAdmins && !productsOf(trouble).includes(OF_ADMINS), 'about-admins'],
    [os === 'unknown', 'os-not-known'],
    [reading.surface === 'web' && is('web', 'works'), 'web-only'],
    [reading.surface === 'web' && !is('web', 'works', 'fails'), 'web-not-known'],
    [reading.surface === 'desktop' && (is('web', 'fails') || (is('os', 'ios', 'android') && !isAkin)), 'app-only'],
    [is('internet', 'fails'), 'internet-fails'],
    [is('account', 'personal'), 'personal-account'],
    [!isAct, 'announcement'],
    [time !== 'open', time],
  ] as const;
  const against = namesOf(contra);
  const grade = time === 'closed' || time === 'old' ? 'background' : against.length === 0 ? 'likely' : 'possible';
  return { grade, reasons: [...namesOf(pro), ...against], against, remedy: topic.remedy, steps: topic.steps };
}

function namesOf(rows: readonly (readonly [boolean, string])[]): readonly string[] {
  return rows.flatMap(([isSo, name]) => (isSo ? [`reason.${name}`] : []));
}

/** The topics of its services; those that name the advisory shut out the rest. */
function topicsOf(advisory: Advisory, topics: readonly Topic[]): readonly Topic[] {
  const known = ofAdvisory.get(advisory);
  if (known?.topics === topics) return known.found;
  const services = advisory.services.map((service) => service.trim().toLowerCase());
  const named = topics.filter((topic) => topic.ids.includes(advisory.id));
  const found = named.length > 0 ? named : topics.filter((topic) => topic.services.some((one) => services.includes(one.toLowerCase())));
  ofAdvisory.set(advisory, { topics, found });
  return found;
}

/** An advisory does not change, and every turn asks for its topics. */
const ofAdvisory = new WeakMap<Advisory, { readonly topics: readonly Topic[]; readonly found: readonly Topic[] }>();

function isForPerson(topic: Topic, trouble: Trouble): boolean {
  if (topic.codes.length > 0 && !namesCode(topic.codes, trouble.facts)) return false;
  const products = productsOf(trouble);
  if (trouble.problem === null) return topic.products.includes(products[0] ?? UNKNOWN);
  return topic.problems.includes(trouble.problem) && (products.length === 0 || products.some((product) => topic.products.includes(product)));
}

/** The topic that counts: the one that names the advisory, else the first that it is about for them, else the nearest. */
function tieOf(advisory: Advisory, reading: Reading, trouble: Trouble, candidates: readonly Topic[]): Tie | null {
  const own = productsOf(trouble);
  if (isFar(reading.products, own)) return null;
  const named = candidates.find((topic) => topic.ids.includes(advisory.id));
  if (named !== undefined) return { topic: named, isKnown: true, fit: says(reading, 'headline', named.words) ? 'fits' : 'none' };
  const ties = candidates.flatMap((topic): readonly Tie[] => {
    const told = topic.deeds.length > 0 ? fitOf(reading, topic.deeds, own) : says(reading, 'headline', topic.words) ? onlyOf(topic, own) : null;
    if (told === 'far') return [];
    const fit = told ?? (says(reading, 'all', topic.words) ? 'mentioned' : null);
    return fit === null ? [] : [{ topic, isKnown: false, fit }];
  });
  const nearest = FITS.flatMap((fit) => ties.find((tie) => tie.fit === fit) ?? [])[0];
  const isNear = namesCode(reading.codes, trouble.facts) || namesFamily(reading.codesInHeadline, trouble) || isOutage(advisory);
  const last = isNear ? candidates.find((topic) => topic.remedy === 'microsoft') : undefined;
  return nearest ?? (last === undefined ? null : { topic: last, isKnown: false, fit: 'none' });
}

const FITS: readonly Tie['fit'][] = ['fits', 'partly', 'elsewhere', 'mentioned'];

/** Whether the topic is about all that the person's product may be. */
function onlyOf(topic: Topic, own: readonly FactValue[]): Fit {
  return own.every((product) => topic.products.includes(product)) ? 'fits' : 'partly';
}

/** `any`: the advisory is confined to no OS. Who has not named theirs may have a PC, but is not thought of as having a phone or a Mac. */
function osFit(named: readonly FactValue[], own: FactValue, isCoded: boolean): 'fits' | 'unknown' | 'any' | 'other' {
  if (named.length === 0) return 'any';
  if (named.includes(own)) return 'fits';
  const hasPc = named.some((value) => /^(?:windows|server)\b/.test(value));
  return (own === UNKNOWN && (hasPc || isCoded)) || (own === 'windows' && hasPc) ? 'unknown' : 'other';
}

/** Open or closed is what `isResolved` says, whatever the status; a message is over when its time is. */
function timeOf(advisory: Advisory, at: number): 'open' | 'closed' | 'old' | 'not-begun' {
  if (advisory.isResolved) return 'closed';
  if (advisory.kind === 'message') {
    if (advisory.endAt !== null && advisory.endAt < at) return 'closed';
    if (advisory.updatedAt < at - OLD_MS) return 'old';
  }
  return advisory.startAt > at + TOLERANCE_MS ? 'not-begun' : 'open';
}

function isOutage(advisory: Advisory): boolean {
  return advisory.kind === 'issue' && advisory.status.toLowerCase() === 'serviceinterruption';
}

/** Whether the advisory is about the person's product itself, not about something it stands on. */
function isOwnService(reading: Reading, trouble: Trouble): boolean {
  return productsOf(trouble).some((product) => reading.products.includes(product));
}

/** What it may be about for this person; empty: not known. */
function productsOf({ products, facts }: Trouble): readonly FactValue[] {
  return products ?? facts.product?.values.slice(0, 1).filter((product) => product !== UNKNOWN) ?? [];
}

function namesCode(codes: readonly FactValue[], facts: Facts): boolean {
  return codes.some((code) => facts.code?.values.includes(code) ?? false);
}

/** Whether it names a code of the person's problem. */
function namesFamily(codes: readonly FactValue[], { family = [] }: Trouble): boolean {
  return codes.some((code) => family.includes(code));
}

/** The first value (the affected device is named first); `unknown` when the fact is absent. */
function first(facts: Facts, name: string): FactValue {
  return facts[name]?.values[0] ?? UNKNOWN;
}
