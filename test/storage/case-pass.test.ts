import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Case } from '../../src/case-ports.ts';
import type { OutboxRow } from '../../src/ports.ts';
import { purgeCases } from '../../src/storage/case-store.ts';
import { createHelpdeskStore } from '../../src/storage/helpdesk-store.ts';
import { purgeTurns } from '../../src/storage/turn-store.ts';
import { clear, deskOn, laidOf, said } from './case-desk.ts';
import { changed, channel, newCase } from './cases.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';

const DAY = 86_400_000;

describe.each(['postgres', 'pglite'] as const)('passing cases on %s', (kind) => {
  let empty: EmptyDatabase;
  let desk: ReturnType<typeof deskOn>;
  beforeAll(async () => {
    empty = await emptyDatabase(kind);
  });
  beforeEach(async () => {
    await clear(empty.database);
    desk = deskOn(empty.database);
    await desk.bind();
  });
  afterAll(() => empty.end());

  const isOfCard = (row: OutboxRow) => row.address.conversation === channel.conversation;
  const opened = async () => {
    const who = await desk.employee();
    const one = newCase({ person: { ...who.key, name: 'Ren' } });
    await who.turn({ cases: [{ kind: 'open', case: one }] });
    return { who, one };
  };
  /** A case whose card stands in the channel. */
  const shown = async () => {
    const { who, one } = await opened();
    await desk.pass();
    await desk.deliver();
    const thread = `${channel.conversation};messageid=a1`;
    return { who, one, thread, chat: who.address.conversation };
  };
  const now = async ({ person, id }: Case) => {
    const found = await desk.cases.read(person.tenant, id);
    if (found === null) throw new Error(`The case ${id} is gone.`);
    return found;
  };
  const agentSays = async (one: Case, words: string, input: string | null = null) => {
    const before = await now(one);
    await desk.cases.save(changed(before, { state: 'waiting-employee' }), before.revision, [said('agent', words)], input);
  };

  it('posts the card of a new case, and nothing more is behind', async () => {
    const { one } = await shown();

    expect(desk.room(channel.conversation)).toEqual([`${one.id} waiting-helpdesk nobody`]);
    expect(await desk.cases.pending(10)).toEqual([]);
  });

  it('finds the case by the thread of its card, and by no other', async () => {
    const { one, thread } = await shown();

    expect((await desk.cases.ofThread('contoso', thread))?.case.id).toBe(one.id);
    expect(await desk.cases.ofThread('contoso', `${channel.conversation};messageid=a9`)).toBeNull();
    expect(await desk.cases.ofThread('elsewhere', thread)).toBeNull();
  });

  it('tells both sides what was said, in order', async () => {
    const { who, one, thread, chat } = await shown();
    for (const words of ['one', 'two']) await who.turn({ cases: [{ kind: 'say', case: one.id, text: words }] });
    await agentSays(one, 'hello');
    await who.turn({ cases: [{ kind: 'say', case: one.id, text: 'three' }] });

    await desk.pass();
    await desk.deliver();

    expect(desk.room(thread)).toEqual(['one', 'two', 'three']);
    expect(desk.room(chat)).toEqual(['hello']);
  });

  it('keeps what was said before the card has a thread, and tells it then', async () => {
    const { who, one } = await opened();
    await who.turn({ cases: [{ kind: 'say', case: one.id, text: 'early' }] });
    await desk.pass();
    const before = await desk.cases.pending(10);
    await desk.deliver();

    await desk.pass();
    await desk.deliver();

    expect(before).toEqual([]);
    expect(desk.room(`${channel.conversation};messageid=a1`)).toEqual(['early']);
  });

  it('tells the employee what an agent said also while the card stands nowhere', async () => {
    const { who, one } = await opened();
    await who.turn({ cases: [{ kind: 'say', case: one.id, text: 'early' }] });
    await desk.pass();
    await desk.deliver(() => 'gone');
    await agentSays(one, 'hello');

    await desk.pass();
    await desk.deliver();

    expect(desk.room(who.address.conversation)).toEqual(['hello']);
    expect(await desk.cases.pending(10)).toEqual([]);
  });

  it('puts the card up to date in place, and sends no card that says the same', async () => {
    const { one } = await shown();
    await desk.cases.save(changed(one, { assignee: { id: 'm', name: 'Mika' } }), 0, [], null);
    await desk.pass();
    await desk.deliver();
    const before = await now(one);
    await desk.cases.save(changed(before, { priority: 'high' }), before.revision, [], null);

    await desk.pass();

    expect(await desk.claimed()).toEqual([]);
    expect(desk.room(channel.conversation)).toEqual([`${one.id} waiting-helpdesk Mika`]);
    expect(await desk.cases.pending(10)).toEqual([]);
  });

  it('sends only the newest of several cards that wait', async () => {
    const { one } = await opened();
    await desk.pass();
    await desk.cases.save(changed(one, { assignee: { id: 'm', name: 'Mika' } }), 0, [], null);
    await desk.pass();

    expect(await desk.claimed()).toHaveLength(1);
    await empty.database.query('update kiku.outbox set lease_until = 0', []);
    await desk.deliver();
    expect(desk.room(channel.conversation)).toEqual([`${one.id} waiting-helpdesk Mika`]);
  });

  it('replaces a card that is just being posted, once it has its id', async () => {
    const { one } = await opened();
    await desk.pass();
    const [row] = await desk.claimed();
    await desk.cases.save(changed(one, { state: 'resolved' }), 0, [], null);
    await desk.pass();
    if (row === undefined) throw new Error('Nothing was laid.');
    await desk.turns.settle([{ kind: 'done', row, activity: desk.send(row) }]);

    await desk.deliver();

    expect(desk.room(channel.conversation)).toEqual([`${one.id} resolved nobody`]);
  });

  it('passes words on before the card, which is behind still, and tells of cases with words first', async () => {
    const { who, one, thread } = await shown();
    const second = await shown();
    await who.turn({ cases: [{ kind: 'say', case: one.id, text: 'it is urgent' }] });
    const [pending] = await desk.cases.pending(10);
    if (pending === undefined) throw new Error('Nothing is behind.');
    await desk.cases.pass(pending, { ...laidOf(pending, channel), card: null, isCardLater: true }, 1);
    await second.who.turn({ cases: [{ kind: 'say', case: second.one.id, text: 'me too' }] });
    const before = await desk.cases.pending(10);

    await desk.pass();
    await desk.deliver();

    expect(before.map(({ case: { id }, isCardBehind, messages }) => [id, isCardBehind, messages.length])).toEqual([
      [second.one.id, true, 1],
      [one.id, true, 0],
    ]);
    expect(desk.room(thread)).toEqual(['it is urgent']);
    expect(await desk.cases.pending(10)).toEqual([]);
  });

  it('lays nothing twice when many pass the same at the same moment', async () => {
    const { who, one, thread } = await shown();
    for (let round = 0; round < 5; round += 1) {
      await who.turn({ cases: [{ kind: 'say', case: one.id, text: `word ${round}` }] });
      const [pending] = await desk.cases.pending(10);
      if (pending === undefined) throw new Error('Nothing is behind.');

      await Promise.all(Array.from({ length: 8 }, () => desk.cases.pass(pending, laidOf(pending, channel), 1)));

      expect(await desk.claimed()).toHaveLength(1);
      await empty.database.query('update kiku.outbox set lease_until = 0', []);
      await desk.deliver();
      await desk.cases.pass(pending, laidOf(pending, channel), 1);
      expect(await desk.claimed()).toEqual([]);
    }
    expect(desk.room(thread)).toEqual([0, 1, 2, 3, 4].map((round) => `word ${round}`));
  });

  it('tells later what was said while the case was being passed', async () => {
    const { who, one, thread } = await shown();
    await who.turn({ cases: [{ kind: 'say', case: one.id, text: 'one' }] });
    const [pending] = await desk.cases.pending(10);
    if (pending === undefined) throw new Error('Nothing is behind.');
    await who.turn({ cases: [{ kind: 'say', case: one.id, text: 'two' }] });
    await desk.cases.pass(pending, laidOf(pending, channel), 1);

    await desk.pass();
    await desk.deliver();

    expect(desk.room(thread)).toEqual(['one', 'two']);
  });

  it('goes on behind fifty messages with the rest', async () => {
    const { who, one, thread } = await shown();
    const words = Array.from({ length: 60 }, (_, index) => `word ${index}`);
    await who.turn({ cases: words.map((each) => ({ kind: 'say' as const, case: one.id, text: each })) });

    await desk.pass();
    await desk.pass();
    await desk.deliver();

    expect(desk.room(thread)).toEqual(words);
  });

  it('replaces what was edited where it was shown', async () => {
    const { who, one, thread, chat } = await shown();
    await who.turn({ inputId: 'e1', cases: [{ kind: 'say', case: one.id, text: 'teh' }] });
    await agentSays(one, 'helo', 'a1');
    await desk.pass();
    await desk.deliver();

    await who.turn({ cases: [{ kind: 'reword', case: one.id, of: 'e1', text: 'the' }] });
    await desk.cases.reword('contoso', one.id, 'a1', 'hello');
    await desk.pass();
    await desk.deliver();

    expect([desk.room(thread), desk.room(chat)]).toEqual([['the'], ['hello']]);
    expect(await desk.cases.pending(10)).toEqual([]);
  });

  it('says the new words only, where the old ones were still waiting', async () => {
    const { who, one, thread } = await shown();
    await who.turn({ inputId: 'e1', cases: [{ kind: 'say', case: one.id, text: 'teh' }] });
    await desk.pass();

    await who.turn({ cases: [{ kind: 'reword', case: one.id, of: 'e1', text: 'the' }] });
    await desk.pass();

    expect((await desk.claimed()).filter((row) => row.address.conversation === thread)).toHaveLength(1);
    await empty.database.query('update kiku.outbox set lease_until = 0', []);
    await desk.deliver();
    expect(desk.room(thread)).toEqual(['the']);
  });

  it('does not let an agent be edited by what the employee names', async () => {
    const { who, one, chat } = await shown();
    await agentSays(one, 'hello', 'a1');

    await who.turn({ cases: [{ kind: 'reword', case: one.id, of: 'a1', text: 'I owe you' }] });
    await desk.pass();
    await desk.deliver();

    expect(desk.room(chat)).toEqual(['hello']);
  });

  it('keeps the place of a card for as long as its case', async () => {
    const { one } = await shown();
    await purgeTurns(empty.database, 40 * DAY);
    await desk.cases.save(changed(one, { state: 'resolved' }), 0, [], null);

    await desk.pass();
    await desk.deliver();

    expect(desk.room(channel.conversation)).toEqual([`${one.id} resolved nobody`]);
  });

  describe('when the channel fails', () => {
    it('counts the case as lost, and posts it anew with what was said once it is to be shown again', async () => {
      const { who, one } = await opened();
      await who.turn({ cases: [{ kind: 'say', case: one.id, text: 'early' }] });
      await desk.pass();
      await desk.deliver(() => 'gone');
      expect(await desk.cases.lost()).toEqual([{ tenant: 'contoso', cases: 1 }]);
      expect(await desk.cases.pending(10)).toEqual([]);

      await desk.cases.showAgain('contoso');
      await desk.pass();
      await desk.deliver();
      await desk.pass();
      await desk.deliver();

      expect(await desk.cases.lost()).toEqual([]);
      expect(desk.room(channel.conversation)).toEqual([`${one.id} waiting-helpdesk nobody`]);
      expect(desk.room(`${channel.conversation};messageid=a1`)).toEqual(['early']);
    });

    it('shows lost cases in the channel that is bound next', async () => {
      const { one } = await opened();
      await desk.pass();
      await desk.deliver(() => 'gone');
      const other = { ...channel, conversation: '19:other@thread.tacv2' };

      await createHelpdeskStore(empty.database).bind('contoso', other, 'owner', 5);
      await desk.pass(other);
      await desk.deliver();

      expect(desk.room(other.conversation)).toEqual([`${one.id} waiting-helpdesk nobody`]);
    });

    it('shows the open cases in the channel bound before, once the newer one takes no card any more', async () => {
      const [helpdesk, older] = [createHelpdeskStore(empty.database), { ...channel, conversation: '19:older@thread.tacv2' }];
      await helpdesk.bind('contoso', older, 'owner', 1);
      await helpdesk.bind('contoso', channel, 'owner', 2);
      const { one } = await shown();
      const { one: next } = await opened();
      await desk.pass();
      await desk.deliver((row) => (row.address.conversation === channel.conversation ? 'gone' : null));

      expect(await helpdesk.channel('contoso')).toEqual(older);
      await desk.pass(older);
      await desk.deliver();

      expect([...desk.room(older.conversation)].sort()).toEqual([`${one.id} waiting-helpdesk nobody`, `${next.id} waiting-helpdesk nobody`]);
      expect(await desk.cases.lost()).toEqual([]);
    });

    it('counts a case as lost that was passed without a card, because there is no channel', async () => {
      await empty.database.query('truncate kiku.helpdesk', []);
      await opened();
      for (const pending of await desk.cases.pending(10)) await desk.cases.pass(pending, { card: null, isNowhere: true, messages: [] }, 1);

      expect(await desk.cases.lost()).toEqual([{ tenant: 'contoso', cases: 1 }]);
      expect(await desk.cases.pending(10)).toEqual([]);
    });

    it('does not count a case as lost that was taken to another channel while words of it were passed; its card comes there', async () => {
      const { who, one } = await shown();
      const helpdesk = createHelpdeskStore(empty.database);
      await helpdesk.bind('contoso', channel, 'ken', 1);
      await who.turn({ cases: [{ kind: 'say', case: one.id, text: 'one' }] });
      const [pending] = await desk.cases.pending(10);
      if (pending === undefined) throw new Error('Nothing is behind.');
      const other = { ...channel, conversation: '19:other@thread.tacv2' };
      await helpdesk.bind('contoso', other, 'ken', 1);

      await desk.cases.pass(pending, { ...laidOf(pending, channel), card: null, isCardLater: true }, 1);

      expect(await desk.cases.lost()).toEqual([]);
      await desk.pass(other);
      await desk.deliver();
      expect(desk.room(other.conversation)).toContain(`${one.id} waiting-helpdesk nobody`);
    });

    it('posts a card anew that was taken away, and tells in its new thread what the old one lacked', async () => {
      const { who, one, thread } = await shown();
      await who.turn({ cases: [{ kind: 'say', case: one.id, text: 'one' }] });
      await desk.pass();
      await desk.deliver((row) => (row.address.conversation === thread || isOfCard(row) ? 'gone' : null));
      expect(await desk.cases.ofThread('contoso', thread)).toMatchObject({ isFormer: true });

      await desk.cases.showAgain('contoso');
      await desk.pass();
      await desk.deliver();
      await desk.pass();
      await desk.deliver();

      expect(desk.room(`${channel.conversation};messageid=a2`)).toEqual(['one']);
    });

    it('posts a card anew at once that could not be put up to date; when that is refused too, the case is lost', async () => {
      const { one } = await shown();
      await agentSays(one, 'hello');
      await desk.pass();
      await desk.deliver((row) => (row.outgoing.kind === 'replace' ? 'gone' : null));
      expect(await desk.cases.lost()).toEqual([]);

      await desk.pass();
      await desk.deliver((row) => (isOfCard(row) ? 'gone' : null));

      expect(await desk.cases.lost()).toEqual([{ tenant: 'contoso', cases: 1 }]);
    });

    it('says in the case that the employee was not reached, once', async () => {
      const { one, chat, thread } = await shown();
      await agentSays(one, 'hello');
      await desk.pass();
      const rows = await desk.claimed();
      const results = rows.map((row) => ({ kind: 'dropped' as const, row, why: 'gone' })).filter(({ row }) => row.address.conversation === chat);

      await Promise.all([desk.turns.settle(results), desk.turns.settle(results)]);
      await desk.turns.settle(results);

      const messages = await desk.cases.messages('contoso', one.id, 0, 10);
      expect(messages.map(({ from, text }) => [from, text])).toEqual([
        ['agent', 'hello'],
        ['event', 'undelivered 1'],
      ]);
      await desk.pass();
      await desk.deliver();
      expect(desk.room(thread)).toEqual(['undelivered 1']);
    });
  });

  it('shows open cases in a channel that is bound, and leaves those that are over', async () => {
    const { one } = await shown();
    const over = await opened();
    await desk.pass();
    await desk.deliver();
    await over.who.turn({ cases: [{ kind: 'withdraw', case: over.one.id }] });
    await desk.pass();
    await desk.deliver();
    const other = { ...channel, conversation: '19:other@thread.tacv2' };

    const helpdesk = createHelpdeskStore(empty.database);
    await helpdesk.bind('contoso', other, 'owner', 5);
    await desk.pass(other);
    await desk.deliver();
    await helpdesk.bind('contoso', other, 'owner', 6);

    expect(desk.room(other.conversation)).toEqual([`${one.id} waiting-helpdesk nobody`]);
    expect(await desk.cases.pending(10)).toEqual([]);
  });

  it('knows the thread in which the card of a case stood before, as long as there is the case', async () => {
    const { one, thread } = await shown();
    expect(await desk.cases.ofThread('contoso', thread)).toMatchObject({ isFormer: false });
    const other = { ...channel, conversation: '19:other@thread.tacv2' };

    await desk.bind(other);
    expect(await desk.cases.ofThread('contoso', thread)).toMatchObject({ case: { id: one.id }, isFormer: true });
    await desk.pass(other);
    await desk.deliver();

    expect(await desk.cases.ofThread('contoso', thread)).toMatchObject({ case: { id: one.id }, isFormer: true });
    expect(await desk.cases.ofThread('contoso', `${other.conversation};messageid=a2`)).toMatchObject({ isFormer: false });
    expect(await desk.cases.ofThread('elsewhere', thread)).toBeNull();
    await empty.database.query("update kiku.case set state = 'closed'", []);
    await purgeCases(empty.database, 100_000 * DAY);
    expect(await desk.cases.ofThread('contoso', thread)).toBeNull();
    expect(await empty.database.query('select 1 from kiku.former_thread', [])).toEqual([]);
  });

  it('tells that a card is on its way into a channel, from when somebody begins to send it until that is recorded', async () => {
    const isComing = (conversation = channel.conversation, tenant = 'contoso') => desk.cases.isCardComing(tenant, conversation);
    await opened();
    await desk.pass();
    expect(await isComing()).toBe(false);

    const rows = await desk.claimed();

    expect([await isComing(), await isComing('19:other@thread.tacv2'), await isComing(channel.conversation, 'elsewhere')]).toEqual([
      true,
      false,
      false,
    ]);
    await desk.turns.settle(rows.map((row) => ({ kind: 'done', row, activity: desk.send(row) })));
    expect(await isComing()).toBe(false);
  });

  it('moves the card to another channel with the next change', async () => {
    const { who, one, thread } = await shown();
    const other = { ...channel, conversation: '19:other@thread.tacv2' };
    await who.turn({ cases: [{ kind: 'withdraw', case: one.id }] });

    await desk.bind(other);
    await desk.pass(other);
    await desk.deliver();
    await desk.pass(other);
    await desk.deliver();

    expect(desk.room(other.conversation)).toEqual([`${one.id} withdrawn nobody`]);
    expect((await desk.cases.ofThread('contoso', `${other.conversation};messageid=a2`))?.case.id).toBe(one.id);
    expect(await desk.cases.ofThread('contoso', thread)).toMatchObject({ isFormer: true });
  });

  it('keeps no words of somebody who is forgotten among what was given up', async () => {
    const { who, one, thread } = await shown();
    await who.turn({ cases: [{ kind: 'say', case: one.id, text: 'secret words' }] });
    await desk.pass();
    await desk.deliver((row) => (row.address.conversation === thread ? 'ambiguous' : null));
    const givenUp = () => empty.database.query('select outgoing from kiku.dead_letter', []);
    expect(JSON.stringify(await givenUp())).toContain('secret words');

    await desk.turns.forget(who.key);

    expect(JSON.stringify(await givenUp())).not.toContain('secret words');
  });

  it('blanks the words of somebody who is forgotten, and leaves their case without a name', async () => {
    const { who, one, thread } = await shown();
    await who.turn({ cases: [{ kind: 'say', case: one.id, text: 'secret words' }] });
    await agentSays(one, 'hello');
    await desk.pass();
    await desk.deliver();

    await desk.turns.forget(who.key);
    await desk.pass();
    await desk.deliver();

    const left = await now(one);
    expect(left).toMatchObject({ state: 'withdrawn', person: { id: '', name: '' }, dueAt: null });
    expect(JSON.stringify(left.content)).not.toMatch(/dead|it says/);
    expect(left.content.facts.code?.values).toEqual(['0x8004de40']);
    expect((await desk.cases.messages('contoso', one.id, 0, 9)).map(({ text }) => text)).toEqual(['', 'hello']);
    expect(desk.room(thread)).toEqual(['']);
    expect(desk.room(channel.conversation)).toEqual([`${one.id} withdrawn nobody`]);
  });
});
