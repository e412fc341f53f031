import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createGraphBudget } from '../../src/storage/graph-budget.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';

const [MINUTE_MS, HOUR_MS] = [60_000, 3_600_000];
const NOW = 10_000_000;

describe.each(['postgres', 'pglite'] as const)('the budget of Graph on %s', (kind) => {
  let empty: EmptyDatabase;
  const budget = () => createGraphBudget(empty.database);

  beforeAll(async () => {
    empty = await emptyDatabase(kind);
  });
  beforeEach(async () => {
    await empty.database.transaction((transaction) => transaction.script('delete from kiku.graph_request; delete from kiku.graph_rest'));
  });
  afterAll(() => empty.end());

  it('is 240 requests in any minute, over all who ask', async () => {
    const [one, two] = [budget(), budget()];
    const waits: number[] = [];
    for (let index = 0; index < 122; index += 1) {
      waits.push(...(await Promise.all([one, two].map((store) => store.takeGraphRequest(NOW + index)))));
    }

    expect(waits.filter((wait) => wait === 0)).toHaveLength(240);
    // The first was asked at NOW, and counts to the minute whose last moment is NOW + 60,000.
    expect(waits.slice(240)).toEqual([1, 1, 0, 0].map((earlier) => MINUTE_MS + 1 - 120 - 1 + earlier));
    expect(await one.takeGraphRequest(NOW + MINUTE_MS)).toBe(1);
    expect(await two.takeGraphRequest(NOW + MINUTE_MS + 1)).toBe(0);
  });

  it('is 800 requests in any hour', async () => {
    const asked = Array.from({ length: 801 }, (_, index) => NOW + index * 1000);
    const waits: number[] = [];
    for (const at of asked) waits.push(await budget().takeGraphRequest(at));

    expect(waits.indexOf(HOUR_MS + 1 - 800_000)).toBe(800);
    expect(waits.filter((wait) => wait === 0)).toHaveLength(800);
    expect(await budget().takeGraphRequest(NOW + HOUR_MS + 1)).toBe(0);
    expect(await budget().takeGraphRequest(NOW + HOUR_MS + 1)).toBe(1000);
  });

  it('rests for everybody as long as Graph asked, the longest rest counting', async () => {
    await budget().restGraph(NOW + 5000);
    await budget().restGraph(NOW + 2000);

    expect([await budget().takeGraphRequest(NOW), await budget().takeGraphRequest(NOW + 5000)]).toEqual([5000, 0]);
  });

  it('does not close for hours because a clock was hours ahead and is put right', async () => {
    for (let index = 0; index < 240; index += 1) await budget().takeGraphRequest(NOW + 5 * HOUR_MS);
    await budget().restGraph(NOW + 5 * HOUR_MS + 600_000);
    expect(await budget().takeGraphRequest(NOW + 5 * HOUR_MS)).toBe(600_000);

    expect(await budget().takeGraphRequest(NOW)).toBe(0);
    await budget().restGraph(NOW + 9000);
    expect(await budget().takeGraphRequest(NOW)).toBe(9000);
  });

  it('has one last request, whoever asks at the same moment', async () => {
    for (let index = 0; index < 239; index += 1) await budget().takeGraphRequest(NOW);

    const waits = await Promise.all(Array.from({ length: 8 }, () => budget().takeGraphRequest(NOW)));

    expect(waits.filter((wait) => wait === 0)).toHaveLength(1);
  });
});
