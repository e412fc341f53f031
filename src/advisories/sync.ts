import type { Advisory } from '../advisory.ts';
import type { AdvisorySource, AdvisoryStore, SyncState } from '../advisory-ports.ts';
import type { Log } from '../ports.ts';
import { codeOf, fieldsOf } from './log-fields.ts';
import { merge } from './merge.ts';
import { NOTHING, reconcile } from './reconcile.ts';

export interface SyncSettings {
  readonly source: AdvisorySource;
  readonly store: AdvisoryStore;
  readonly now: () => number;
  readonly log: Log;
}

/**
 * How reading one kind went. `overtaken`: another instance stored its reading first, and this one counts for nothing. `waiting`: Graph may not
 * be asked now; nothing of this kind was kept, and the next reading goes on from where the last one stood.
 */
export type SyncOutcome = 'stored' | 'overtaken' | 'failed' | 'waiting';

export interface SyncResult {
  readonly issues: SyncOutcome;
  readonly messages: SyncOutcome;
  /** Ids of the fan-outs that were written, to be planned. */
  readonly fanOuts: readonly number[];
}

/** Reads what changed in Service Health and the Message Center, and keeps it with what is to be told of it. */
export interface Sync {
  /**
   * One reading. While one is under way, the next begins after it, and everybody who asks meanwhile gets that one: whoever has just changed
   * something sees it. `isThorough`: the open issues are held against Graph's list now, not once an hour. Throws what the store throws.
   */
  sync(signal: AbortSignal, wishes?: { readonly isThorough?: boolean }): Promise<SyncResult>;
}

const MINUTE_MS = 60_000;
/** Lists shift while they are paged through, and copies of Graph lag behind one another: the last minutes are read again. */
const OVERLAP_MS = 15 * MINUTE_MS;
const RECONCILE_EVERY_MS = 60 * MINUTE_MS;
/** Of the Message Center's backlog. */
const BACKLOG_MS = 400 * 24 * 60 * MINUTE_MS;
const SENTENCES = { issue: 'Service Health', message: 'The Message Center' };

/** Issues and messages are read and kept one after the other: when one kind fails, the other is none the worse, and no later. */
export function createSync(settings: SyncSettings): Sync {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: { readonly reading: Promise<SyncResult>; readonly wished: { isThorough: boolean } } | null = null;

  async function readAll(signal: AbortSignal, isThorough: boolean): Promise<SyncResult> {
    const issues = await readKind(settings, 'issue', signal, isThorough);
    // Once an hour everything on the shelf is looked through, messages too.
    const messages = await readKind(settings, 'message', signal, issues.isThorough);
    return { issues: issues.outcome, messages: messages.outcome, fanOuts: [...issues.fanOuts, ...messages.fanOuts] };
  }

  return {
    sync(signal, wishes = {}) {
      if (next === null) {
        const wished = { isThorough: false };
        const reading = underWay.then(() => {
          next = null;
          return readAll(signal, wished.isThorough);
        });
        underWay = reading.catch(() => undefined);
        next = { reading, wished };
      }
      if (wishes.isThorough === true) next.wished.isThorough = true;
      return next.reading;
    },
  };
}

interface KindResult {
  readonly outcome: SyncOutcome;
  readonly fanOuts: readonly number[];
  /** Whether everything on the shelf was looked through. */
  readonly isThorough: boolean;
}

async function readKind(settings: SyncSettings, kind: Advisory['kind'], signal: AbortSignal, isAsked: boolean): Promise<KindResult> {
  const { source, store, now, log } = settings;
  const begunAt = now();
  const state = await store.readSync(kind);
  const since = sinceOf(kind, state.watermark, begunAt);
  let changed: readonly Advisory[];
  try {
    changed = await source.changed(kind, since, signal);
  } catch (error) {
    return { outcome: await giveUp(settings, kind, state, error, signal), fanOuts: [], isThorough: false };
  }
  const isThorough = state.watermark !== null && (isAsked || (kind === 'issue' && isReconciliationDue(state, begunAt)));
  const known = await store.known(kind, isThorough ? null : changed.map(({ id }) => id));
  const open = isThorough && kind === 'issue' ? await reconcile({ source, log }, known, changed, signal) : NOTHING;
  // The backlog holds the open ones too.
  const isReconciled = open.isWhole || (kind === 'issue' && state.watermark === null);
  const watermark = watermarkOf(state.watermark, changed, since ?? 0, begunAt);
  const merged = merge({ state, known, received: [...changed, ...open.found], gone: open.gone, watermark, now: begunAt });
  const written = await store.write({
    kind,
    revision: state.revision,
    ...merged,
    watermark,
    reconciledAt: isReconciled ? begunAt : state.reconciledAt,
    readAt: kind === 'issue' ? begunAt : null,
    isFailing: kind === 'issue' ? false : state.isFailing,
    now: now(),
  });
  if (written.kind === 'overtaken') {
    log.info({ kind, revision: state.revision }, 'Another instance has read meanwhile; this reading is dropped.');
    return { outcome: 'overtaken', fanOuts: [], isThorough };
  }
  if (kind === 'issue' && state.isFailing) log.info({}, 'Service Health can be read again.');
  for (const { advisory, transitions } of merged.changes) log.info({ advisory: advisory.id, transitions }, 'An advisory changed.');
  warnOfClock(log, merged.advisories, begunAt);
  return { outcome: 'stored', fanOuts: written.fanOuts, isThorough };
}

/** That issues cannot be read is kept, so that every instance says so; messages are no matter of minutes. */
async function giveUp(settings: SyncSettings, kind: Advisory['kind'], state: SyncState, error: unknown, signal: AbortSignal): Promise<SyncOutcome> {
  const { store, log, now } = settings;
  if (codeOf(error) === 'waiting') {
    log.info({ kind, ...fieldsOf(error) }, 'Microsoft Graph is not asked now; the next reading goes on.');
    return 'waiting';
  }
  if (signal.aborted) return 'failed';
  log.warn({ kind, ...fieldsOf(error) }, `${SENTENCES[kind]} could not be read; the last known state stands.`);
  if (kind === 'issue' && !state.isFailing) {
    const { revision, watermark, reconciledAt } = state;
    const nothing = { advisories: [], gone: [], changes: [] };
    await store.write({ kind, revision, ...nothing, watermark, reconciledAt, readAt: null, isFailing: true, now: now() });
  }
  return 'failed';
}

/** From where on is read; `null`: everything. */
function sinceOf(kind: Advisory['kind'], watermark: number | null, at: number): number | null {
  if (watermark !== null) return Math.max(0, watermark - OVERLAP_MS);
  return kind === 'issue' ? null : at - BACKLOG_MS;
}

/** A clock that was put back makes it due too. */
function isReconciliationDue({ reconciledAt }: SyncState, at: number): boolean {
  return reconciledAt === null || Math.abs(at - reconciledAt) >= RECONCILE_EVERY_MS;
}

/**
 * The greatest change received. Our clock may be wrong and moves it never on: it only holds it back when an advisory claims to be changed in
 * the future, behind which everything else would be lost.
 */
function watermarkOf(before: number | null, found: readonly Advisory[], least: number, at: number): number {
  const greatest = found.reduce((mark, { updatedAt }) => Math.max(mark, updatedAt), least);
  return Math.max(before ?? 0, Math.min(greatest, at));
}

function warnOfClock(log: Log, advisories: readonly Advisory[], at: number): void {
  const ahead = advisories.filter(({ updatedAt }) => updatedAt > at + OVERLAP_MS);
  if (ahead.length === 0) return;
  log.warn(
    { advisories: ahead.map(({ id }) => id) },
    'Advisories were changed in the future: the clock of this machine is behind, or Graph is wrong.',
  );
}
