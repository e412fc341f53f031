import type { AlertStore, FanOut, Planning } from '../alert-ports.ts';
import type { Log } from '../ports.ts';
import { alertsFor, type Ground } from './who.ts';

const PAGE = 1_000;
/** Intakes touched within so many days are looked at. */
const INTAKE_DAYS = 7;
const DAY_MS = 86_400_000;
/** A turn that was decided before a pass began may be stored after it. */
const OVERLAP_MS = 60_000;

/** What planning is made of. */
export interface PlannerParts {
  readonly store: Pick<AlertStore, 'fanOut' | 'planning' | 'candidates' | 'plan' | 'endPlanning'>;
  /** Asked once for each page: knowledge may be saved meanwhile. */
  readonly ground: () => Ground;
  readonly now: () => number;
  readonly log: Log;
}

/**
 * Looks at everybody of the tenant, then again at those who changed meanwhile, until a pass adds nobody: who installs Kiku or writes during a fan-out is
 * neither missed nor planned twice. Goes on where it, or another process, was interrupted. Ends early when `signal` aborts.
 */
export async function planFanOut(id: number, parts: PlannerParts, signal: AbortSignal): Promise<void> {
  const fanOut = await parts.store.fanOut(id);
  if (fanOut === null || fanOut.plannedAt !== null || fanOut.control === 'cancelled') return;
  const began = parts.now();
  let planning = (await parts.store.planning(id)) ?? { pass: 1, passBeganAt: began, previousBeganAt: null, after: null, added: 0 };
  let total = 0;
  while (!signal.aborted) {
    const page = await planPage(fanOut, planning, parts);
    total += page.added;
    if (page.next === null) {
      await parts.store.endPlanning(id, parts.now());
      parts.log.info(
        { fanOut: id, advisory: fanOut.advisory.id, alerts: total, passes: planning.pass, ms: parts.now() - began },
        'a fan-out was planned',
      );
      return;
    }
    planning = page.next;
  }
}

/** One page. `next` is `null` when planning is over. */
async function planPage(
  fanOut: FanOut,
  planning: Planning,
  parts: PlannerParts,
): Promise<{ readonly added: number; readonly next: Planning | null }> {
  const now = parts.now();
  const ground = parts.ground();
  const changedSince = planning.previousBeganAt === null ? null : planning.previousBeganAt - OVERLAP_MS;
  const page = { after: planning.after, limit: PAGE, since: now - INTAKE_DAYS * DAY_MS, changedSince };
  const candidates = await parts.store.candidates(fanOut, page);
  const alerts = candidates.flatMap((candidate) => alertsFor(candidate, fanOut, now, ground));
  const isPassOver = candidates.length < PAGE;
  const last = candidates.at(-1);
  const onwards: Planning = isPassOver || last === undefined ? planning : { ...planning, after: last.key.id };
  const added = await parts.store.plan(fanOut.id, alerts, onwards);
  if (!isPassOver) return { added, next: { ...onwards, added: planning.added + added } };
  if (planning.pass > 1 && planning.added + added === 0) return { added, next: null };
  return { added, next: { pass: planning.pass + 1, passBeganAt: now, previousBeganAt: planning.passBeganAt, after: null, added: 0 } };
}
