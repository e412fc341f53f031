import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTurnStore } from '../../src/storage/turn-store.ts';
import { NO_WISHES, NOBODY } from '../../src/turn/scene.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';

describe('how a person wants to be told, as stored', () => {
  let empty: EmptyDatabase;

  beforeAll(async () => {
    empty = await emptyDatabase('postgres');
  });
  afterAll(() => empty.end());

  it.each([
    ['by a version that knew nothing of it', { language: 'ja' }, { language: 'ja' }],
    ['in a form that is not known', { alerts: { follows: 'all', quiet: 'sometimes' }, timeZone: 5, spoken: 'fr', told: { OD1: 'x' } }, {}],
    [
      'in part',
      { alerts: { follows: ['Exchange Online'], quiet: { from: 0, to: 60 } }, told: { OD1: 7 } },
      { alerts: { ...NO_WISHES, follows: ['Exchange Online'], quiet: { from: 0, to: 60 } }, told: { OD1: 7 } },
    ],
  ])('%s is read, and what is missing has its first value', async (id, stored, expected) => {
    await empty.database.query("insert into kiku.person (tenant, id, revision, state, updated_at) values ('t', $1, 1, $2::jsonb, 1)", [
      id,
      JSON.stringify(stored),
    ]);

    const { person } = await createTurnStore(empty.database).load({ tenant: 't', id }, '');

    expect(person).toEqual({ ...NOBODY, ...expected });
  });
});
