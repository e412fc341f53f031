import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createRegistry } from '../../src/graph/registry.ts';
import { lookUp } from '../../src/helpdesk/look-up.ts';
import { type GraphServer, startGraphServer } from '../../src/local/graph/server.ts';
import { createLookUpStore } from '../../src/storage/look-up-store.ts';
import { NOW, readerOf } from '../graph/local-graph.ts';
import { clear, deskOn } from '../storage/case-desk.ts';
import { newCase } from '../storage/cases.ts';
import { type EmptyDatabase, emptyDatabase } from '../storage/databases.ts';

const MINUTE = 60_000;
const ROBIN = '1f0e8a52-0000-4000-8000-0000000000aa';

let empty: EmptyDatabase;
let server: GraphServer;
beforeAll(async () => {
  empty = await emptyDatabase('postgres');
}, 60_000);
beforeEach(async () => {
  await clear(empty.database);
  const robin = { id: ROBIN, fields: { jobTitle: 'Accountant' }, devices: [] };
  server = await startGraphServer({ port: 0, host: '127.0.0.1', now: () => NOW, users: [robin] });
});
afterEach(() => server.close());
afterAll(() => empty.end());

/** The helpdesk at work, with a case of Robin's whose card stands in the channel. */
async function working() {
  const desk = deskOn(empty.database);
  const one = newCase({ person: { tenant: 'contoso', id: ROBIN, name: 'Robin' } });
  await desk.bind();
  await desk.cases.create(one);
  await desk.pass();
  await desk.deliver();
  const state = { at: NOW, passed: 0 };
  const { client, log } = readerOf(server);
  const parts = {
    store: createLookUpStore(empty.database),
    registry: createRegistry({ client, log }),
    passCases: () => {
      state.passed += 1;
    },
    now: () => state.at,
    log,
  };
  const look = (signal = new AbortController().signal) => lookUp(parts, signal);
  const registered = async () => (await desk.cases.read('contoso', one.id))?.registered ?? null;
  return { state, look, registered };
}

const asked = () => server.requests.filter(({ url }) => !url.includes('managedDevices')).length;

describe('looking an employee up', () => {
  it('is done once, and the card is put up to date', async () => {
    const { state, look, registered } = await working();

    await look();
    state.at += 60 * MINUTE;
    await look();

    expect(await registered()).toMatchObject({ person: { jobTitle: 'Accountant' }, devices: { all: [] } });
    expect([asked(), state.passed]).toEqual([1, 1]);
  });

  it('says so when Graph is silent, and asks again after a while', async () => {
    const { state, look, registered } = await working();
    server.faults.inject({ kind: 'failing', on: 'users', count: 3 });

    await look();
    expect(await registered()).toMatchObject({ person: { why: 'silent' }, devices: { kind: 'told' } });
    state.at += MINUTE - 1;
    await look();
    expect(await registered()).toMatchObject({ person: { why: 'silent' } });
    state.at += 1;
    await look();

    expect(await registered()).toMatchObject({ person: { kind: 'told' } });
  });

  it('is given up after three times of silence', async () => {
    const { state, look } = await working();
    server.faults.inject({ kind: 'drop', on: 'users', count: 1_000 });

    for (let hour = 0; hour < 6; hour += 1) {
      await look();
      state.at += 60 * MINUTE;
    }

    // Three requests for each time.
    expect(asked()).toBe(9);
  });

  it('is left to another instance by one that is stopped in the middle of it', async () => {
    const { state, look, registered } = await working();
    server.faults.inject({ kind: 'hang', on: 'users', count: 1 });

    await look(AbortSignal.timeout(100));
    expect(await registered()).toBeNull();
    state.at += MINUTE;
    await look();

    expect(await registered()).toMatchObject({ person: { kind: 'told' } });
  });
});
