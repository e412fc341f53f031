import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { caseSettings } from '../../src/helpdesk/case.ts';
import { createMembers } from '../../src/helpdesk/members.ts';
import { reworded, type SpeakParts, say } from '../../src/helpdesk/speak.ts';
import { caseOfThread } from '../../src/helpdesk/thread.ts';
import type { Incoming, Said } from '../../src/ports.ts';
import { createHelpdeskStore } from '../../src/storage/helpdesk-store.ts';
import { clear, deskOn } from '../storage/case-desk.ts';
import { channel, newCase } from '../storage/cases.ts';
import { type EmptyDatabase, emptyDatabase } from '../storage/databases.ts';
import { hold, waiting } from '../storage/holding.ts';
import { text } from '../storage/turns.ts';
import { inThread } from './in-thread.ts';

const quiet = { info() {}, warn() {}, error() {} };
const ken = { id: 'ken', channelId: '29:ken', name: 'Ken' };

/** Under the card, in the channel: what Ken writes there, or does to it. */
const underCard = (what: Said, root: string) => inThread(what.kind === 'text' ? 'words' : 'edit', what, root);

function inPrivate(what: Said): Incoming {
  return { ...underCard(what, ''), conversation: { id: 'ken', kind: 'personal', team: null }, address: { ...channel, conversation: 'ken' } };
}

/** What an agent wrote may be edited before it was taken in, or at the same moment: what counts is what stands there. */
describe('words that are edited while they are taken in', () => {
  let empty: EmptyDatabase;
  let desk: ReturnType<typeof deskOn>;
  let parts: SpeakParts;

  beforeAll(async () => {
    empty = await emptyDatabase('postgres');
  }, 60_000);
  beforeEach(async () => {
    await clear(empty.database);
    desk = deskOn(empty.database);
    await desk.bind();
    parts = {
      cases: desk.cases,
      helpdesk: createHelpdeskStore(empty.database),
      members: createMembers({ membersOf: async () => [ken], memberOf: async () => ken }, () => 1, quiet),
      settings: () => caseSettings({ timeZone: 'UTC', stretches: 'always' }),
      render: () => text('Kiku says something.'),
      passCases() {},
      log: quiet,
    };
  });
  afterAll(() => empty.end());

  const opened = async () => {
    const who = await desk.employee();
    const one = newCase({ id: 'K7F3QX', person: { ...who.key, name: 'Ren' } });
    await who.turn({ cases: [{ kind: 'open', case: one }] });
    await desk.pass();
    return one;
  };
  const toldTo = async (id: string) => (await desk.cases.messages('contoso', id, 0, 9)).filter(({ from }) => from === 'agent').map((one) => one.text);

  it.each([
    { where: 'in the thread', at: (what: Said) => underCard(what, 'a1'), isElsewhere: false },
    { where: 'in private', at: inPrivate, isElsewhere: true },
  ])('reach the employee as they were edited $where', async ({ at, isElsewhere }) => {
    const { id } = await opened();
    await desk.deliver();
    await empty.database.query("update kiku.case set thread = channel ->> 'conversation' || ';messageid=a1'", []);
    const held = await hold(empty.database, 'select 1 from kiku.case for update');

    const saying = say(at({ kind: 'text', text: 'first' }), id, 'first', { id: 'ken', name: 'Ken' }, isElsewhere, parts);
    await waiting(empty.database, 1);
    const editing = reworded(at({ kind: 'edit', of: 'words', text: 'second' }), 'words', `${isElsewhere ? `${id}: ` : ''}second`, parts);
    await waiting(empty.database, 2);
    await held.letGo();
    await Promise.all([saying, editing]);

    expect(await toldTo(id)).toEqual(['second']);
  });

  it('are waited for as long as the card above them is just arriving', async () => {
    const { id } = await opened();
    const rows = await desk.claimed();

    const found = caseOfThread(underCard({ kind: 'text', text: 'first' }, 'a1'), parts);
    const editing = reworded(underCard({ kind: 'edit', of: 'words', text: 'second' }, 'a1'), 'words', 'second', parts);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await desk.turns.settle(rows.map((row) => ({ kind: 'done', row, activity: 'a1' })));
    expect((await found)?.case.id).toBe(id);
    await editing;

    expect(await toldTo(id)).toEqual(['second']);
  });
});
