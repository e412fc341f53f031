import type { Topic } from '../knowledge/content.ts';
import type { Advisory } from '../ports.ts';
import { type Facts, type FactValue, UNKNOWN } from '../triage/facts.ts';
import { codesIn } from '../triage/identify.ts';
import type { ProblemId, StepId } from '../triage/playbook.ts';
import { type Reading, readingOf, says } from './reading.ts';

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

/** One person's trouble: what is known, the problem it amounts to, and when they wrote. */
export interface Trouble {
  readonly facts: Facts;
  readonly problem: ProblemId | null;
  /** All codes of that problem: an advisory that names one of them names the person's (0x8004de40 and 0x8004de88 are one trouble). */
  readonly family?: readonly FactValue[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What speaks for an advisory, and what against calling it likely. */
interface Evidence {
  readonly pro: readonly string[];
  readonly contra: readonly string[];
}

/** Clocks differ, and people write before Microsoft says when it began. */
const TOLERANCE_MS = 3_600_000;
const OLD_MS = 365 * 86_400_000;

/**
 * Whether an advisory concerns this trouble, how nearly and why; `null` when not at all. *Likely* keeps people from repairing their
 * PC, so it needs everything: open, the same service, words of the topic where the advisory says what it is about, the right OS, the right time.
 */
export function relevance(advisory: Advisory, trouble: Trouble, topics: readonly Topic[]): Relevance | null {
  const candidates = candidatesOf(advisory, trouble, topics);
  if (candidates.length === 0) return null;
  const reading = readingOf(advisory);
  const topic = topicOf(advisory, reading, trouble, candidates);
  if (topic === null) return null;
  const os = osFit(topic.os.length > 0 ? topic.os : reading.os, first(trouble.facts, 'os'));
  if (os === 'other') return null;
  const isFault = topic.remedy === 'customer' || advisory.kind === 'issue';
  if (!isFault && advisory.classification !== 'preventOrFixIssue') return null;
  const time = timeOf(advisory, trouble.at);
  const words = wordEvidence(advisory, reading, trouble, topic);
  const rest = factEvidence(reading, trouble, topic, os);
  const contra = [...words.contra, ...rest.contra, ...(isFault ? [] : ['reason.announcement']), ...(time === 'open' ? [] : [`reason.${time}`])];
  const begun = advisory.startAt <= trouble.at ? ['reason.started-before'] : [];
  const grade = time === 'closed' || time === 'old' ? 'background' : contra.length === 0 ? 'likely' : 'possible';
  const pro = [...words.pro, ...rest.pro, ...(time === 'open' ? [...begun, 'reason.still-open'] : [])];
  return { grade, reasons: [...pro, ...contra], against: contra, remedy: topic.remedy, steps: topic.steps };
}

/** The topics of this service that a person with this trouble may be concerned by; those that name the advisory shut out the rest. */
function candidatesOf(advisory: Advisory, trouble: Trouble, topics: readonly Topic[]): readonly Topic[] {
  return fittingOf(advisory, topics).filter((topic) => isForPerson(topic, trouble));
}

function fittingOf(advisory: Advisory, topics: readonly Topic[]): readonly Topic[] {
  const known = fitting.get(advisory);
  if (known?.topics === topics) return known.found;
  const named = topics.filter((topic) => topic.ids.includes(advisory.id));
  const found = named.length > 0 ? named : topics.filter((topic) => isOfService(advisory, topic));
  fitting.set(advisory, { topics, found });
  return found;
}

/** An advisory does not change, and every turn asks for its topics. */
const fitting = new WeakMap<Advisory, { readonly topics: readonly Topic[]; readonly found: readonly Topic[] }>();

/** The topic that counts: the one that names the advisory, else the first whose words it says, else the first it mentions. */
function topicOf(advisory: Advisory, reading: Reading, trouble: Trouble, candidates: readonly Topic[]): Topic | null {
  const named = candidates.find((topic) => topic.ids.includes(advisory.id));
  const saying = (where: 'headline' | 'all') => candidates.find((topic) => says(reading, where, topic.words));
  const isNear = namesCode(reading.codes, trouble.facts) || isOutage(advisory);
  const last = isNear ? candidates.find((topic) => topic.remedy === 'microsoft') : undefined;
  return named ?? saying('headline') ?? saying('all') ?? last ?? null;
}

function isForPerson(topic: Topic, { facts, problem }: Trouble): boolean {
  if (problem !== null) return topic.problems.includes(problem);
  return topic.products.includes(first(facts, 'product'));
}

function isOfService(advisory: Advisory, topic: Topic): boolean {
  return advisory.services.some((service) => topic.services.some((one) => one.toLowerCase() === service.trim().toLowerCase()));
}

function wordEvidence(advisory: Advisory, reading: Reading, trouble: Trouble, topic: Topic): Evidence {
  const { facts } = trouble;
  const isKnown = topic.ids.includes(advisory.id);
  const isCoded = namesCode(reading.codes, facts);
  const isSaid = says(reading, 'headline', topic.words);
  const isOwn = isOwnService(advisory, trouble, topic);
  const pro = [
    ...(isKnown ? ['reason.known-advisory'] : []),
    ...(isCoded ? ['reason.names-code'] : []),
    isOwn ? 'reason.same-service' : 'reason.shared-service',
    ...(isSaid ? ['reason.topic-words'] : isKnown || isCoded ? [] : isOutage(advisory) ? ['reason.service-down'] : ['reason.text-words']),
  ];
  const isElsewhere =
    reading.isInsideOtherProduct || (reading.namesOtherProduct && !/ (?:onedrive|sharepoint|microsoft 365|multiple) /.test(reading.headline));
  const isFailure = topic.remedy === 'customer' || (reading.claimsNoAccess && !reading.isAboutRecords);
  const isAkin = reading.codes.some((code) => trouble.family?.includes(code));
  const isOtherCode = reading.codesInHeadline.length > 0 && codesIn(facts).length > 0 && !isCoded && !isAkin;
  const contra = [
    ...((isSaid && isFailure) || isKnown || namesCode(reading.codesInHeadline, facts) ? [] : ['reason.other-trouble']),
    ...(isOtherCode ? ['reason.other-code'] : []),
    ...(isElsewhere && !isKnown ? ['reason.other-product'] : []),
    ...(reading.isSpecialCase && !isKnown ? ['reason.special-case'] : []),
    ...(reading.isAboutAdmins ? ['reason.about-admins'] : []),
  ];
  return { pro, contra };
}

function factEvidence(reading: Reading, { facts, problem }: Trouble, topic: Topic, os: 'fits' | 'unknown' | 'any'): Evidence {
  const is = (fact: string, ...values: readonly FactValue[]) => values.includes(first(facts, fact));
  const pro = [
    ...(os === 'fits' ? ['reason.your-os'] : []),
    ...(is('affected', 'others', 'others-same-network') ? ['reason.others-too'] : []),
    ...(is('web', 'fails') && topic.remedy === 'microsoft' ? ['reason.web-fails-too'] : []),
  ];
  const contra = [
    ...(problem === null ? ['reason.other-trouble'] : []),
    ...(os === 'unknown' ? ['reason.os-not-known'] : []),
    ...(is('web', 'works') && reading.isAboutWeb && !/\b(?:app|desktop|sync|client)\b/.test(reading.headline) ? ['reason.web-only'] : []),
    ...(is('internet', 'fails') ? ['reason.internet-fails'] : []),
    ...(is('account', 'personal') ? ['reason.personal-account'] : []),
  ];
  return { pro, contra };
}

/** `any`: the advisory is confined to no OS. An imprecise `windows` may be one of those it names. */
function osFit(named: readonly FactValue[], own: FactValue): 'fits' | 'unknown' | 'any' | 'other' {
  if (named.length === 0) return 'any';
  if (named.includes(own)) return 'fits';
  const mayBe = own === UNKNOWN || (own === 'windows' && named.some((value) => /^(?:windows|server)-/.test(value)));
  return mayBe ? 'unknown' : 'other';
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
function isOwnService(advisory: Advisory, { facts, problem }: Trouble, topic: Topic): boolean {
  const product = problem === null ? first(facts, 'product') : (topic.products[0] ?? UNKNOWN);
  return advisory.services.some((service) => service.toLowerCase().includes(product));
}

function namesCode(codes: readonly FactValue[], facts: Facts): boolean {
  return codes.some((code) => facts.code?.values.includes(code) ?? false);
}

/** The first value (the affected device is named first); `unknown` when the fact is absent. */
function first(facts: Facts, name: string): FactValue {
  return facts[name]?.values[0] ?? UNKNOWN;
}
