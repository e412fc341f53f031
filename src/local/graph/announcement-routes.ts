import type { Reply } from '../teams/http.ts';
import type { Announcement } from './announcements.ts';
import { graphError, notInTenant, withEnums } from './answers.ts';
import type { Board } from './board.ts';
import type { GraphFault } from './faults.ts';
import { BadFilter, parseFilter } from './filter.ts';
import { overviewsOf } from './overviews.ts';
import { pageOf, pageSizeOf } from './paging.ts';

/** Graph writes its links for itself, whatever the client called it by. */
const ROOT = 'https://graph.microsoft.com/v1.0/admin/serviceAnnouncement';

export interface GraphRequest {
  readonly collection: string;
  /** An id or a name; `null` for the list. */
  readonly id: string | null;
  readonly query: URLSearchParams;
  readonly prefer: string;
  readonly largestPage: number;
  readonly fault: GraphFault | null;
}

/** Answers a GET below `/v1.0/admin/serviceAnnouncement`. */
export function answer(request: GraphRequest, board: Board, at: number): Reply {
  const rows = rowsOf(request, board);
  if (rows === null) return graphError(404, 'ResourceNotFound', `Resource not found for the segment '${request.collection}'.`, at);
  const wishes = { unknownToo: /include-unknown-enum-members/i.test(request.prefer), pascalCase: request.fault?.kind === 'pascal-case' };
  if (request.id !== null) {
    const found = rows.find((row) => keyOf(row, request.collection).toLowerCase() === request.id?.toLowerCase());
    if (found === undefined) return notInTenant(at);
    const whole = request.fault?.kind === 'bad-item' ? { ...found, isResolved: 'perhaps' } : found;
    return { status: 200, body: withEnums({ '@odata.context': `${contextOf(request.collection)}/$entity`, ...whole }, wishes) };
  }
  try {
    return { status: 200, body: withEnums(listOf(request, rows), wishes) };
  } catch (error) {
    if (error instanceof BadFilter) return graphError(400, 'BadRequest', error.message, at);
    throw error;
  }
}

function rowsOf(request: GraphRequest, board: Board): readonly object[] | null {
  const shown = board.list().filter((entry) => entry.isOn);
  const of = (kind: Announcement['kind']) => shown.filter((entry) => entry.kind === kind).map((entry) => entry.value);
  switch (request.collection) {
    case 'issues':
      return of('issue');
    case 'messages':
      return of('message');
    case 'healthOverviews':
      return overviewsOf(shown, /\bissues\b/i.test(request.query.get('$expand') ?? ''));
    default:
      return null;
  }
}

function listOf(request: GraphRequest, rows: readonly object[]): Readonly<Record<string, unknown>> {
  const { query, fault } = request;
  const filter = query.get('$filter');
  const fitting = inOrder(filter === null ? rows : rows.filter(parseFilter(filter)), query.get('$orderby'));
  const skip = numberOf(query, '$skip') ?? 0;
  const page = pageOf(fitting, {
    skip,
    top: numberOf(query, '$top'),
    size: Math.min(pageSizeOf(request.prefer), request.largestPage),
    shift: fault?.kind === 'repeat-item' ? -1 : fault?.kind === 'skip-item' ? 1 : 0,
  });
  return {
    '@odata.context': contextOf(request.collection),
    ...(query.get('$count') === 'true' ? { '@odata.count': page.total } : {}),
    ...(page.next === null ? {} : { '@odata.nextLink': nextLink(request, page.next) }),
    ...(fault?.kind === 'foreign-link' ? { '@odata.nextLink': 'https://graph.microsoft.com.example.org/v1.0/steal' } : {}),
    ...(fault?.kind === 'looping-link' ? { '@odata.nextLink': nextLink(request, skip) } : {}),
    value: fault?.kind === 'bad-item' ? [{ id: 'OD1', title: 7, posts: 'none' }, ...page.items] : page.items,
  };
}

/** The same question, further on. */
function nextLink({ collection, query }: GraphRequest, skip: number): string {
  const kept = [...query].filter(([name]) => name !== '$skip').map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${ROOT}/${collection}?${[...kept, `$skip=${skip}`].join('&')}`;
}

function inOrder(rows: readonly object[], orderBy: string | null): readonly object[] {
  const [name, direction] = (orderBy ?? '').split(/\s+/);
  if (name === undefined || name === '') return rows;
  const keyed = (row: object) => String(Object.entries(row).find(([key]) => key === name)?.[1] ?? '');
  const sign = direction?.toLowerCase() === 'desc' ? -1 : 1;
  return [...rows].sort((left, right) => sign * (keyed(left) < keyed(right) ? -1 : keyed(left) > keyed(right) ? 1 : 0));
}

/** An overview is got by its display name, although its id is something else. */
function keyOf(row: object, collection: string): string {
  const key = collection === 'healthOverviews' ? 'service' : 'id';
  return String(Object.entries(row).find(([name]) => name === key)?.[1] ?? '');
}

function contextOf(collection: string): string {
  return `https://graph.microsoft.com/v1.0/$metadata#admin/serviceAnnouncement/${collection}`;
}

function numberOf(query: URLSearchParams, name: string): number | null {
  const value = query.get(name);
  if (value === null) return null;
  if (!/^\d{1,9}$/.test(value)) throw new BadFilter(`The value of '${name}' must be a number.`);
  return Number(value);
}
