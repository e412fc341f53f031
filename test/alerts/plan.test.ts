import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AlertStore } from '../../src/alert-ports.ts';
import { planFanOut } from '../../src/alerts/plan.ts';
import type { Ground } from '../../src/alerts/who.ts';
import { knowledgeFolders } from '../../src/config.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import type { Database } from '../../src/storage/database.ts';
import { newIntake } from '../../src/triage/intake.ts';
import { NOW, tenantOn } from '../storage/alerts.ts';
import { type EmptyDatabase, emptyDatabase } from '../storage/databases.ts';
import { FAULT, given } from './people.ts';

const { knowledge } = readKnowledge(knowledgeFolders({}));
const ground: Ground = { knowledge, quiet: 'none', defaultTimeZone: 'UTC' };
const quiet = { info() {}, warn() {}, error() {} };
const never = new AbortController().signal;

let empty: EmptyDatabase;
let database: Database;

beforeAll(async () => {
  empty = await emptyDatabase('postgres');
  database = empty.database;
});
afterAll(() => empty.end());

const concerned = { ...newIntake('i1'), facts: given({ code: '0x8004de40', product: 'onedrive', os: 'windows-11' }) };
const fault = { ...FAULT, startAt: NOW - 60_000, updatedAt: NOW };

/** A tenant in which many have this trouble. */
async function tenantWith(count: number) {
  const stage = tenantOn(database);
  const join = (id: string) => stage.wrote(id, { intake: { ...concerned, id: `i-${id}` } });
  for (let index = 0; index < count; index += 1) await join(`p${String(index).padStart(5, '0')}`);
  const planOn = (store: AlertStore, id: number, signal = never) =>
    planFanOut(id, { store, ground: () => ground, now: () => NOW, log: quiet }, signal);
  return { ...stage, join, planOn, plan: (id: number, signal = never) => planOn(stage.alerts, id, signal) };
}

/** The store, with something that happens before each page of people is looked at. */
function withBefore(store: AlertStore, before: (page: number) => Promise<void>): AlertStore {
  let page = 0;
  return {
    ...store,
    async candidates(fanOut, wanted) {
      page += 1;
      await before(page);
      return store.candidates(fanOut, wanted);
    },
  };
}

describe('planning', () => {
  it('tells everybody it concerns, once, and nobody else', async () => {
    const stage = await tenantWith(40);
    await stage.wrote('stranger');
    await stage.wrote('solved', { intake: { ...concerned, id: 'i-solved', state: 'solved' } });
    const { id } = await stage.noticed(fault);

    await stage.plan(id);

    expect(await stage.alerts.progress(id)).toMatchObject({ waiting: 40, skipped: 0 });
    expect(await stage.alerts.fanOut(id)).toMatchObject({ plannedAt: NOW });
  });

  it('neither misses nor doubles who comes, or writes again, while it runs', async () => {
    const stage = await tenantWith(30);
    const { id } = await stage.noticed(fault);
    const store = withBefore(stage.alerts, async (page) => {
      if (page > 2) return;
      // Before and behind whom planning has looked at.
      await stage.join(`a-new-${page}`);
      await stage.join(`z-new-${page}`);
      await stage.join('p00007');
    });

    await stage.planOn(store, id);

    expect(await stage.alerts.progress(id)).toMatchObject({ waiting: 34 });
  });

  it('goes on where a process that is gone had stopped', async () => {
    const stage = await tenantWith(25);
    const { id } = await stage.noticed(fault);
    const broken = withBefore(stage.alerts, async (page) => {
      if (page === 2) throw new Error('killed');
    });
    await expect(stage.planOn(broken, id)).rejects.toThrow('killed');
    expect(await stage.alerts.fanOut(id)).toMatchObject({ plannedAt: null });

    await stage.plan(id);

    expect(await stage.alerts.progress(id)).toMatchObject({ waiting: 25 });
  });

  it('may be done by two at the same time', async () => {
    const stage = await tenantWith(25);
    const { id } = await stage.noticed(fault);

    await Promise.all([stage.plan(id), stage.plan(id)]);

    expect(await stage.alerts.progress(id)).toMatchObject({ waiting: 25 });
  });

  it('of one that is cancelled plans nobody', async () => {
    const stage = await tenantWith(3);
    const { id } = await stage.noticed(fault);
    await stage.alerts.control(id, { kind: 'cancel' }, NOW);

    await stage.plan(id);

    expect(await stage.alerts.progress(id)).toMatchObject({ waiting: 0 });
  });

  it('ends early when the process ends, and is not over then', async () => {
    const stage = await tenantWith(3);
    const { id } = await stage.noticed(fault);

    await stage.plan(id, AbortSignal.abort());

    expect(await stage.alerts.fanOut(id)).toMatchObject({ plannedAt: null });
  });
});
