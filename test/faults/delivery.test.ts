import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../conversations/stage.ts';
import { outboxOf, rowsOf } from './kept.ts';
import { asked, FIRST, Trouble } from './trouble.ts';

let trouble: Trouble;
beforeAll(async () => {
  trouble = await Trouble.open();
}, 120_000);
afterAll(() => trouble.close());

describe('a message that Teams puts off', () => {
  it.each([
    ['429 with Retry-After', { kind: 'throttle', retryAfterSeconds: 1.5 } as const, 1_500],
    ['429 without', { kind: 'throttle', retryAfterSeconds: null } as const, 1_000],
    ['412', { kind: 'precondition' } as const, 1_000],
  ])('with %s comes once, not before its time, and the later ones wait behind it', async (_name, fault, waitMs) => {
    const actor = await trouble.stage.enter();
    const before = trouble.posted.to(actor).length;
    const begun = Date.now();
    trouble.inject(actor, { ...fault, on: 'post' });

    await actor.say(FIRST);
    await actor.say('the web version works');
    await actor.say('I am at home');
    await actor.sees('answer affected');

    const messages = trouble.posted.to(actor).slice(before);
    expect(messages.map(asked)).toEqual(['web', 'network', 'affected']);
    expect(messages[0]?.at).toBeGreaterThanOrEqual(begun + waitMs);
    expect(trouble.posted.doubles(actor)).toEqual([]);
    expect(await outboxOf(trouble.stage, actor)).toEqual({ waiting: 0, dead: [] });
  });

  it('is sent at once when it was only behind another one', async () => {
    const actor = await trouble.stage.enter();
    trouble.inject(actor, { kind: 'throttle', retryAfterSeconds: 1, on: 'post' });
    await actor.say(FIRST);
    await actor.say('the web version works');

    await actor.sees('answer network');

    const [first, second] = trouble.posted.to(actor).slice(-2);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(900);
  });

  it('is waited for by what the same turn says after it', async () => {
    const actor = await trouble.stage.enter();
    await actor.say(FIRST);
    await actor.sees('answer web');
    const begun = Date.now();
    trouble.inject(actor, { kind: 'throttle', retryAfterSeconds: 1, on: 'put' });

    await actor.say('the web version works');
    await actor.sees('answer network');

    expect(trouble.posted.to(actor).at(-1)?.at).toBeGreaterThanOrEqual(begun + 1_000);
  });

  it('does not hold up anybody else', async () => {
    const [slow, quick] = [await trouble.stage.enter(), await trouble.stage.enter()];
    trouble.inject(slow, { kind: 'throttle', retryAfterSeconds: 3, on: 'post' });
    await slow.say(FIRST);

    await quick.say(FIRST);
    await quick.sees('answer web');

    expect(slow.open()).toEqual([]);
    await slow.sees('answer web');
  });
});

describe('a message that Teams refuses for good', () => {
  it.each([
    ['403 BotDisabledByAdmin', { kind: 'forbidden', code: 'BotDisabledByAdmin' } as const, 'gone'],
    ['403 BotNotInConversationRoster', { kind: 'forbidden', code: 'BotNotInConversationRoster' } as const, 'gone'],
    ['403 ConversationBlockedByUser', { kind: 'forbidden', code: 'ConversationBlockedByUser' } as const, 'gone'],
    ['403 MessageWritesBlocked', { kind: 'forbidden', code: 'MessageWritesBlocked' } as const, 'gone'],
    ['403 InvalidBotApiHost', { kind: 'forbidden', code: 'InvalidBotApiHost' } as const, 'refused'],
    ['403 NotEnoughPermissions', { kind: 'forbidden', code: 'NotEnoughPermissions' } as const, 'refused'],
    ['404 ConversationNotFound', { kind: 'not-found', code: 'ConversationNotFound' } as const, 'gone'],
    ['413', { kind: 'too-big' } as const, 'too-big'],
    ['500', { kind: 'failing', status: 500, isAccepted: false } as const, 'ambiguous'],
  ])('with %s is tried once, kept as a dead letter, and the person can go on', async (_name, fault, why) => {
    const actor = await trouble.stage.enter();
    trouble.inject(actor, { ...fault, on: 'post', count: 5 });

    await actor.say(FIRST);
    expect(await outboxOf(trouble.stage, actor)).toEqual({ waiting: 0, dead: [why] });
    expect(trouble.left(actor)).toBe(4);
    trouble.stage.teams.faults.clear();
    await actor.say('the web version works');

    await actor.sees('answer network');
    expect(await outboxOf(trouble.stage, actor)).toEqual({ waiting: 0, dead: [why] });
  });

  it('leaves nothing to be replaced later, and that holds nothing up', async () => {
    const actor = await trouble.stage.enter();
    trouble.inject(actor, { kind: 'too-big', on: 'post' });
    await actor.say(FIRST);
    trouble.inject(actor, { kind: 'not-found', code: 'ActivityNotFoundInConversation', on: 'put', count: 5 });

    await actor.say('the web version works');

    await actor.sees('answer network');
    expect(trouble.left(actor)).toBe(5);
    expect(await outboxOf(trouble.stage, actor)).toEqual({ waiting: 0, dead: ['too-big'] });
  });

  it('also when it would have replaced one that the person has deleted', async () => {
    const actor = await trouble.stage.enter();
    await actor.say(FIRST);
    trouble.inject(actor, { kind: 'not-found', code: 'ActivityNotFoundInConversation', on: 'put' });

    await actor.say('the web version works');

    await actor.client.waitFor(actor.person, () => actor.open().includes('answer network'), 5_000);
    expect(await outboxOf(trouble.stage, actor)).toEqual({ waiting: 0, dead: ['gone'] });
  });
});

describe('a message of which nobody knows whether it arrived', () => {
  it.each([
    ['502 after it was taken', { kind: 'failing', status: 502, isAccepted: true } as const, 2],
    ['502 without being taken', { kind: 'failing', status: 502, isAccepted: false } as const, 1],
    ['504 after it was taken', { kind: 'failing', status: 504, isAccepted: true } as const, 2],
    ['500 after it was taken', { kind: 'failing', status: 500, isAccepted: true } as const, 1],
    ['a connection that breaks after it was taken', { kind: 'drop', isAccepted: true } as const, 2],
    ['a connection that breaks before', { kind: 'drop', isAccepted: false } as const, 1],
  ])('because of %s is repeated once at most', async (_name, fault, copies) => {
    const actor = await trouble.stage.enter();
    const before = trouble.posted.to(actor).length;
    trouble.inject(actor, { ...fault, on: 'post' });

    await actor.say(FIRST);
    await trouble.arrived(actor, before + copies);
    await actor.say('the web version works');

    await actor.client.waitFor(actor.person, () => actor.open().includes('answer network'), 5_000);
    expect(trouble.posted.to(actor).length - before).toBe(copies + 1);
    expect(trouble.posted.doubles(actor)).toHaveLength(copies - 1);
    expect((await outboxOf(trouble.stage, actor)).waiting).toBe(0);
  });

  it('is given up when that happens twice, whatever happened before, and the person can go on', async () => {
    const actor = await trouble.stage.enter();
    trouble.inject(actor, { kind: 'throttle', retryAfterSeconds: 0, on: 'post' });
    trouble.inject(actor, { kind: 'failing', status: 503, isAccepted: false, on: 'post', count: 5 });

    await actor.say(FIRST);
    while ((await outboxOf(trouble.stage, actor)).waiting > 0) await pause(50);
    expect(trouble.left(actor)).toBe(3);
    expect(await outboxOf(trouble.stage, actor)).toEqual({ waiting: 0, dead: ['ambiguous'] });
    trouble.stage.teams.faults.clear();
    await actor.say('the web version works');

    await actor.sees('answer network');
  });

  it('because of silence neither keeps a tap waiting nor comes more than twice, and another process does not interfere', async () => {
    const [taps, writes] = [await trouble.stage.enter(), await trouble.stage.enter()];
    await Promise.all([taps.say(FIRST), writes.say('hello')]);
    const before = { taps: trouble.posted.to(taps).length, writes: trouble.posted.to(writes).length };
    trouble.inject(taps, { kind: 'hang', isAccepted: false, on: 'post' });
    trouble.inject(writes, { kind: 'hang', isAccepted: true, on: 'post' });
    let begun = 0;

    await trouble.withSecond(async () => {
      begun = Date.now();
      await Promise.all([taps.tap({ do: 'answer', value: 'works' }), writes.say(FIRST)]);
      expect(Date.now() - begun).toBeLessThan(8_000);
      expect(taps.open()).toEqual([]);
      // As long as the first process waits for an answer, its lease does not even come near its end.
      while (Date.now() < begun + 9_000) expect(await leastLease(taps, writes)).toBeGreaterThan(1_000);
      await Promise.all([trouble.arrived(taps, before.taps + 1, 20_000), trouble.arrived(writes, before.writes + 2, 20_000)]);
    });

    // It waits 10 s, and nobody sends earlier.
    const late = [trouble.posted.to(taps).at(-1), trouble.posted.to(writes).at(-1)].map((message) => (message?.at ?? 0) - begun);
    expect(Math.min(...late)).toBeGreaterThan(9_500);
    await taps.sees('answer network');
    expect([trouble.posted.to(taps).length - before.taps, trouble.posted.to(writes).length - before.writes]).toEqual([1, 2]);
  }, 80_000);
});

/** How long the messages that are being sent to these people stay leased at least, in milliseconds. */
async function leastLease(...actors: readonly Actor[]): Promise<number> {
  const conversations = actors.map(({ person }) => person.conversation);
  const statement = 'select min(lease_until)::float8 as until from kiku.outbox where conversation = any($1) and lease_until > 0';
  const [row] = await rowsOf(trouble.stage, statement, [conversations]);
  await pause(200);
  return Number(row?.until ?? Number.POSITIVE_INFINITY) - Date.now();
}
