import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Case, CaseEffect } from '../../src/case-ports.ts';
import { createWithdrawnSteps } from '../../src/helpdesk/withdrawn-steps.ts';
import { purgeCases } from '../../src/storage/case-store.ts';
import { createWithdrawnStore } from '../../src/storage/withdrawn-store.ts';
import { deskOn, said } from './case-desk.ts';
import { changed, newCase, OPENED_AT } from './cases.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { state, turnOf } from './turns.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

describe.each(['postgres', 'pglite'] as const)('cases and turns on %s', (kind) => {
  let empty: EmptyDatabase;
  let desk: ReturnType<typeof deskOn>;
  beforeAll(async () => {
    empty = await emptyDatabase(kind);
    desk = deskOn(empty.database);
    await desk.bind();
  });
  afterAll(() => empty.end());

  const opened = async (changes: Partial<Case> = {}) => {
    const who = await desk.employee();
    const one = newCase({ person: { ...who.key, name: 'Ren' }, ...changes });
    await who.turn({ person: { ...state, case: one.id }, cases: [{ kind: 'open', case: one }] });
    const now = async () => {
      const found = await desk.cases.read('contoso', one.id);
      if (found === null) throw new Error('The case is gone.');
      return found;
    };
    const saved = async (next: Partial<Case>) => {
      const before = await now();
      return desk.cases.save(changed(before, next), before.revision, [], null);
    };
    const words = async () => (await desk.cases.messages('contoso', one.id, 0, 100)).map(({ text }) => text);
    return { who, one, now, saved, words };
  };

  it('opens a case with the turn that hands over, and the next turn finds it', async () => {
    const { who, one } = await opened();

    const loaded = await desk.turns.load(who.key, 'next');

    expect(loaded).toMatchObject({ revision: 2, person: { case: one.id } });
    expect(loaded.case).toEqual(one);
  });

  it('opens a case with the very first turn of somebody', async () => {
    const one = newCase();

    const saved = await desk.turns.save({
      ...turnOf({ key: one.person, address: (await desk.employee()).address }),
      cases: [{ kind: 'open', case: one }],
    });

    expect(saved.kind).toBe('saved');
    expect((await desk.turns.load(one.person, 'next')).case).toEqual(one);
  });

  it('opens nothing when the turn was too late', async () => {
    const { who } = await opened({ state: 'resolved' });
    const one = newCase({ person: { ...who.key, name: 'Ren' } });

    expect(await desk.turns.save(turnOf(who, { revision: 1, inputId: 'late', cases: [{ kind: 'open', case: one }] }))).toEqual({ kind: 'collision' });
    expect(await desk.cases.read('contoso', one.id)).toBeNull();
  });

  it.each([
    ['whose person has an open one meanwhile', (one: Case) => newCase({ person: one.person })],
    ['whose id is taken', (one: Case) => newCase({ id: one.id, person: { ...one.person, id: 'somebody else' }, state: 'closed' })],
  ])('saves nothing of a turn that opens a case %s, so that it is decided anew', async (_, of) => {
    const { who, one } = await opened();

    const saved = await who.turn({ inputId: 'again', cases: [{ kind: 'open', case: of(one) }] });

    expect(saved).toEqual({ kind: 'collision' });
    expect(await desk.turns.load(who.key, 'again')).toMatchObject({ revision: 2, isSeen: false });
  });

  it('finds the case that is over by what the person remembers', async () => {
    const { who, one, saved } = await opened();
    await saved({ state: 'resolved', outcome: 'TLS 1.2' });

    expect((await desk.turns.load(who.key, 'next')).case).toMatchObject({ id: one.id, state: 'resolved' });
  });

  it('finds an open case before one that is over, whatever the person remembers', async () => {
    const { who, one, saved } = await opened();
    await saved({ state: 'resolved' });
    const other = newCase({ person: one.person });
    await desk.cases.create(other);

    expect((await desk.turns.load(who.key, 'next')).case?.id).toBe(other.id);
  });

  it('does not find the case of somebody else under its id', async () => {
    const { one } = await opened();
    const other = await desk.employee();
    await other.turn({ person: { ...state, case: one.id } });

    expect((await desk.turns.load(other.key, 'next')).case).toBeNull();
  });

  it.each<[string, Partial<Case>, (id: string) => CaseEffect, Partial<Case>]>([
    [
      'waits for the helpdesk when the employee said something',
      { state: 'waiting-employee', respondedAt: 1, closesAt: 9, dueAt: 9 },
      (id) => ({ kind: 'say', case: id, text: 'hm' }),
      { state: 'waiting-helpdesk', respondedAt: 1, closesAt: null, dueAt: null },
    ],
    [
      'still waits for its first answer then',
      { respondBy: 7, dueAt: null },
      (id) => ({ kind: 'say', case: id, text: 'hm' }),
      { state: 'waiting-helpdesk', respondedAt: null, dueAt: 7 },
    ],
    [
      'is open again, and to be answered, when it was resolved a moment before',
      { state: 'resolved', outcome: 'ok', respondBy: 7, respondedAt: 1, isReminded: true, dueAt: null },
      (id) => ({ kind: 'say', case: id, text: 'hm' }),
      { state: 'waiting-helpdesk', outcome: null, respondedAt: null, isReminded: false, dueAt: 7 },
    ],
    [
      'is withdrawn',
      { state: 'waiting-employee', closesAt: 9, dueAt: 9 },
      (id) => ({ kind: 'withdraw', case: id }),
      { state: 'withdrawn', closesAt: null, dueAt: null },
    ],
    [
      'stays resolved when it is withdrawn too late',
      { state: 'resolved', outcome: 'ok' },
      (id) => ({ kind: 'withdraw', case: id }),
      { state: 'resolved', outcome: 'ok' },
    ],
    [
      'is opened again with a new time to answer',
      { state: 'closed', outcome: 'ok', respondedAt: 1, isReminded: true, dueAt: null },
      (id) => ({ kind: 'reopen', case: id, respondBy: OPENED_AT + HOUR }),
      { state: 'waiting-helpdesk', outcome: null, respondBy: OPENED_AT + HOUR, respondedAt: null, isReminded: false, dueAt: OPENED_AT + HOUR },
    ],
  ])('%s', async (_, before, effect, expected) => {
    const { who, one, now, saved } = await opened();
    await saved(before);

    await who.turn({ cases: [effect(one.id)] });

    expect(await now()).toMatchObject({ ...expected, revision: 2 });
  });

  it('holds what the employee answered, with what follows from it; the question is answered then, and is left out no longer', async () => {
    const { who, one, now, saved } = await opened();
    await saved({ asked: 'network', state: 'waiting-employee' });
    const network = { values: ['office'], source: { kind: 'tapped' } } as const;
    const after = { problem: null, ahead: ['rejoin'], advisories: [] };

    await who.turn({
      cases: [
        { kind: 'say', case: one.id, text: 'Network: office' },
        { kind: 'learn', case: one.id, facts: { network }, content: after },
      ],
    });

    const { content, asked, state } = await now();
    expect(content).toEqual({ ...one.content, ...after, facts: { ...one.content.facts, network }, leftOut: [] });
    expect([asked, state]).toEqual([null, 'waiting-helpdesk']);
  });

  it('goes on asking what was not answered', async () => {
    const { who, one, now, saved } = await opened();
    await saved({ asked: 'network' });
    const { problem, ahead, advisories } = one.content;
    const web = { values: ['works'], source: { kind: 'written', words: 'web 動く' } } as const;

    await who.turn({ cases: [{ kind: 'learn', case: one.id, facts: { web }, content: { problem, ahead, advisories } }] });

    const { content, asked } = await now();
    expect([content.facts.web, content.leftOut, asked]).toEqual([web, ['network'], 'network']);
  });

  it('keeps what the employee says while an agent resolves, and leaves the case open', async () => {
    const rounds = Array.from({ length: 10 }, async () => {
      const { who, one, now, words } = await opened();
      const resolve = async () => {
        for (;;) {
          const before = await now();
          const answer = await desk.cases.save(
            changed(before, { state: 'resolved', outcome: 'ok' }),
            before.revision,
            [said('event', 'resolve')],
            'a1',
          );
          if (answer !== 'collision') return before.revision;
        }
      };
      const [seen] = await Promise.all([resolve(), who.turn({ cases: [{ kind: 'say', case: one.id, text: 'not yet' }] })]);

      expect([...(await words())].sort()).toEqual(['not yet', 'resolve']);
      // Whoever came last says how it stands.
      expect((await now()).state).toBe(seen === 0 ? 'waiting-helpdesk' : 'resolved');
    });
    await Promise.all(rounds);
  });

  it('numbers what employee and agents say at once without a gap', async () => {
    const { who, one, now, words } = await opened();
    const agent = async (name: string) => {
      for (let count = 0; count < 5; ) {
        const before = await now();
        const answer = await desk.cases.save(changed(before, {}), before.revision, [said('agent', `${name} ${count}`)], `${name} ${count}`);
        if (answer === 'saved') count += 1;
      }
    };
    const employee = async () => {
      for (let count = 0; count < 5; count += 1)
        await who.turn({ inputId: `e${count}`, cases: [{ kind: 'say', case: one.id, text: `ren ${count}` }] });
    };

    await Promise.all([agent('mika'), agent('robin'), employee()]);

    const all = await words();
    for (const name of ['mika', 'robin', 'ren']) {
      expect(all.filter((text) => text.startsWith(name))).toEqual([0, 1, 2, 3, 4].map((count) => `${name} ${count}`));
    }
    expect((await desk.cases.messages('contoso', one.id, 0, 100)).map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
  });

  it('keeps an earlier message under its own activity, and once more under none', async () => {
    const { who, one, words } = await opened();
    const say = { kind: 'say' as const, case: one.id, text: 'written before', of: 'earlier' };

    await who.turn({ cases: [say] });
    await who.turn({ cases: [say] });
    await who.turn({ cases: [{ kind: 'reword', case: one.id, of: 'earlier', text: 'edited' }] });

    expect(await words()).toEqual(['edited', 'written before']);
  });

  it('does not change the case of somebody else', async () => {
    const { one, now } = await opened();
    const other = await desk.employee();

    await other.turn({ cases: [{ kind: 'withdraw', case: one.id }] });

    expect(await now()).toEqual(one);
  });

  it('withdraws the old case and opens a new one in one turn, in that order', async () => {
    const { who, one, now } = await opened();
    const next = newCase({ person: one.person });

    await who.turn({
      person: { ...state, case: next.id },
      cases: [
        { kind: 'withdraw', case: one.id },
        { kind: 'open', case: next },
        { kind: 'say', case: next.id, text: 'hello' },
      ],
    });

    expect((await now()).state).toBe('withdrawn');
    expect((await desk.turns.load(who.key, 'next')).case).toEqual(next);
    expect((await desk.cases.messages('contoso', next.id, 0, 9)).map(({ text, from, by }) => [text, from, by])).toEqual([
      ['hello', 'employee', 'Ren'],
    ]);
  });

  it('deletes what ended 180 days ago with its words, and nothing that is open or newer', async () => {
    const old = await opened({ state: 'resolved', touchedAt: OPENED_AT - 181 * DAY });
    await empty.database.query("insert into kiku.case_message values ('contoso', $1, 1, 'agent', 'Mika', 'hello', null, 0)", [old.one.id]);
    const open = await opened({ touchedAt: OPENED_AT - 400 * DAY });
    const newer = await opened({ state: 'closed', touchedAt: OPENED_AT - 179 * DAY });

    await purgeCases(empty.database, OPENED_AT);

    expect(await desk.cases.read('contoso', old.one.id)).toBeNull();
    expect(await old.words()).toEqual([]);
    expect([(await open.now()).id, (await newer.now()).id]).toEqual([open.one.id, newer.one.id]);

    await purgeCases(empty.database, OPENED_AT, { intakeDays: 30, caseDays: 90 });

    expect(await desk.cases.read('contoso', newer.one.id)).toBeNull();
  });

  it('withdraws a step for everybody and gives it back, and keeps who decided what', async () => {
    const withdrawn = createWithdrawnStore(empty.database);
    const [robin, mika] = [
      { id: 'r', name: 'Robin' },
      { id: 'm', name: 'Mika' },
    ];

    await withdrawn.withdraw('contoso', 'reset-onedrive', robin, 1);
    await Promise.all([withdrawn.withdraw('contoso', 'reset-onedrive', mika, 2), withdrawn.withdraw('contoso', 'tick-tls', mika, 2)]);
    const between = await withdrawn.withdrawn('contoso');
    await withdrawn.restore('contoso', 'reset-onedrive', mika, 3);
    await withdrawn.restore('contoso', 'reset-onedrive', robin, 4);

    expect(between).toEqual(['reset-onedrive', 'tick-tls']);
    expect(await withdrawn.withdrawn('contoso')).toEqual(['tick-tls']);
    expect(await withdrawn.decisions('contoso', 9)).toEqual([
      { step: 'reset-onedrive', isWithdrawn: false, by: mika, at: 3 },
      { step: 'tick-tls', isWithdrawn: true, by: mika, at: 2 },
      { step: 'reset-onedrive', isWithdrawn: true, by: robin, at: 1 },
    ]);
  });

  it('withdraws a step for one tenant alone; what was withdrawn before that was kept is so for all, until one gives it back', async () => {
    const withdrawn = createWithdrawnStore(empty.database);
    const steps = createWithdrawnSteps(withdrawn);
    const robin = { id: 'r', name: 'Robin' };
    await empty.database.query('truncate kiku.step_decision', []);
    await empty.database.query("insert into kiku.step_decision (step, is_withdrawn, by_id, by_name, at) values ('old', true, 'r', 'Robin', 1)", []);
    const seen = async () => {
      await steps.look();
      return ['contoso', 'fabrikam', 'elsewhere'].map((tenant) => steps.current(tenant));
    };

    await withdrawn.withdraw('contoso', 'new', robin, 2);
    const first = await seen();
    await withdrawn.restore('fabrikam', 'old', robin, 3);
    await withdrawn.restore('fabrikam', 'new', robin, 3);
    const second = await seen();

    expect(first).toEqual([['new', 'old'], ['old'], ['old']]);
    expect(second).toEqual([['new', 'old'], [], ['old']]);
    expect((await withdrawn.decisions('fabrikam', 9)).map(({ step, isWithdrawn }) => `${step} ${isWithdrawn}`)).toEqual(['old false', 'old true']);
    expect(await Promise.all(['contoso', 'fabrikam', 'elsewhere'].map((tenant) => withdrawn.withdrawn(tenant)))).toEqual(second);
  });

  it('of two who withdraw a step at the same moment keeps one decision', async () => {
    const withdrawn = createWithdrawnStore(empty.database);
    await empty.database.query('truncate kiku.step_decision', []);

    // Once more with every connection open, so that they do come together.
    for (const step of ['tick-tls', 'reset-onedrive', 'restart-onedrive'])
      await Promise.all(Array.from({ length: 8 }, (_, place) => withdrawn.withdraw('contoso', step, { id: `${place}`, name: 'Robin' }, 1)));

    expect(await withdrawn.decisions('contoso', 99)).toHaveLength(3);
  });
});
