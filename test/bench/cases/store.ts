import type { Case, CaseList } from '../../../src/case-ports.ts';
import { createCaseStore } from '../../../src/storage/case-store.ts';
import type { Database } from '../../../src/storage/database.ts';
import { createHelpdeskStore } from '../../../src/storage/helpdesk-store.ts';
import { createTurnStore } from '../../../src/storage/turn-store.ts';
import { laidOf, said } from '../../storage/case-desk.ts';
import { changed, channel, newCase, OPENED_AT } from '../../storage/cases.ts';
import { emptyDatabase } from '../../storage/databases.ts';
import { turnOf } from '../../storage/turns.ts';

/**
 * `node test/bench/cases/store.ts [cases]`: what the store takes for each thing that is done to cases while so many are open, and as many are over;
 * on PostgreSQL and PGlite. Milliseconds, p50 and p95, one at a time.
 */
const OPEN = Number(process.argv[2] ?? 10_000);
const ROUNDS = 300;
const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

for (const kind of ['postgres', 'pglite'] as const) {
  const { database, end } = await emptyDatabase(kind);
  await fill(database);
  await measure(kind, database);
  await end();
}

async function fill(database: Database): Promise<void> {
  const cases = createCaseStore(database);
  for (let index = 0; index < OPEN * 2; index += 100) {
    await Promise.all(
      Array.from({ length: 100 }, (_, place) => {
        const at = index + place;
        const agent = { id: `agent ${at % 40}`, name: 'Mika' };
        const isOver = at >= OPEN;
        return cases.create(
          newCase({
            id: `F${at}`,
            state: isOver ? 'resolved' : at % 3 === 0 ? 'waiting-employee' : 'waiting-helpdesk',
            priority: PRIORITIES[(at * 7) % 4] ?? 'low',
            assignee: at % 5 === 0 ? null : agent,
            respondBy: OPENED_AT + ((at * 7919) % OPEN) * 1000,
            respondedAt: at % 3 === 0 ? OPENED_AT : null,
            dueAt: isOver ? null : OPENED_AT + ((at * 104_729) % OPEN) * 1000,
          }),
        );
      }),
    );
  }
  // They were all shown long ago.
  await database.query(`update kiku.case set card_laid = revision, channel = $1::jsonb, thread = 'thread ' || id, card_digest = ''`, [
    JSON.stringify(channel),
  ]);
  for (const table of ['case', 'case_message', 'outbox', 'slot', 'person']) await database.query(`vacuum (analyze) kiku.${table}`, []);
}

async function measure(kind: string, database: Database): Promise<void> {
  const [cases, turns] = [createCaseStore(database), createTurnStore(database)];
  await createHelpdeskStore(database).bind('contoso', channel, 'owner', 0);
  const figures: [string, number[]][] = [];
  const time = async (name: string, run: (round: number) => Promise<unknown>) => {
    for (let round = 0; round < 20; round += 1) await run(-1 - round);
    const taken: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now();
      await run(round);
      taken.push(performance.now() - begun);
    }
    figures.push([name, taken]);
  };
  const deliver = async () => {
    const rows = (await turns.claimAny(0, 1000, 32)).rows;
    await turns.settle(rows.map((row) => ({ kind: 'done' as const, row, activity: `a${row.id}` })));
  };

  const lists: readonly CaseList[] = [{ kind: 'open' }, { kind: 'mine', agent: 'agent 7' }, { kind: 'overdue', now: OPENED_AT + OPEN * 1000 }];
  for (const what of lists) {
    const places: (string | null)[] = [null];
    for (;;) {
      const { after } = await cases.list('contoso', what, places.at(-1) ?? null, 10);
      if (after === null) break;
      places.push(after);
    }
    await time(`${what.kind}: first of ${places.length} pages`, () => cases.list('contoso', what, null, 10));
    await time(`${what.kind}: last page`, () => cases.list('contoso', what, places.at(-1) ?? null, 10));
  }
  await time('a turn without a case', (round) => turns.save(turnOf(somebody(`plain ${round}`))));
  await time('its load', (round) => turns.load({ tenant: 'contoso', id: `plain ${round}` }, 'x'));
  await time('a turn that opens a case', (round) =>
    turns.save(turnOf(somebody(`new ${round}`), { cases: [{ kind: 'open', case: caseOf(`new ${round}`) }] })),
  );
  for (let pending = await cases.pending(50); pending.length > 0; pending = await cases.pending(50)) {
    for (const one of pending) await cases.pass(one, laidOf(one, channel), 1);
  }
  for (let rows = (await turns.claimAny(0, 1000, 1000)).rows; rows.length > 0; rows = (await turns.claimAny(0, 1000, 1000)).rows) {
    await turns.settle(rows.map((row) => ({ kind: 'done', row, activity: `a${row.id}` })));
  }
  await time('its load with a case', (round) => turns.load({ tenant: 'contoso', id: `new ${round}` }, 'x'));
  await time('from the tap to the card sent', async (round) => {
    await turns.save(turnOf(somebody(`tap ${round}`), { cases: [{ kind: 'open', case: caseOf(`tap ${round}`) }] }));
    for (const one of await cases.pending(10)) await cases.pass(one, laidOf(one, channel), 1);
    await deliver();
  });
  await time('from what an employee says to the thread', async (round) => {
    await turns.save(
      turnOf(somebody(`tap ${round}`), { revision: 1, inputId: 'b', cases: [{ kind: 'say', case: idOf(`tap ${round}`), text: 'hello' }] }),
    );
    for (const one of await cases.pending(10)) await cases.pass(one, laidOf(one, channel), 1);
    await deliver();
  });
  await time('from what an agent says to the chat', async (round) => {
    const before = (await cases.ofThread('contoso', `thread F${round + 100}`))?.case;
    if (before === undefined) throw new Error('No case has this thread.');
    await cases.save(changed(before, {}), before.revision, [said('agent', 'hello')], null);
    for (const one of await cases.pending(10)) await cases.pass(one, laidOf(one, channel), 1);
    await deliver();
  });
  await time('nothing is behind', () => cases.pending(50));
  await time('what is due', () => cases.due(OPENED_AT + 10_000, 20));
  console.log(`\n${kind}, ${OPEN} cases open and as many over`);
  for (const [name, taken] of figures) console.log(`  ${name.padEnd(44)} ${at(taken, 0.5)} ${at(taken, 0.95)}`);
}

function idOf(person: string): string {
  return person.replaceAll(' ', '_');
}

function caseOf(person: string): Case {
  return newCase({ id: idOf(person), person: { tenant: 'contoso', id: person, name: 'Ren' } });
}

function somebody(id: string) {
  return { key: { tenant: 'contoso', id }, address: { ...channel, conversation: `chat of ${id}` } };
}

function at(taken: readonly number[], share: number): string {
  const sorted = [...taken].sort((left, right) => left - right);
  return (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2).padStart(8);
}
