import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseOfThread, isReply } from '../../src/helpdesk/thread.ts';
import { createHelpdeskStore } from '../../src/storage/helpdesk-store.ts';
import { deskOn } from '../storage/case-desk.ts';
import { newCase } from '../storage/cases.ts';
import { type EmptyDatabase, emptyDatabase } from '../storage/databases.ts';
import { inThread } from './in-thread.ts';

let empty: EmptyDatabase;
beforeAll(async () => {
  empty = await emptyDatabase('postgres');
}, 60_000);
afterAll(() => empty.end());

const saidUnder = (root: string) => inThread('1700000000999', { kind: 'text', text: 'Please restart it.' }, root);

describe('the thread of a case', () => {
  it('is waited for when its card is only just arriving: whoever answers at once is heard', async () => {
    const desk = deskOn(empty.database);
    const parts = { cases: desk.cases, helpdesk: createHelpdeskStore(empty.database) };
    await desk.bind();
    const who = await desk.employee();
    const one = newCase({ person: { ...who.key, name: 'Ren' } });
    await who.turn({ cases: [{ kind: 'open', case: one }] });
    await desk.pass();
    const rows = await desk.claimed();

    const found = caseOfThread(saidUnder('a1'), parts);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await desk.turns.settle(rows.map((row) => ({ kind: 'done', row, activity: 'a1' })));

    expect(await found).toMatchObject({ case: { id: one.id }, isFormer: false });
    expect(await caseOfThread(saidUnder('a2'), parts)).toBeNull();
  });

  it('is one that was there: a new post begins another', () => {
    expect(isReply(saidUnder('1700000000001'))).toBe(true);
    expect(isReply(saidUnder('1700000000999'))).toBe(false);
  });
});
