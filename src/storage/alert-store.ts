import type { AlertResult, AlertStore, Control, FanOut, PlannedAlert } from '../alert-ports.ts';
import { parseCandidates, parseClaim, parseFanOuts, parsePlanned, parsePlanning, parseProgress, parseTenants } from './alert-rows.ts';
import { CLAIM, CLOSE, MAKE_BUCKET, SETTLE_ALERTS } from './claim-sql.ts';
import { type Database, toJson } from './database.ts';
import {
  ADD_SENTENCE,
  CANCEL,
  CANDIDATES,
  END_PLANNING,
  FAN_OUT,
  OPEN_FAN_OUTS,
  PAUSE,
  PLAN,
  PLANNING,
  PROGRESS,
  PURGE_FAN_OUTS,
  REOPEN,
  RESUME,
  SEND_AGAIN,
  SKIP_CANCELLED,
  STOP_FOR,
  TAKE_OVER,
  TENANTS_DUE,
} from './fan-out-sql.ts';
import { persistently } from './persistently.ts';

const KEEP_FAN_OUTS_MS = 30 * 86_400_000;
/** Some 100,000 alerts are changed within two seconds. */
const LIMIT_MS = 60_000;

/** The store of alerts on a database. */
export function createAlertStore(database: Database): AlertStore {
  return {
    async openFanOuts() {
      return parseFanOuts(await database.query(OPEN_FAN_OUTS, []));
    },
    async fanOut(id) {
      return parseFanOuts(await database.query(FAN_OUT, [id]))[0] ?? null;
    },
    async planning(fanOut) {
      return parsePlanning(await database.query(PLANNING, [fanOut]));
    },
    async candidates({ tenant, advisory }, { after, limit, since, changedSince }) {
      return parseCandidates(tenant, await database.query(CANDIDATES, [tenant, advisory.id, after ?? '', limit, since, changedSince]));
    },
    async plan(fanOut, alerts, planning) {
      return persistently(async () => parsePlanned(await database.query(PLAN, [fanOut, toJson(alerts.map(flatPlan)), toJson(planning)])));
    },
    async endPlanning(fanOut, now) {
      await persistently(() => endPlanning(database, fanOut, now));
    },
    async tenantsDue(now) {
      return parseTenants(await database.query(TENANTS_DUE, [now]));
    },
    async claim(tenant, now, limits) {
      for (;;) {
        const params = [tenant, now, now + limits.leaseMs, limits.most, limits.perSecond, limits.burst];
        const claimed = parseClaim(await database.query(CLAIM, params), now, limits);
        if (claimed.kind === 'claimed') return claimed.claim;
        if (claimed.kind === 'no bucket') await database.query(MAKE_BUCKET, [tenant]);
      }
    },
    async settle(results) {
      if (results.length === 0) return;
      const tenants = [...new Set(results.map(({ row }) => row.tenant))];
      const people = [...new Set(results.map(({ row }) => row.person.id))];
      // What was sent and is not recorded would be sent again.
      await persistently(() => database.query(SETTLE_ALERTS, [toJson(results.map(flatResult)), tenants, people]));
    },
    async close(tenant, until) {
      await database.query(CLOSE, [tenant, until]);
    },
    control: (fanOut, control, now) => doControl(database, fanOut, control, now),
    async stopFor(fanOut, fault) {
      await database.query(STOP_FOR, [fanOut, fault]);
    },
    async progress(fanOut) {
      return parseProgress(await database.query(PROGRESS, [fanOut]));
    },
  };
}

/** Deletes fan-outs that ended 30 days ago, with their alerts. */
export async function purgeAlerts(database: Database, now: number): Promise<void> {
  await database.transaction((transaction) => transaction.query(PURGE_FAN_OUTS, [now - KEEP_FAN_OUTS_MS]), LIMIT_MS);
}

/** Frees every alert. Only for a database that this process alone uses, before anything is sent. */
export async function releaseAlerts(database: Database): Promise<void> {
  await database.query("update kiku.alert set lease_until = 0 where state = 'waiting' and lease_until > 0", []);
}

async function endPlanning(database: Database, fanOut: number, now: number): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.query(END_PLANNING, [fanOut, now]);
    await transaction.query(TAKE_OVER, [fanOut]);
    await transaction.query(REOPEN, [fanOut]);
  }, LIMIT_MS);
}

async function doControl(database: Database, fanOut: number, control: Control, now: number): Promise<boolean> {
  switch (control.kind) {
    case 'pause':
      return (await database.query(PAUSE, [fanOut])).length > 0;
    case 'resume':
      return (await database.query(RESUME, [fanOut])).length > 0;
    case 'cancel':
      // By itself first: from then on nothing is given out, however many alerts there are.
      if ((await database.query(CANCEL, [fanOut, now])).length === 0) return false;
      await persistently(() => database.transaction((transaction) => transaction.query(SKIP_CANCELLED, [fanOut, now]), LIMIT_MS));
      return true;
    case 'sentence':
      return persistently(() => addSentence(database, fanOut, { text: control.text, by: control.by }, now));
  }
}

async function addSentence(database: Database, fanOut: number, sentence: FanOut['sentence'], now: number): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const added = await transaction.query(ADD_SENTENCE, [fanOut, toJson(sentence)]);
    if (added.length > 0) await transaction.query(SEND_AGAIN, [fanOut, now]);
    return added.length > 0;
  }, LIMIT_MS);
}

function flatPlan({ person, part, reason, intake, grade, dueAt }: PlannedAlert) {
  return { person: person.id, part, reason, intake, grade, due_at: dueAt };
}

function flatResult(result: AlertResult) {
  const { kind, row } = result;
  const { tenant, person, advisory, part, fanOut, edition, heard } = row;
  const own = { tenant, person: person.id, advisory, part, fan_out: fanOut, edition, heard, conversation: row.address?.conversation, kind };
  switch (kind) {
    case 'sent':
      return { ...own, activity: result.activity, at: result.at, tries: 0, doubts: 0 };
    case 'later':
      return { ...own, at: result.at, tries: result.isTried ? 1 : 0, doubts: result.isInDoubt ? 1 : 0 };
    case 'repaired':
      return { ...own, address: result.address, tries: 1, doubts: 0 };
    case 'skipped':
      return { ...own, why: result.why, tries: 0, doubts: 0 };
    case 'failed':
      return { ...own, why: result.why, reach: result.reach, tries: 1, doubts: result.isInDoubt ? 1 : 0 };
  }
}
