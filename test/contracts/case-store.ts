import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Agent, Case, CaseList, CaseStore, SaidInCase } from '../../src/case-ports.ts';
import { changed, newCase, OPENED_AT } from '../storage/cases.ts';

/** A store of cases with nothing in it. */
export interface EmptyCaseStore {
  readonly store: CaseStore;
  end(): Promise<void>;
}

const ROBIN: Agent = { id: 'agent-robin', name: 'Robin' };
const MIKA: Agent = { id: 'agent-mika', name: 'Mika' };
const HOUR = 3_600_000;

/** What every store of cases keeps, whatever stands behind it. */
export function keepsTheContractOfCases(name: string, open: () => Promise<EmptyCaseStore>): void {
  describe(`the store of cases: ${name}`, () => {
    let opened: EmptyCaseStore;
    let store: CaseStore;
    let tenants = 0;
    beforeAll(async () => {
      opened = await open();
      ({ store } = opened);
    });
    afterAll(() => opened.end());

    const says = (from: 'employee' | 'agent' | 'event', text: string, at = OPENED_AT): SaidInCase => ({ from, by: 'Robin', text, at });
    const created = async (changes: Partial<Case> = {}): Promise<Case> => {
      const one = newCase(changes);
      expect(await store.create(one)).toBe('created');
      return one;
    };
    const newTenant = () => {
      tenants += 1;
      return `tenant-${tenants}`;
    };
    const inTenant = (tenant: string, id: string): Pick<Case, 'person' | 'id'> => ({ id, person: { tenant, id: `person of ${id}`, name: 'Ren' } });
    const wordsOf = async ({ person, id }: Case) => (await store.messages(person.tenant, id, 0, 100)).map(({ text }) => text);

    describe('creating and reading', () => {
      it('gives back what was created, whole', async () => {
        const one = await created({
          assignee: MIKA,
          outcome: '解決 "ok"',
          closesAt: 5,
          respondedAt: 7,
          timeZone: null,
          language: 'ja',
          priority: 'urgent',
        });

        expect(await store.read(one.person.tenant, one.id)).toEqual(one);
      });

      it('creates nothing twice under one id, and leaves what is there', async () => {
        const one = await created();

        expect(await store.create({ ...newCase(), id: one.id })).toBe('exists');
        expect(await store.read(one.person.tenant, one.id)).toEqual(one);
      });

      it('does not find the case of another tenant under its id', async () => {
        const one = await created();

        expect(await store.read('elsewhere', one.id)).toBeNull();
      });

      it.each(['waiting-helpdesk', 'waiting-employee'] as const)('finds the case of its person while it is %s', async (state) => {
        const one = await created({ state });

        expect(await store.ofPerson(one.person)).toEqual(one);
      });

      it.each(['resolved', 'withdrawn', 'closed'] as const)('finds no open case of a person whose case is %s', async (state) => {
        const one = await created({ state });

        expect(await store.ofPerson(one.person)).toBeNull();
      });
    });

    describe('saving', () => {
      it('keeps what an agent did, counts the revision, and leaves what was handed over', async () => {
        const one = await created();
        const next = changed(one, { state: 'waiting-employee', assignee: ROBIN, priority: 'high', respondedAt: 9, dueAt: null, isReminded: true });

        expect(await store.save(next, 0, [says('event', 'take')], 'a1')).toBe('saved');
        expect(await store.read(one.person.tenant, one.id)).toEqual({ ...next, content: one.content });
      });

      it('tells the second of two who take at the same moment that the case has moved on', async () => {
        const one = await created();
        const take = (by: Agent) => store.save(changed(one, { assignee: by }), 0, [says('event', 'take')], `take of ${by.id}`);

        const answers = await Promise.all([take(ROBIN), take(MIKA)]);

        expect([...answers].sort()).toEqual(['collision', 'saved']);
        const winner = answers[0] === 'saved' ? ROBIN : MIKA;
        expect((await store.read(one.person.tenant, one.id))?.assignee).toEqual(winner);
        expect(await wordsOf(one)).toEqual(['take']);
      });

      it('counts the same input once, also when the case has moved on since', async () => {
        const one = await created();
        const next = changed(one, { touchedAt: OPENED_AT + 1 });
        await store.save(next, 0, [says('agent', 'hello')], 'a1');

        expect(await store.save(changed(next, {}), 1, [says('agent', 'hello')], 'a1')).toBe('seen');
        expect(await store.save(next, 0, [says('agent', 'hello')], 'a1')).toBe('seen');
        expect(await wordsOf(one)).toEqual(['hello']);
      });

      it('counts an input once that said nothing', async () => {
        const one = await created();
        await store.save(changed(one, { priority: 'high' }), 0, [], 'a1');

        expect(await store.save(changed(one, { priority: 'low' }), 1, [], 'a1')).toBe('seen');
      });

      it('opens no case again while its person has another that is open', async () => {
        const over = await created({ state: 'resolved' });
        const other = await created({ person: over.person });

        expect(await store.save(changed(over, { state: 'waiting-helpdesk' }), 0, [], 'a1')).toBe('collision');
        expect(await store.ofPerson(over.person)).toEqual(other);
      });

      it('saves nothing of a case that is not there', async () => {
        expect(await store.save(changed(newCase(), {}), 0, [says('agent', 'hello')], null)).toBe('collision');
      });
    });

    describe('what is said', () => {
      it('is kept in order, numbered from one and page by page', async () => {
        const one = await created();
        const words = ['一つ目', 'two', 'three', 'a "quoted" \\ line\n4', '🦆'];
        for (const [index, text] of words.entries())
          await store.save({ ...one, revision: index + 1 }, index, [says('agent', text, index)], `i${index}`);

        const first = await store.messages(one.person.tenant, one.id, 0, 3);
        const rest = await store.messages(one.person.tenant, one.id, 3, 3);

        expect([...first, ...rest].map(({ id, text, at, input }) => [id, text, at, input])).toEqual(
          words.map((text, at) => [at + 1, text, at, `i${at}`]),
        );
      });

      it('says what it was edited to, and that it was edited', async () => {
        const one = await created();
        await store.save(changed(one, {}), 0, [says('agent', 'helo'), says('event', 'take')], 'a1');

        expect(await store.reword(one.person.tenant, one.id, 'a1', 'hello')).toBe(true);
        const [edited, event] = await store.messages(one.person.tenant, one.id, 0, 10);
        expect(edited).toMatchObject({ text: 'hello', edition: 1 });
        expect(event).toMatchObject({ text: 'take', edition: 0 });
      });

      it('says nothing once it is deleted', async () => {
        const one = await created();
        await store.save(changed(one, {}), 0, [says('employee', 'secret')], 'a1');

        await store.reword(one.person.tenant, one.id, 'a1', '');

        expect(await wordsOf(one)).toEqual(['']);
      });

      it('is not edited by what names no message, nor by the same words', async () => {
        const one = await created();
        await store.save(changed(one, {}), 0, [says('agent', 'hello')], 'a1');

        expect(await store.reword(one.person.tenant, one.id, 'a2', 'other')).toBe(false);
        expect(await store.reword(one.person.tenant, one.id, 'a1', 'hello')).toBe(false);
      });
    });

    describe('what an agent said in private', () => {
      it('is found by its activity, and what the thread was told of it changes with it', async () => {
        const one = await created();
        await store.save(changed(one, {}), 0, [says('agent', 'helo'), says('event', 'elsewhere helo'), says('event', 'take')], 'p1');

        expect(await store.ofInput(one.person.tenant, 'p1')).toMatchObject({ case: { id: one.id }, isNote: false });
        await store.reword(one.person.tenant, one.id, 'p1', 'hello');
        expect(await wordsOf(one)).toEqual(['hello', 'elsewhere hello', 'take']);
        await store.reword(one.person.tenant, one.id, 'p1', '');
        expect(await wordsOf(one)).toEqual(['', 'elsewhere ', 'take']);
      });

      it('is found as a note when it was for colleagues only', async () => {
        const one = await created();
        await store.save(changed(one, {}), 0, [says('event', 'elsewhere // hm')], 'p2');

        expect(await store.ofInput(one.person.tenant, 'p2')).toMatchObject({ case: { id: one.id }, isNote: true });
        await store.reword(one.person.tenant, one.id, 'p2', '// ah');
        expect(await wordsOf(one)).toEqual(['elsewhere // ah']);
      });

      it('is found by nothing that an employee wrote', async () => {
        const one = await created();
        await store.save(changed(one, {}), 0, [says('employee', 'hello')], 'p3');

        expect(await store.ofInput(one.person.tenant, 'p3')).toBeNull();
        expect(await store.ofInput('another', 'p3')).toBeNull();
      });
    });

    it('tells who has open cases, each once', async () => {
      const tenant = newTenant();
      for (const [id, assignee, state] of [
        ['A1', ROBIN, 'waiting-helpdesk'],
        ['A2', ROBIN, 'waiting-employee'],
        ['A3', MIKA, 'resolved'],
        ['A4', null, 'waiting-helpdesk'],
      ] as const) {
        await created({ ...inTenant(tenant, id), assignee, state });
      }

      expect((await store.assigned()).filter((one) => one.tenant === tenant)).toEqual([{ tenant, agent: ROBIN }]);
    });

    describe('lists', () => {
      const pages = async (tenant: string, what: CaseList, limit: number) => {
        const ids: string[][] = [];
        let after: string | null = null;
        do {
          const page = await store.list(tenant, what, after, limit);
          ids.push(page.cases.map(({ id }) => id));
          after = page.after;
        } while (after !== null);
        return ids;
      };
      /** Seven cases in an order that nobody would guess. */
      const filled = async () => {
        const tenant = newTenant();
        const put = (id: string, changes: Partial<Case>) => created({ ...inTenant(tenant, id), ...changes });
        await put('LOW', { priority: 'low', respondBy: OPENED_AT - HOUR });
        await put('LATE', { priority: 'high', respondBy: OPENED_AT + 2 * HOUR, assignee: MIKA });
        await put('SOON2', { priority: 'high', respondBy: OPENED_AT + HOUR, assignee: ROBIN });
        await put('SOON1', { priority: 'high', respondBy: OPENED_AT + HOUR, assignee: ROBIN, state: 'waiting-employee' });
        await put('URGENT', { priority: 'urgent', respondBy: OPENED_AT + 9 * HOUR, assignee: ROBIN });
        await put('ANSWERED', { priority: 'low', respondBy: OPENED_AT - 2 * HOUR, respondedAt: OPENED_AT });
        await put('OVER', { state: 'resolved', priority: 'urgent', assignee: ROBIN, respondBy: OPENED_AT - HOUR });
        return tenant;
      };

      it('shows the open ones by priority, then by when somebody should answer, then by id', async () => {
        const tenant = await filled();

        expect(await pages(tenant, { kind: 'open' }, 4)).toEqual([
          ['URGENT', 'SOON1', 'SOON2', 'LATE'],
          ['ANSWERED', 'LOW'],
        ]);
      });

      it('shows an agent their own open ones, whoever they wait for', async () => {
        const tenant = await filled();

        expect(await pages(tenant, { kind: 'mine', agent: ROBIN.id }, 2)).toEqual([['URGENT', 'SOON1'], ['SOON2']]);
      });

      it('shows those that nobody has answered in time, whoever waited longest first', async () => {
        const tenant = await filled();

        expect(await pages(tenant, { kind: 'overdue', now: OPENED_AT + HOUR }, 9)).toEqual([['LOW', 'SOON2']]);
      });

      it('ends with a page that is just full', async () => {
        const tenant = await filled();

        expect(await pages(tenant, { kind: 'open' }, 3)).toEqual([
          ['URGENT', 'SOON1', 'SOON2'],
          ['LATE', 'ANSWERED', 'LOW'],
        ]);
      });

      it.each(['', 'nonsense', "0.1.x'; drop table", '9.9.9'])('begins at the beginning where the place is %j', async (after) => {
        const tenant = await filled();

        expect((await store.list(tenant, { kind: 'open' }, after, 1)).cases[0]?.id).toBe('URGENT');
      });

      it('shows nobody the cases of another tenant', async () => {
        await filled();

        expect(await store.list(newTenant(), { kind: 'open' }, null, 9)).toEqual({ cases: [], after: null });
      });
    });

    describe('what is to be done by itself', () => {
      it('gives those whose time has come, the longest due first, and no others', async () => {
        const ids = new Set<string>();
        for (const dueAt of [30, 10, 20, 31, null]) ids.add((await created({ dueAt })).id);

        const due = (await store.due(30, 100)).filter(({ id }) => ids.has(id));

        expect(due.map(({ dueAt }) => dueAt)).toEqual([10, 20, 30]);
      });

      it('gives no more of it than it is asked for', async () => {
        for (const dueAt of [1, 2, 3]) await created({ dueAt });

        expect(await store.due(30, 2)).toHaveLength(2);
      });
    });
  });
}
