import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Language, OutboxRow } from '../../src/ports.ts';
import { createHelpdeskStore, troublesOfHelpdesk } from '../../src/storage/helpdesk-store.ts';
import { clear, deskOn, laidOf } from './case-desk.ts';
import { channel, newCase } from './cases.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';
import { text } from './turns.ts';

const MINUTE = 60_000;
const backup = { ...channel, conversation: '19:backup@thread.tacv2' };
const third = { ...channel, conversation: '19:third@thread.tacv2' };
const NOTE = text('It is shown elsewhere.');

describe.each(['postgres', 'pglite'] as const)('the helpdesk’s channels on %s', (kind) => {
  let empty: EmptyDatabase;
  let desk: ReturnType<typeof deskOn>;
  const helpdesk = () => createHelpdeskStore(empty.database);

  beforeAll(async () => {
    empty = await emptyDatabase(kind);
  });
  beforeEach(async () => {
    await clear(empty.database);
    desk = deskOn(empty.database);
  });
  afterAll(() => empty.end());

  const bind = (to: typeof channel, as: 'first' | 'backup', name: string | null = null, language: Language | null = null) =>
    helpdesk().bind('contoso', to, 'owner', 1, { as, name, note: NOTE, language });
  const places = async () => {
    const found = await helpdesk().places('contoso');
    return found === null ? null : [found.first.address.conversation, found.backup?.address.conversation ?? null];
  };
  const opened = async () => {
    const who = await desk.employee();
    const one = newCase({ person: { ...who.key, name: 'Ren' } });
    await who.turn({ cases: [{ kind: 'open', case: one }] });
    return one;
  };
  const goneIn =
    (...gone: readonly string[]) =>
    (row: OutboxRow) =>
      gone.includes(row.address.conversation) ? 'gone' : null;

  it('are told with their names', async () => {
    await bind(channel, 'first', 'IT help');
    await bind(backup, 'backup', 'IT backup');

    expect(await helpdesk().places('contoso')).toEqual({
      first: { address: channel, name: 'IT help', language: null },
      backup: { address: backup, name: 'IT backup', language: null },
      movedAt: null,
    });
    expect(await helpdesk().places('fabrikam')).toBeNull();
  });

  it('need a first one, which cannot be its own backup', async () => {
    expect(await bind(backup, 'backup')).toBe(false);
    await bind(channel, 'first');

    expect(await bind(channel, 'backup')).toBe(false);
    expect(await places()).toEqual([channel.conversation, null]);
  });

  it.each([
    ['the one before becomes the backup where there is none', ['first channel'], [third.conversation, channel.conversation]],
    ['a backup that was named stays', ['first channel', 'backup backup'], [third.conversation, backup.conversation]],
    ['the backup itself changes places with it', ['first channel', 'backup third'], [third.conversation, channel.conversation]],
    ['the same once more changes nothing', ['first third', 'backup backup'], [third.conversation, backup.conversation]],
  ])('when another is named the first: %s', async (_, before, after) => {
    const all = { channel, backup, third };
    for (const step of before) {
      const [as, name] = step.split(' ');
      await bind(all[name === 'channel' || name === 'third' ? name : 'backup'], as === 'first' ? 'first' : 'backup');
    }

    await bind(third, 'first');

    expect(await places()).toEqual(after);
  });

  describe('speak a language of their own', () => {
    const spoken = async () => {
      const found = await helpdesk().places('contoso');
      return [found?.first.language, found?.backup?.language];
    };

    it('which they keep when they change places', async () => {
      await bind(channel, 'first', null, 'ja');
      await bind(backup, 'backup', null, 'en');
      expect(await spoken()).toEqual(['ja', 'en']);

      await bind(third, 'first', null, null);
      await bind(channel, 'first', null, 'ja');
      expect(await spoken()).toEqual(['ja', 'en']);
      await bind(backup, 'first', null, 'en');
      expect(await spoken()).toEqual(['en', 'ja']);
      await helpdesk().letGo('contoso', backup.conversation, NOTE, 2);

      expect(await places()).toEqual([channel.conversation, null]);
      expect(await spoken()).toEqual(['ja', undefined]);
    });

    it('which is theirs alone: it is changed where it is said, and nowhere else', async () => {
      await bind(channel, 'first', null, 'en');
      await bind(backup, 'backup', null, 'en');

      expect(await helpdesk().speak('contoso', backup.conversation, 'ja')).toBe(true);
      expect(await helpdesk().speak('contoso', third.conversation, 'ja')).toBe(false);

      expect(await spoken()).toEqual(['en', 'ja']);
    });

    it.each([
      ['another', 'ja', 1],
      ['the same', 'en', 0],
    ] as const)('cards are made anew when it is %s', async (_, language, behind) => {
      await bind(channel, 'first', null, 'en');
      await opened();
      await desk.pass();
      await desk.deliver();

      await helpdesk().speak('contoso', channel.conversation, language);

      expect(await desk.cases.pending(10)).toHaveLength(behind);
    });

    it('a card that was made before it was another is made anew', async () => {
      await bind(channel, 'first', null, 'en');
      const one = await opened();
      const [pending] = await desk.cases.pending(10);
      if (pending === undefined) throw new Error('The case is behind.');
      await helpdesk().speak('contoso', channel.conversation, 'ja');

      await desk.cases.pass(pending, { card: { to: channel, message: text(`${one.id} in English`), language: 'en' }, messages: [] }, 1);

      expect(await desk.claimed()).toEqual([]);
      expect(await desk.cases.pending(10)).toHaveLength(1);
    });
  });

  it('show each open case in one of them; where it stood a note says so', async () => {
    await bind(channel, 'first');
    const one = await opened();
    await desk.pass();
    await desk.deliver();

    await bind(third, 'first');
    await desk.pass(third);
    await desk.deliver();

    expect(desk.room(channel.conversation)).toEqual(['It is shown elsewhere.']);
    expect(desk.room(third.conversation)).toEqual([`${one.id} waiting-helpdesk nobody`]);
  });

  it('show a case that comes back below its older card, which says so', async () => {
    const pass = async (to: typeof channel, below: string) => {
      for (const one of await desk.cases.pending(10)) {
        const card = { to, message: text(`${one.case.id} card`), below: text(below) };
        await desk.cases.pass(one, { card, messages: [] }, 1);
      }
      await desk.deliver();
    };
    await bind(channel, 'first');
    const one = await opened();
    await pass(channel, 'never');
    await bind(third, 'first');
    await pass(third, 'never');
    await bind(channel, 'first');
    await pass(channel, 'It stands below.');
    await bind(third, 'first');
    await bind(channel, 'first');
    await pass(channel, 'It stands below again.');

    expect(desk.room(channel.conversation)).toEqual(['It stands below.', 'It stands below again.', `${one.id} card`]);
    expect(desk.room(third.conversation)).toEqual(['It is shown elsewhere.']);
    expect(await desk.cases.ofThread('contoso', `${channel.conversation};messageid=a4`)).toMatchObject({ isFormer: false });
  });

  it('tell the backup what was said in a case whose card could not be put up to date just before', async () => {
    await bind(channel, 'first');
    await bind(backup, 'backup');
    const who = await desk.employee();
    const one = newCase({ person: { ...who.key, name: 'Ren' } });
    await who.turn({ cases: [{ kind: 'open', case: one }] });
    await desk.pass();
    await desk.deliver();
    await who.turn({ inputId: 'words', cases: [{ kind: 'say', case: one.id, text: 'room 4' }] });
    for (const pending of await desk.cases.pending(10))
      await desk.cases.pass(pending, { ...laidOf(pending, channel), card: { to: channel, message: text('It has changed.') } }, 1);
    await desk.deliver((row) => (row.outgoing.slot === `case ${one.id}` ? 'gone' : null));
    const other = await opened();
    for (const pending of await desk.cases.pending(10)) if (pending.case.id === other.id) await desk.cases.pass(pending, laidOf(pending, channel), 1);
    await desk.deliver(goneIn(channel.conversation));

    expect(await places()).toEqual([backup.conversation, channel.conversation]);
    expect((await desk.cases.messages('contoso', one.id, 0, 10)).map(({ text: words }) => words)).toEqual(['room 4', 'history']);
  });

  it('tell the new thread of a case what was said before, and anew when that is edited', async () => {
    await bind(channel, 'first');
    const who = await desk.employee();
    const one = newCase({ person: { ...who.key, name: 'Ren' } });
    await who.turn({ cases: [{ kind: 'open', case: one }] });
    await who.turn({ inputId: 'words', cases: [{ kind: 'say', case: one.id, text: 'room 4' }] });
    await desk.pass();
    await desk.deliver();

    await bind(third, 'first');
    const messages = () => desk.cases.messages('contoso', one.id, 0, 10);
    expect((await messages()).map(({ from, text: words, edition }) => [from, words, edition])).toEqual([
      ['employee', 'room 4', 0],
      ['event', 'history', 0],
    ]);
    await who.turn({ inputId: 'edit', cases: [{ kind: 'reword', case: one.id, of: 'words', text: 'room 5' }] });
    await desk.cases.reword('contoso', one.id, 'words', 'room 6');

    expect((await messages()).map(({ text: words, edition }) => [words, edition])).toEqual([
      ['room 6', 2],
      ['history', 2],
    ]);
  });

  it.each([
    ['the backup', backup.conversation, { kind: 'backup' }, [channel.conversation, null]],
    ['the backup, wherever it is', null, { kind: 'backup' }, [channel.conversation, null]],
    ['the first, for which the backup stands in', channel.conversation, { kind: 'first' }, [backup.conversation, null]],
    ['one that is neither', third.conversation, { kind: 'neither' }, [channel.conversation, backup.conversation]],
  ] as const)('let go of %s', async (_, conversation, result, after) => {
    await bind(channel, 'first');
    await bind(backup, 'backup');

    expect(await helpdesk().letGo('contoso', conversation, NOTE, 2)).toEqual(result);
    expect(await places()).toEqual(after);
  });

  it('let go of the first: its open cases are shown in the other', async () => {
    await bind(channel, 'first');
    await bind(backup, 'backup');
    const one = await opened();
    await desk.pass();
    await desk.deliver();

    await helpdesk().letGo('contoso', channel.conversation, NOTE, 2);
    await desk.pass(backup);
    await desk.deliver();

    expect([desk.room(channel.conversation), desk.room(backup.conversation)]).toEqual([
      ['It is shown elsewhere.'],
      [`${one.id} waiting-helpdesk nobody`],
    ]);
  });

  it('are not let go of as long as a case would be shown nowhere', async () => {
    await bind(channel, 'first');
    await opened();
    expect(await helpdesk().letGo('contoso', channel.conversation, NOTE, 2)).toEqual({ kind: 'open', cases: 1 });
    expect(await helpdesk().channel('contoso')).toEqual(channel);

    await empty.database.query("update kiku.case set state = 'resolved'", []);

    expect(await helpdesk().letGo('contoso', channel.conversation, NOTE, 2)).toEqual({ kind: 'last' });
    expect(await helpdesk().channel('contoso')).toBeNull();
  });

  describe.each(['gone', 'refused', 'ambiguous'])('when the first takes no card (%s)', (why) => {
    it('show cases in the backup, which is told once; readiness says so until somebody has decided', async () => {
      await bind(channel, 'first', 'IT help');
      await bind(backup, 'backup');
      const one = await opened();
      await desk.pass();
      await desk.deliver((row) => (row.address.conversation === channel.conversation ? why : null));

      expect(await places()).toEqual([backup.conversation, channel.conversation]);
      expect(await troublesOfHelpdesk(empty.database)).toHaveLength(1);
      await desk.pass(backup);
      await desk.deliver();
      expect(desk.room(backup.conversation)).toEqual([`${one.id} waiting-helpdesk nobody`]);
      const [move] = await helpdesk().moves();
      expect(move?.places.backup?.name).toBe('IT help');
      await helpdesk().moveTold('contoso', move?.places.movedAt ?? 0);
      expect(await helpdesk().letGo('contoso', backup.conversation, NOTE, 2)).toEqual({ kind: 'open', cases: 1 });
      expect(await helpdesk().moves()).toEqual([]);

      await bind(channel, 'first');
      await desk.pass();
      await desk.deliver();

      expect(await troublesOfHelpdesk(empty.database)).toEqual([]);
      expect(desk.room(channel.conversation)).toEqual([`${one.id} waiting-helpdesk nobody`]);
      expect(desk.room(backup.conversation)).toEqual(['It is shown elsewhere.']);
    });
  });

  it('do not take turns without end when neither takes a card: the case counts as lost', async () => {
    await bind(channel, 'first');
    await bind(backup, 'backup');
    await opened();

    for (let round = 0; round < 5; round += 1) {
      await desk.pass((await helpdesk().channel('contoso')) ?? channel);
      await desk.deliver(goneIn(channel.conversation, backup.conversation));
    }

    expect(await places()).toEqual([backup.conversation, channel.conversation]);
    expect(await desk.cases.lost()).toEqual([{ tenant: 'contoso', cases: 1 }]);
    expect(await desk.cases.pending(10)).toEqual([]);
  });

  it('keep a card that is too large for any of them where it is', async () => {
    await bind(channel, 'first');
    await bind(backup, 'backup');
    await opened();
    await desk.pass();
    await desk.deliver(() => 'too-big');

    expect(await places()).toEqual([channel.conversation, backup.conversation]);
  });

  describe('when a card waits in the first in vain', () => {
    const waits = async (conversation: string, attempts: number) => {
      await empty.database.query("update kiku.outbox set attempts = $2 where address ->> 'conversation' = $1", [conversation, attempts]);
    };

    it('goes to the backup after some minutes, and what still comes to stand in the first says so', async () => {
      await bind(channel, 'first');
      await bind(backup, 'backup');
      const one = await opened();
      await desk.pass();
      await waits(channel.conversation, 5);
      await helpdesk().moveStuck(0, () => NOTE, 5 * MINUTE);
      expect(await places()).toEqual([channel.conversation, backup.conversation]);

      await helpdesk().moveStuck(2, () => NOTE, 5 * MINUTE);
      await desk.pass(backup);
      await desk.deliver();

      expect(await places()).toEqual([backup.conversation, channel.conversation]);
      expect(desk.room(backup.conversation)).toEqual([`${one.id} waiting-helpdesk nobody`]);
      expect(desk.room(channel.conversation)).toEqual(['It is shown elsewhere.']);
    });

    it.each([
      ['nothing was refused yet', 0, 0],
      ['the backup takes nothing either', 5, 2],
    ])('does not when %s', async (_, inFirst, inBackup) => {
      await bind(channel, 'first');
      await bind(backup, 'backup');
      await helpdesk().show(backup, 'said', text('hello'), 1);
      await opened();
      await desk.pass();
      await waits(channel.conversation, inFirst);
      await waits(backup.conversation, inBackup);

      await helpdesk().moveStuck(2, () => NOTE, 5 * MINUTE);

      expect(await places()).toEqual([channel.conversation, backup.conversation]);
    });
  });

  it('have somebody who is warned, once a day, when cases stand nowhere: whoever bound them', async () => {
    const owner = await desk.employee();
    await helpdesk().bind('contoso', channel, owner.key.id, 1);
    const [now, day] = [1_000 * MINUTE, 1_440 * MINUTE];

    const warned = async (tenant: string, at: number) => {
      await helpdesk().warn(tenant, text(`Since ${at}.`), at);
      await desk.deliver();
      return desk.room(owner.address.conversation).includes(`Since ${at}.`);
    };

    expect(await warned('contoso', now)).toBe(true);
    expect(await warned('contoso', now + day - 1)).toBe(false);
    expect(await warned('contoso', now + day)).toBe(true);
    expect(await warned('fabrikam', now + day + day)).toBe(false);
  });
});
