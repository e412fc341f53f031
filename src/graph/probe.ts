import type { TokenCredential } from '@azure/identity';
import { z } from 'zod';
import type { GraphBudget } from '../advisory-ports.ts';
import type { ExpirySeen, GraphAnswer, GraphProbe, Permission, PermissionSeen } from '../doctor-ports.ts';
import { placeOf } from './origin.ts';
import { rolesIn } from './roles.ts';
import { noToken, tokenFor } from './tokens.ts';

/** What Graph is looked at with. */
export interface ProbeSettings {
  readonly credential: TokenCredential;
  readonly graphOrigin: string;
  readonly budget: GraphBudget;
  readonly permissions: readonly Permission[];
  readonly now: () => number;
  /** For the token, and for each reading. */
  readonly timeoutMs?: number;
}

interface Asked {
  readonly answer: GraphAnswer;
  readonly aheadMs: number | null;
  readonly body: unknown;
}

const TIMEOUT_MS = 10_000;
const COUNTED = '/admin/serviceAnnouncement/';

/**
 * Looks how Graph answers, once and as it is: nothing is tried again, and what would be a failure elsewhere is what is looked for here. Readings of
 * Service Communications count like all others.
 */
export function createGraphProbe(settings: ProbeSettings): GraphProbe {
  const { credential, budget, now } = settings;
  const place = placeOf(settings.graphOrigin);
  const within = (outer: AbortSignal) => AbortSignal.any([outer, AbortSignal.timeout(settings.timeoutMs ?? TIMEOUT_MS)]);

  async function ask(path: string, token: string, outer: AbortSignal): Promise<Asked> {
    if (path.startsWith(COUNTED) && (await budget.takeGraphRequest(now())) > 0) return { answer: 'waiting', aheadMs: null, body: null };
    const began = now();
    try {
      const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
      const response = await fetch(`${place.target}/v1.0${path}`, { headers, redirect: 'manual', signal: within(outer) });
      const aheadMs = aheadOf(response.headers.get('date'), began, now());
      const body = parsed(await response.text());
      return { answer: answerOf(response.status, body), aheadMs, body };
    } catch {
      // Silence is an answer here.
      return { answer: 'silent', aheadMs: null, body: null };
    }
  }

  async function tokenOr(outer: AbortSignal): Promise<{ readonly token: string } | 'refused' | 'silent'> {
    try {
      return { token: await tokenFor(credential, place.scope, within(outer)) };
    } catch (cause) {
      return noToken(cause).code === 'unauthorised' ? 'refused' : 'silent';
    }
  }

  return {
    async look(signal) {
      const got = await tokenOr(signal);
      if (typeof got === 'string') return { token: got, permissions: [], aheadMs: null };
      const roles = rolesIn(got.token);
      const asked = await Promise.all(settings.permissions.map((permission) => one(permission, roles, (path) => ask(path, got.token, signal))));
      return {
        token: 'granted',
        permissions: asked.map(({ seen }) => seen),
        aheadMs: asked.map(({ aheadMs }) => aheadMs).find((aheadMs) => aheadMs !== null) ?? null,
      };
    },
    async secretEnd(appId, begins, at, signal) {
      const got = await tokenOr(signal);
      if (typeof got === 'string') return { kind: 'unknown', what: 'secret' };
      const path = `/applications(appId='${encodeURIComponent(appId)}')?$select=passwordCredentials,keyCredentials`;
      const { answer, body } = await ask(path, got.token, signal);
      return answer === 'answered' ? endOfSecret(body, begins, at) : { kind: 'unknown', what: 'secret' };
    },
  };
}

async function one(permission: Permission, roles: readonly string[] | null, ask: (path: string) => Promise<Asked>) {
  const isGranted = roles === null ? null : roles.includes(permission.name);
  // What only makes Kiku do less is not asked for in vain.
  const isAsked = !permission.isOptional || isGranted !== false;
  const { answer, aheadMs } = isAsked ? await ask(permission.path) : { answer: 'not-asked' as const, aheadMs: null };
  const seen: PermissionSeen = { ...permission, isGranted, answer };
  return { seen, aheadMs };
}

const graphError = z.object({ error: z.object({ code: z.string() }) });

function answerOf(status: number, body: unknown): GraphAnswer {
  if (status === 401) return 'unauthorised';
  if (status === 403) return 'forbidden';
  if (status === 429) return 'throttled';
  if (status >= 500) return 'failing';
  if (status === 404 && graphError.safeParse(body).success) return 'not-there';
  const isGraphs = typeof body === 'object' && body !== null && !graphError.safeParse(body).success;
  return status >= 200 && status < 300 && isGraphs ? 'answered' : 'odd';
}

const secrets = z.object({ passwordCredentials: z.array(z.object({ hint: z.string().nullish(), endDateTime: z.iso.datetime({ offset: true }) })) });

/** Of several the one that begins like ours; where none is said to, the one that ends next, so that it is told too early rather than too late. */
function endOfSecret(body: unknown, begins: string, now: number): ExpirySeen {
  const read = secrets.safeParse(body);
  if (!read.success) return { kind: 'unknown', what: 'secret' };
  const all = read.data.passwordCredentials.map(({ hint, endDateTime }) => ({ hint, at: Date.parse(endDateTime) }));
  const ours = all.filter(({ hint }) => hint === begins).map(({ at }) => at);
  const [next] = all
    .map(({ at }) => at)
    .filter((at) => at > now)
    .toSorted((a, b) => a - b);
  const at = ours.length > 0 ? Math.max(...ours) : next;
  return at === undefined ? { kind: 'unknown', what: 'secret' } : { kind: 'ends', what: 'secret', at };
}

/** The header knows whole seconds only, cut off. */
function aheadOf(date: string | null, began: number, ended: number): number | null {
  const theirs = Date.parse(date ?? '');
  return Number.isNaN(theirs) ? null : theirs + 500 - (began + ended) / 2;
}

/** `undefined`: no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
