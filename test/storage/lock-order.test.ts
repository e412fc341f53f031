import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { purgeTurns } from '../../src/storage/turn-store.ts';
import { clear, deskOn } from './case-desk.ts';
import { channel, newCase } from './cases.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { hold, waiting } from './holding.ts';
import { intakeOf, state } from './turns.ts';

const DAY = 86_400_000;
const other = { ...channel, conversation: '19:other@thread.tacv2' };

/** Two that want the same rows take them in one order, so that neither has to be given up. */
describe('locks on PostgreSQL', () => {
  let empty: EmptyDatabase;
  let desk: ReturnType<typeof deskOn>;

  beforeAll(async () => {
    empty = await emptyDatabase('postgres');
  });
  beforeEach(async () => {
    await clear(empty.database);
    desk = deskOn(empty.database);
  });
  afterAll(() => empty.end());

  /** Cases of three, written in the other order than that of their ids. */
  const threeCases = async () => {
    for (const id of ['C', 'B', 'A']) {
      const who = await desk.employee();
      await who.turn({ cases: [{ kind: 'open', case: newCase({ id, person: { ...who.key, name: 'Ren' } }) }] });
    }
  };
  const holdTheMiddle = () => hold(empty.database, "select 1 from kiku.case where id = 'B' for update");

  it('let a helpdesk be named while cases that stand nowhere are shown again', async () => {
    await threeCases();
    await empty.database.query('update kiku.case set is_lost = true', []);
    const held = await holdTheMiddle();

    const binding = desk.bind(other);
    await waiting(empty.database, 1);
    const showing = desk.cases.showAgain('contoso');
    await waiting(empty.database, 2);
    await held.letGo();

    await Promise.all([binding, showing]);
    expect(await desk.cases.lost()).toEqual([]);
  });

  it('let somebody write who comes back while what they said long ago is deleted', async () => {
    const [earlier, who] = [await desk.employee(), await desk.employee()];
    const said = { ...state, intake: 'i', held: [{ id: 'h', text: 'Long ago.' }] };
    await earlier.turn({ person: said });
    await who.turn({ person: said, intake: intakeOf('i') });
    const held = await hold(empty.database, 'select 1 from kiku.person where id = $1 for update', [earlier.key.id]);

    const purging = purgeTurns(empty.database, 100_000 * DAY);
    await waiting(empty.database, 1);
    const writing = who.turn({ person: said, intake: intakeOf('i'), at: 100_000 * DAY });
    await Promise.race([writing, waiting(empty.database, 2)]);
    await held.letGo();

    expect((await writing).kind).toBe('saved');
    await purging;
    const stored = await desk.turns.load(who.key, '');
    expect([stored.intake?.id, stored.person?.held.length]).toEqual(['i', 1]);
  });
});
