import { z } from 'zod';
import type { Advisory } from '../advisory.ts';
import { nextUpdateIn, plainText } from './post-text.ts';

/** Control characters and halves of characters mean nothing here, and databases refuse them. */
const clean = z.string().transform((value) => value.replaceAll(/[^\P{Cc}\t\n\r]/gu, '').toWellFormed());
const text = clean.nullish().transform((value) => value ?? '');
/** Nobody reads more on a card or in a chat, and what is kept is copied into every fan-out. */
const LONGEST = { name: 200, title: 500, impact: 4_000, text: 20_000 };
const MOST_SERVICES = 50;
const time = z
  .string()
  .nullish()
  .transform((value) => (value == null ? null : Date.parse(hasZone(value) ? value : `${value}Z`)))
  .refine((value) => !Number.isNaN(value), 'not a time');
const body = z
  .object({ content: text })
  .nullish()
  .transform((value) => value?.content ?? '');

const announcement = z.object({
  id: z.string().regex(/^[A-Z]{2}\d{5,8}$/),
  title: text,
  startDateTime: time,
  endDateTime: time,
  lastModifiedDateTime: time,
});

const issue = announcement.extend({
  service: clean.pipe(z.string().min(1)),
  impactDescription: text,
  feature: clean.nullish(),
  classification: text,
  status: text,
  isResolved: z.boolean(),
  posts: z.array(z.object({ createdDateTime: time, description: body })).nullish(),
});

const message = announcement.extend({
  services: z.array(clean).nullish(),
  category: text,
  severity: text,
  body,
  details: z.array(z.object({ name: text, value: text })).nullish(),
});

/** Graph's `serviceHealthIssue` in our words; `null` when it is not one. A false positive is over, whatever `isResolved` says. */
export function parseIssue(json: unknown): Advisory | null {
  const parsed = issue.safeParse(inCamelCase(json));
  if (!parsed.success) return null;
  const from = parsed.data;
  const newest = [...(from.posts ?? [])].sort((left, right) => (right.createdDateTime ?? 0) - (left.createdDateTime ?? 0))[0];
  const words = cut(plainText(newest?.description ?? ''), LONGEST.text);
  const status = camel(cut(from.status.trim(), LONGEST.name));
  return {
    id: from.id,
    kind: 'issue',
    services: [cut(from.service, LONGEST.name)],
    title: cut(plainText(from.title), LONGEST.title),
    impact: cut(plainText(from.impactDescription), LONGEST.impact),
    feature: from.feature == null ? null : cut(from.feature, LONGEST.name),
    classification: cut(from.classification.trim().toLowerCase(), LONGEST.name),
    status,
    isResolved: from.isResolved || status === 'falsePositive',
    ...timesOf(from, newest?.createdDateTime ?? null),
    nextUpdate: nextUpdateIn(words),
    text: words,
  };
}

/** Graph's `serviceUpdateMessage` in our words; `null` when it is not one. A message has no state: `status` is its severity, and it never resolves. */
export function parseMessage(json: unknown): Advisory | null {
  const parsed = message.safeParse(inCamelCase(json));
  if (!parsed.success) return null;
  const from = parsed.data;
  const words = cut(plainText(from.body), LONGEST.text);
  return {
    id: from.id,
    kind: 'message',
    services: (from.services ?? []).slice(0, MOST_SERVICES).map((service) => cut(service, LONGEST.name)),
    title: cut(plainText(from.title), LONGEST.title),
    impact: cut(plainText((from.details ?? []).find((detail) => detail.name === 'Summary')?.value ?? ''), LONGEST.impact),
    feature: null,
    classification: camel(cut(from.category.trim(), LONGEST.name)),
    status: camel(cut(from.severity.trim(), LONGEST.name)),
    isResolved: false,
    ...timesOf(from, null),
    nextUpdate: null,
    text: words,
  };
}

interface Times {
  readonly startDateTime: number | null;
  readonly endDateTime: number | null;
  readonly lastModifiedDateTime: number | null;
}

function timesOf(from: Times, newestPost: number | null): Pick<Advisory, 'startAt' | 'endAt' | 'updatedAt'> {
  const updatedAt = from.lastModifiedDateTime ?? newestPost ?? from.startDateTime ?? 0;
  const startAt = from.startDateTime ?? updatedAt;
  const isEndPossible = from.endDateTime !== null && from.endDateTime >= startAt;
  return { startAt, endAt: isEndPossible ? from.endDateTime : null, updatedAt };
}

/** At most so many characters, none of them half. */
function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function hasZone(value: string): boolean {
  return /(?:z|[+-]\d{2}:?\d{2})$/i.test(value);
}

/** Some exports write property names in PascalCase, and the documentation's samples write values so. */
function inCamelCase(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(inCamelCase);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [camel(key), inCamelCase(value)]));
}

function camel(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}
