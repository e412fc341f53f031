/**
 * Opens the storage in the folder of its first argument, and opens, writes to and passes case after case, sending what is laid. Says each
 * thing once it is acknowledged: `opened ID`, `said ID WORDS`, and before it is sent `posted CONVERSATION WORDS`.
 */
import { openStorage } from '../../../src/storage/open-storage.ts';
import { laidOf, said } from '../case-desk.ts';
import { changed, channel, newCase } from '../cases.ts';
import { somebody, turnOf } from '../turns.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const [folder = '', start = '0'] = process.argv.slice(2);
const { turns, cases, helpdesk } = await openStorage({ databaseUrl: null, folder }, silent);
const tell = (line: string) => process.stdout.write(`${line}\n`);

await helpdesk.bind('contoso', channel, 'owner', 0);
for (let count = Number(start); ; count += 1) {
  const who = somebody();
  const key = { ...who.key, id: `person ${count}` };
  const address = { ...who.address, conversation: `chat ${count}` };
  const one = newCase({ id: `K${count}`, person: { ...key, name: 'Ren' } });
  await turns.save(turnOf({ key, address }, { cases: [{ kind: 'open', case: one }] }));
  tell(`opened ${one.id}`);
  await work();
  await turns.save(turnOf({ key, address }, { revision: 1, inputId: 'b', cases: [{ kind: 'say', case: one.id, text: `hello-${count}` }] }));
  tell(`said ${one.id} hello-${count}`);
  await cases.save(changed(one, { state: 'waiting-employee' }), 1, [said('agent', `answer-${count}`)], 'a1');
  tell(`said ${one.id} answer-${count}`);
  await work();
  await work();
}

async function work(): Promise<void> {
  for (const pending of await cases.pending(10)) await cases.pass(pending, laidOf(pending, channel), 1);
  const rows = (await turns.claimAny(0, 1000, 100)).rows;
  for (const row of rows) {
    const words = row.outgoing.message.kind === 'text' ? row.outgoing.message.text : '';
    tell(`posted ${row.address.conversation} ${words}`);
    const activity = row.outgoing.kind === 'post' ? `a${row.outgoing.slot?.replaceAll(' ', '-')}` : row.activity;
    await turns.settle([{ kind: 'done', row, activity }]);
  }
}
