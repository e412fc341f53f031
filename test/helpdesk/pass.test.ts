import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRenderer } from '../../src/cards/render.ts';
import type { Agent, Case, CaseAct } from '../../src/case-ports.ts';
import { actOnStored } from '../../src/helpdesk/acting.ts';
import { caseSettings } from '../../src/helpdesk/case.ts';
import { createPassing } from '../../src/helpdesk/pass.ts';
import { tendCases } from '../../src/helpdesk/tend.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Address, Language, Message } from '../../src/ports.ts';
import { createCaseStore } from '../../src/storage/case-store.ts';
import { createHelpdeskStore } from '../../src/storage/helpdesk-store.ts';
import { createTurnStore } from '../../src/storage/turn-store.ts';
import type { View } from '../../src/views.ts';
import { channel, content, newCase, OPENED_AT } from '../storage/cases.ts';
import { type EmptyDatabase, emptyDatabase } from '../storage/databases.ts';
import { turnOf } from '../storage/turns.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const priya: Agent = { id: 'priya', name: 'Priya Nair' };
const settings = caseSettings({ timeZone: 'UTC', stretches: 'always' });
function failed(fields: unknown): never {
  throw new Error(`Nothing should fail: ${JSON.stringify(fields)}`);
}

let at: EmptyDatabase;
beforeAll(async () => {
  at = await emptyDatabase('postgres');
  await createHelpdeskStore(at.database).bind('contoso', channel, 'priya', OPENED_AT);
}, 60_000);
afterAll(() => at.end());

const seen = (view: View): Message => ({ kind: 'text', text: JSON.stringify(view) });

/** The helpdesk at work on a database, and everything it posts. */
function desk(render: (view: View, language: Language | null) => Message = seen, errors: unknown[] | null = null) {
  const log = { info() {}, warn() {}, error: (fields: unknown) => (errors === null ? failed(fields) : void errors.push(fields)) };
  const cases = createCaseStore(at.database);
  const turns = createTurnStore(at.database);
  const posted: { readonly to: Address; readonly message: Message }[] = [];
  const passing = createPassing({
    cases,
    helpdesk: createHelpdeskStore(at.database),
    render,
    pictures: { fetch: async () => ({ kind: 'not-passed', why: 'unread' }) },
    stepsFor: (one) => one.content.ahead,
    asksFor: () => ['os', 'web'],
    onCall: async () => null,
    called: async () => null,
    now: () => OPENED_AT,
    log,
  });
  const acting = { cases, settings: () => settings, passCases: () => undefined, log };

  /** Everything is laid out and delivered. */
  async function deliver(now: number): Promise<void> {
    for (let round = 0; round < 10; round += 1) {
      let count = 0;
      await passing.passAll(() => {
        count += 1;
      });
      await passing.idle();
      const rows = (await turns.claimAny(now, 1_000, 500)).rows;
      if (count + rows.length === 0) return;
      for (const { address, outgoing } of rows) posted.push({ to: address, message: outgoing.message });
      await turns.settle(rows.map((row) => ({ kind: 'done', row, activity: `m${row.id}` })));
    }
  }

  return { cases, turns, acting, posted, deliver };
}

/** A case of somebody whose chat is known. */
async function opened({ cases, turns }: ReturnType<typeof desk>, changes: Partial<Case> = {}): Promise<Case> {
  const one = newCase(changes);
  await turns.save(turnOf({ key: { tenant: 'contoso', id: one.person.id }, address: { ...channel, conversation: `a:${one.person.id}` } }));
  await cases.create(one);
  return one;
}

describe('timers', () => {
  it('remind in the thread, warn the employee, and close', async () => {
    const at = desk();
    const one = await opened(at);
    const act = (what: CaseAct, now: number) => actOnStored({ tenant: 'contoso', id: one.id, act: what, agent: priya, input: null, now }, at.acting);
    const tend = (now: number) => tendCases(now, at.acting, new AbortController().signal);
    const state = async () => (await at.cases.read('contoso', one.id))?.state;

    await tend(one.respondBy);
    await tend(one.respondBy + DAY);
    await act({ kind: 'said', by: 'agent' }, one.respondBy + DAY);
    await tend(one.respondBy + 2 * DAY);
    expect(await state()).toBe('waiting-employee');
    await tend(one.respondBy + 3 * DAY);
    await tend(one.respondBy + 6 * DAY - 1);
    expect(await state()).toBe('waiting-employee');
    await tend(one.respondBy + 6 * DAY);
    await at.deliver(one.respondBy + 6 * DAY);

    expect(await state()).toBe('closed');
    const events = at.posted.map(
      ({ to, message }) => `${to.conversation.split(':')[0]} ${/"event":"(\S+?)"/.exec(message.kind === 'text' ? message.text : '')?.[1]}`,
    );
    expect(events.filter((event) => event === '19 remind')).toHaveLength(1);
    expect(events.filter((event) => event === 'a warn')).toHaveLength(1);
    expect(events.filter((event) => event === 'a close')).toHaveLength(1);
  });
});

describe('a case that is too large for a card', () => {
  it('is shown with less of it, and what is said in it is passed on', async () => {
    const knowledge = loadKnowledge('knowledge');
    const errors: unknown[] = [];
    const renderer = createRenderer(knowledge, 'cards', { defaultTimeZone: 'UTC' });
    const work = desk((view, language) => renderer.render(view, language ?? 'ja'), errors);
    const words = Array.from({ length: 20 }, (_, index) => `${index} ${'長い文章です。'.repeat(100)}`);
    const facts = Object.fromEntries(
      [...knowledge.facts.keys()].map((fact) => [fact, { values: ['unknown'], source: { kind: 'written' as const, words: `${fact} ${words[0]}` } }]),
    );
    const steps = [...knowledge.steps.keys()].slice(0, 60);
    const tried = steps.map((step) => ({ step, outcome: 'failing' as const }));
    const one = await opened(work, { content: { ...content, problem: 'onedrive-connectivity', facts, words, tried, ahead: steps } });

    const said = [{ from: 'agent' as const, by: priya.name, text: 'I am here.', at: OPENED_AT }];
    await work.deliver(OPENED_AT);
    await actOnStored(
      { tenant: 'contoso', id: one.id, act: { kind: 'said', by: 'agent' }, agent: priya, said, input: 'x', now: OPENED_AT },
      work.acting,
    );
    await work.deliver(OPENED_AT);

    expect(errors.length).toBeGreaterThan(0);
    expect(work.posted.some(({ message }) => message.kind === 'card' && message.summary.includes(one.id))).toBe(true);
    expect(work.posted.some(({ message }) => message.kind === 'text' && message.text.includes('I am here'))).toBe(true);
  });
});

describe('whatever is done to a case, in whatever order', () => {
  const act = fc.constantFrom('employee', 'agent', 'agent', 'take', 'resolve', 'reopen', 'hand-back', 'deliver');

  it('what the employee says comes to the thread once and in order, what an agent says to the chat, or is refused; and its card stands in the channel', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 15 }), async (acts) => {
        const at = desk();
        const one = await opened(at);
        const told = { thread: [] as string[], chat: [] as string[] };
        let now = OPENED_AT;
        for (const [index, what] of acts.entries()) {
          now += HOUR;
          if (what === 'deliver') {
            await at.deliver(now);
            continue;
          }
          const side = what === 'employee' || what === 'agent' ? what : null;
          const text = `said ${one.id} ${index}.`;
          const said = side === null ? [] : [{ from: side, by: side === 'agent' ? priya.name : one.person.name, text, at: now }];
          const deed: CaseAct =
            side !== null
              ? { kind: 'said', by: side }
              : what === 'resolve'
                ? { kind: 'resolve', outcome: 'Done.' }
                : { kind: what as 'take' | 'reopen' | 'hand-back' };
          const agent = side === 'employee' ? null : priya;
          const result = await actOnStored({ tenant: 'contoso', id: one.id, act: deed, agent, said, input: `${one.id} ${index}`, now }, at.acting);
          // The same once more is the same.
          await actOnStored({ tenant: 'contoso', id: one.id, act: deed, agent, said, input: `${one.id} ${index}`, now }, at.acting);
          if (side === 'employee') expect(result.kind).toBe('done');
          if (result.kind === 'done' && side !== null) told[side === 'agent' ? 'chat' : 'thread'].push(text);
        }
        await at.deliver(now);

        const texts = (begin: string) =>
          at.posted
            .filter(({ to }) => to.conversation.startsWith(begin))
            .flatMap(({ message }) => (message.kind === 'text' ? (new RegExp(`said ${one.id} \\d+\\.`).exec(message.text) ?? []) : []));
        expect(texts(`${channel.conversation};`)).toEqual(told.thread);
        expect(texts(`a:${one.person.id}`)).toEqual(told.chat);
        const state = (await at.cases.read('contoso', one.id))?.state;
        const cards = at.posted.filter(({ message }) => message.kind === 'text' && message.text.includes('"kind":"case-card"'));
        expect(cards.at(-1)?.message).toMatchObject({ text: expect.stringContaining(`"state":"${state}"`) });
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
