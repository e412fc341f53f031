import type { Case, CaseMessage, PendingCase } from '../../src/case-ports.ts';
import type { Address, Message, OutboxRow, PersonKey } from '../../src/ports.ts';
import { createCaseStore } from '../../src/storage/case-store.ts';
import type { Database } from '../../src/storage/database.ts';
import { createHelpdeskStore } from '../../src/storage/helpdesk-store.ts';
import { createTurnStore } from '../../src/storage/turn-store.ts';
import { channel } from './cases.ts';
import { somebody, text, turnOf } from './turns.ts';

/** Takes out all cases, people, messages and helpdesks. */
export async function clear(database: Database): Promise<void> {
  await database.query(
    `truncate kiku.case, kiku.case_message, kiku.former_thread, kiku.outbox, kiku.slot, kiku.dead_letter, kiku.person, kiku.intake, kiku.seen_input,
      kiku.helpdesk`,
    [],
  );
}

/** A helpdesk in front of the stores: what is laid is sent to conversations that remember what stands in them. */
export function deskOn(database: Database, to: Address = channel) {
  const turns = createTurnStore(database);
  const cases = createCaseStore(database);
  const rooms = new Map<string, Map<string, string>>();
  let sent = 0;

  function send({ address, outgoing, activity }: OutboxRow): string | null {
    // The first message of a thread stands in the channel, by whichever of both it is replaced.
    const [root, thread] = address.conversation.split(';messageid=');
    const place = outgoing.kind === 'replace' && activity === thread && root !== undefined ? root : address.conversation;
    const room = rooms.get(place) ?? new Map<string, string>();
    rooms.set(place, room);
    if (outgoing.kind === 'post') sent += 1;
    const id = outgoing.kind === 'post' ? `a${sent}` : activity;
    if (id !== null) room.set(id, wordsOf(outgoing.message));
    return id;
  }

  async function claimed(): Promise<readonly OutboxRow[]> {
    return (await turns.claimAny(0, 1000, 1000)).rows;
  }

  return {
    turns,
    cases,
    claimed,
    send,
    /** The helpdesk is there from now on. */
    async bind(address: Address = to): Promise<void> {
      await createHelpdeskStore(database).bind(address.tenant, address, 'owner', 0);
    },
    /** Somebody who has written to Kiku, in `to`'s tenant. */
    async employee(): Promise<{
      readonly key: PersonKey;
      readonly address: Address;
      turn(changes: Parameters<typeof turnOf>[1]): ReturnType<typeof turns.save>;
    }> {
      const { key, address } = somebody();
      const who = { key: { ...key, tenant: to.tenant }, address: { ...address, tenant: to.tenant } };
      await turns.save(turnOf(who, { inputId: 'hello' }));
      const turn = async (changes: Parameters<typeof turnOf>[1]) => {
        const { revision } = await turns.load(who.key, '');
        return turns.save(turnOf(who, { revision, inputId: `input ${revision}`, ...changes }));
      };
      return { ...who, turn };
    },
    /** Passes whatever is behind, as somebody would who shows the state on the card and tells everybody everything. */
    async pass(address: Address = to): Promise<readonly PendingCase[]> {
      const pending = await cases.pending(100);
      for (const one of pending) await cases.pass(one, laidOf(one, address), 1);
      return pending;
    },
    /** Sends what can be sent until nothing is left; `fail` says why a row is given up. */
    async deliver(fail: (row: OutboxRow) => string | null = () => null): Promise<void> {
      for (let rows = await claimed(); rows.length > 0; rows = await claimed()) {
        for (const row of rows) {
          const why = fail(row);
          await turns.settle([why === null ? { kind: 'done', row, activity: send(row) } : { kind: 'dropped', row, why }]);
        }
      }
    },
    /** What stands in a conversation, in the order in which it was posted. */
    room: (conversation: string): readonly string[] => [...(rooms.get(conversation)?.values() ?? [])],
  };
}

/** What is laid for a case: employees are heard in the thread, agents in the chat, events in both. */
export function laidOf({ case: one, isCardBehind, thread, chat, messages }: PendingCase, to: Address) {
  const shown = messages.flatMap((message) => {
    const places = { employee: [thread], agent: [chat], event: [thread, chat] }[message.from];
    return places.flatMap((place) => (place === null ? [] : [{ of: message.id, to: place, message: text(message.text) }]));
  });
  return { card: isCardBehind ? { to, message: cardOf(one) } : null, messages: shown };
}

/** A card that says how the case stands. */
export function cardOf({ id, state, assignee }: Case): Message {
  return text(`${id} ${state} ${assignee?.name ?? 'nobody'}`);
}

export const said = (from: CaseMessage['from'], words: string) => ({ from, by: 'Robin', text: words, at: 1 });

function wordsOf(message: Message): string {
  return message.kind === 'text' ? message.text : '';
}
