import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Registered } from '../../src/registered.ts';
import { createLookUpStore } from '../../src/storage/look-up-store.ts';
import { clear, deskOn } from './case-desk.ts';
import { newCase } from './cases.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';

const LATER = 1_000;
const found: Registered = {
  person: { kind: 'told', jobTitle: '経理担当', department: 'Finance', office: '' },
  devices: {
    kind: 'told',
    all: [{ name: 'LAPTOP-7', model: 'Surface', system: 'Windows 10.0.22631', os: 'windows-11', compliance: 'compliant', seenAt: 5 }],
  },
};
const silent: Registered = { person: { kind: 'untold', why: 'silent' }, devices: { kind: 'untold', why: 'forbidden' } };

describe.each(['postgres', 'pglite'] as const)('who is to be looked up on %s', (kind) => {
  let empty: EmptyDatabase;
  let desk: ReturnType<typeof deskOn>;
  const lookUps = () => createLookUpStore(empty.database);
  beforeAll(async () => {
    empty = await emptyDatabase(kind);
  });
  beforeEach(async () => {
    await clear(empty.database);
    desk = deskOn(empty.database);
    await desk.bind();
  });
  afterAll(() => empty.end());

  /** A case whose card stands in the channel. */
  async function shown() {
    const who = await desk.employee();
    const one = newCase({ person: { ...who.key, name: 'Ren' } });
    await who.turn({ cases: [{ kind: 'open', case: one }] });
    await desk.pass();
    await desk.deliver();
    return { who, one };
  }

  it('is nobody as long as the card of the case does not stand in the channel', async () => {
    const who = await desk.employee();
    await who.turn({ cases: [{ kind: 'open', case: newCase({ person: { ...who.key, name: 'Ren' } }) }] });
    await desk.pass();

    expect(await lookUps().take(1, LATER, 10)).toEqual([]);
  });

  it('is taken by one, and by another when the first came to nothing', async () => {
    const { who, one } = await shown();

    const first = await lookUps().take(1, LATER, 10);

    expect(first).toEqual([{ tenant: 'contoso', case: one.id, person: who.key.id, tries: 0 }]);
    expect(await lookUps().take(LATER - 1, LATER, 10)).toEqual([]);
    expect(await lookUps().take(LATER, 2 * LATER, 10)).toMatchObject([{ case: one.id, tries: 1 }]);
  });

  it('what was found stands in the case, whose card is behind by it, once', async () => {
    const { one } = await shown();
    const [of] = await lookUps().take(1, LATER, 10);
    if (of === undefined) throw new Error('Nobody is to be looked up.');

    await lookUps().keep(of, found, null);

    expect(await desk.cases.read('contoso', one.id)).toMatchObject({ registered: found, touchedAt: one.touchedAt });
    expect(await desk.cases.pending(10)).toMatchObject([{ isCardBehind: true, case: { registered: found } }]);
    await desk.pass();
    await lookUps().keep(of, found, null);
    expect(await desk.cases.pending(10)).toEqual([]);
    expect(await lookUps().take(9 * LATER, 10 * LATER, 10)).toEqual([]);
  });

  it('is asked about again when that was said', async () => {
    await shown();
    const [of] = await lookUps().take(1, LATER, 10);
    if (of === undefined) throw new Error('Nobody is to be looked up.');

    await lookUps().keep(of, silent, 5 * LATER);

    expect(await lookUps().take(4 * LATER, 5 * LATER, 10)).toEqual([]);
    expect(await lookUps().take(5 * LATER, 6 * LATER, 10)).toMatchObject([{ tries: 1 }]);
  });

  it('is nobody who was forgotten, and what was found of them meanwhile is not kept', async () => {
    const { who, one } = await shown();
    const [of] = await lookUps().take(1, LATER, 10);
    if (of === undefined) throw new Error('Nobody is to be looked up.');
    await desk.turns.forget(who.key);

    await lookUps().keep(of, found, LATER);

    expect((await desk.cases.read('contoso', one.id))?.registered).toBeNull();
    expect(await lookUps().take(9 * LATER, 10 * LATER, 10)).toEqual([]);
  });

  it('is forgotten with what was found', async () => {
    const { who, one } = await shown();
    const [of] = await lookUps().take(1, LATER, 10);
    if (of !== undefined) await lookUps().keep(of, found, null);

    await desk.turns.forget(who.key);

    expect((await desk.cases.read('contoso', one.id))?.registered).toBeNull();
  });
});
