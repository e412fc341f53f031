import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, Stage } from '../conversations/stage.ts';
import { freePort, type Program, startProgram } from '../program.ts';
import { outboxOf } from './kept.ts';
import { type Posted, PostedMessages } from './posted.ts';

const FIRST = 'OneDrive says 0x8004de40 on my Windows 11 laptop';

let stage: Stage;
let posted: PostedMessages;
beforeAll(async () => {
  stage = await Stage.open();
  posted = new PostedMessages(stage);
}, 60_000);
afterAll(async () => {
  posted.end();
  await stage.close();
});

type Fault = Parameters<Stage['teams']['faults']['inject']>[0];
const inject = (actor: Actor, fault: Fault) => stage.teams.faults.inject({ ...fault, conversation: actor.person.conversation });
/** How often a fault could still strike. */
const left = (actor: Actor) =>
  stage.teams.faults
    .list()
    .filter(({ conversation }) => conversation === actor.person.conversation)
    .reduce((sum, { count }) => sum + count, 0);
/** Which fact the buttons of a message ask for. */
const asked = ({ content }: Posted) => /"do":"answer","fact":"(\w+)"/.exec(content)?.[1];
const arrived = (actor: Actor, count: number, limitMs = 10_000) =>
  actor.client.waitFor(actor.person, () => posted.to(actor).length >= count, limitMs);

describe('a message that Teams puts off', () => {
  it.each([
    ['429 with Retry-After', { kind: 'throttle', retryAfterSeconds: 1.5 } as const, 1_500],
    ['429 without', { kind: 'throttle', retryAfterSeconds: null } as const, 1_000],
    ['412', { kind: 'precondition' } as const, 1_000],
  ])('with %s comes once, not before its time, and the later ones wait behind it', async (_name, fault, waitMs) => {
    const actor = await stage.enter();
    const before = posted.to(actor).length;
    const begun = Date.now();
    inject(actor, { ...fault, on: 'post' });

    await actor.say(FIRST);
    await actor.say('the web version works');
    await actor.say('I am at home');
    await actor.sees('answer affected');

    const messages = posted.to(actor).slice(before);
    expect(messages.map(asked)).toEqual(['web', 'network', 'affected']);
    expect(messages[0]?.at).toBeGreaterThanOrEqual(begun + waitMs);
    expect(posted.doubles(actor)).toEqual([]);
    expect(await outboxOf(stage, actor)).toEqual({ waiting: 0, dead: [] });
  });

  it('is sent at once when it was only behind another one', async () => {
    const actor = await stage.enter();
    inject(actor, { kind: 'throttle', retryAfterSeconds: 1, on: 'post' });
    await actor.say(FIRST);
    await actor.say('the web version works');

    await actor.sees('answer network');

    const [first, second] = posted.to(actor).slice(-2);
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(500);
  });

  it('does not hold up anybody else', async () => {
    const [slow, quick] = [await stage.enter(), await stage.enter()];
    inject(slow, { kind: 'throttle', retryAfterSeconds: 3, on: 'post' });
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
    const actor = await stage.enter();
    inject(actor, { ...fault, on: 'post', count: 5 });

    await actor.say(FIRST);
    expect(await outboxOf(stage, actor)).toEqual({ waiting: 0, dead: [why] });
    expect(left(actor)).toBe(4);
    stage.teams.faults.clear();
    await actor.say('the web version works');

    await actor.sees('answer network');
    expect(await outboxOf(stage, actor)).toEqual({ waiting: 0, dead: [why] });
  });

  it('leaves nothing to be replaced later, and that holds nothing up', async () => {
    const actor = await stage.enter();
    inject(actor, { kind: 'too-big', on: 'post' });
    await actor.say(FIRST);
    inject(actor, { kind: 'not-found', code: 'ActivityNotFoundInConversation', on: 'put', count: 5 });

    await actor.say('the web version works');

    await actor.sees('answer network');
    expect(left(actor)).toBe(5);
    expect(await outboxOf(stage, actor)).toEqual({ waiting: 0, dead: ['too-big'] });
  });

  it('also when it would have replaced one that the person has deleted', async () => {
    const actor = await stage.enter();
    await actor.say(FIRST);
    inject(actor, { kind: 'not-found', code: 'ActivityNotFoundInConversation', on: 'put' });

    await actor.say('the web version works');

    await actor.client.waitFor(actor.person, () => actor.open().includes('answer network'), 5_000);
    expect(await outboxOf(stage, actor)).toEqual({ waiting: 0, dead: ['gone'] });
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
    const actor = await stage.enter();
    const before = posted.to(actor).length;
    inject(actor, { ...fault, on: 'post' });

    await actor.say(FIRST);
    await arrived(actor, before + copies);
    await actor.say('the web version works');

    await actor.client.waitFor(actor.person, () => actor.open().includes('answer network'), 5_000);
    expect(posted.to(actor).length - before).toBe(copies + 1);
    expect(posted.doubles(actor)).toHaveLength(copies - 1);
    expect((await outboxOf(stage, actor)).waiting).toBe(0);
  });

  it('is given up when that happens twice, whatever happened before, and the person can go on', async () => {
    const actor = await stage.enter();
    const before = posted.to(actor).length;
    inject(actor, { kind: 'throttle', retryAfterSeconds: 0, on: 'post' });
    inject(actor, { kind: 'failing', status: 503, isAccepted: false, on: 'post', count: 5 });

    await actor.say(FIRST);
    while (left(actor) > 3) await pause(50);
    await actor.say('hello');
    stage.teams.faults.clear();
    await actor.say('the web version works');

    await actor.client.waitFor(actor.person, () => actor.open().includes('answer network'), 8_000);
    expect(posted.doubles(actor)).toEqual([]);
    expect(posted.to(actor).length).toBeGreaterThan(before);
  });

  it('because of silence neither keeps a tap waiting nor comes more than twice, and another process does not interfere', async () => {
    const [taps, writes] = [await stage.enter(), await stage.enter()];
    await Promise.all([taps.say(FIRST), writes.say('hello')]);
    const before = { taps: posted.to(taps).length, writes: posted.to(writes).length };
    inject(taps, { kind: 'hang', isAccepted: false, on: 'post' });
    inject(writes, { kind: 'hang', isAccepted: true, on: 'post' });
    const second = await startSecond();
    const begun = Date.now();

    try {
      await Promise.all([taps.tap({ do: 'answer', value: 'works' }), writes.say(FIRST)]);
      expect(Date.now() - begun).toBeLessThan(8_000);
      expect(taps.open()).toEqual([]);
      await Promise.all([arrived(taps, before.taps + 1, 20_000), arrived(writes, before.writes + 2, 20_000)]);
    } finally {
      await second.end();
    }

    // The first process waits 10 s for an answer. Had its lease run out, the second would have sent earlier.
    const late = [posted.to(taps).at(-1), posted.to(writes).at(-1)].map((message) => (message?.at ?? 0) - begun);
    expect(Math.min(...late)).toBeGreaterThan(9_500);
    await taps.sees('answer network');
    expect([posted.to(taps).length - before.taps, posted.to(writes).length - before.writes]).toEqual([1, 2]);
  }, 40_000);
});

describe('an activity that Teams sends again', () => {
  it('is taken in once when it is a message, also while the first is still being worked on', async () => {
    const actor = await stage.enter();
    const activity = actor.client.activity(actor.person, FIRST);
    const before = posted.to(actor).length;

    await Promise.all([actor.client.post(actor.person, activity), actor.client.post(actor.person, activity)]);
    await actor.client.post(actor.person, activity);

    await actor.sees('answer web');
    expect(posted.to(actor).length - before).toBe(1);
  });

  it.each([
    ['the same id', false],
    ['a new id', true],
  ])('is taken in once when it is a tap under %s, and answered the same', async (_name, hasNewId) => {
    const actor = await stage.enter();
    await actor.say(FIRST);
    await actor.sees('answer web');
    const question = actor.entries().at(-1);
    const action = question && actor.actions(question).find(({ data }) => data.value === 'works');
    const before = posted.to(actor).length;
    const invoke = (id: string) =>
      actor.client.post(actor.person, {
        type: 'invoke',
        name: 'adaptiveCard/action',
        id,
        replyToId: question?.id,
        value: { action: { type: 'Action.Execute', verb: action?.verb, data: action?.data } },
      });

    const answers = await Promise.all([invoke('f:1'), invoke(hasNewId ? 'f:2' : 'f:1')]);
    const late = await invoke(hasNewId ? 'f:3' : 'f:1');

    expect(answers[0]).toMatchObject({ kind: 'answered', status: 200, body: { type: 'application/vnd.microsoft.card.adaptive' } });
    expect(answers[1]).toEqual(answers[0]);
    expect(late).toEqual(answers[0]);
    expect(posted.to(actor).length - before).toBe(1);
  });

  it('brings what is still undelivered along', async () => {
    const actor = await stage.enter();
    const activity = actor.client.activity(actor.person, FIRST);
    inject(actor, { kind: 'throttle', retryAfterSeconds: 0, on: 'post' });
    await actor.client.post(actor.person, activity);

    await actor.client.post(actor.person, activity);

    await actor.sees('answer web');
    expect(posted.doubles(actor)).toEqual([]);
  });
});

describe('a turn whose replies go into its answer', () => {
  it('keeps the order when an older message still waits', async () => {
    const actor = await stage.enter();
    const before = posted.to(actor).length;
    inject(actor, { kind: 'throttle', retryAfterSeconds: 1, on: 'post' });
    await actor.say(FIRST);

    const answer = await actor.client.post(actor.person, { text: 'the web version works', deliveryMode: 'expectReplies' });

    expect(JSON.stringify(answer)).not.toContain('"fact":"network"');
    await arrived(actor, before + 2);
    await actor.sees('answer network');
    expect(posted.to(actor).slice(before).map(asked)).toEqual(['web', 'network']);
  });

  it('is given what is due, oldest first', async () => {
    const actor = await stage.enter();
    const before = posted.to(actor).length;
    await actor.client.post(actor.person, { text: FIRST, deliveryMode: 'expectReplies' });

    const answer = await actor.client.post(actor.person, { text: 'the web version works', deliveryMode: 'expectReplies' });

    expect(JSON.stringify(answer)).toContain('"fact":"network"');
    expect(posted.to(actor).length).toBe(before);
    expect(await outboxOf(stage, actor)).toEqual({ waiting: 0, dead: [] });
  });
});

describe('two processes on one database', () => {
  it('send what is due once', async () => {
    const actors = await Promise.all(Array.from({ length: 30 }, () => stage.enter()));
    const before = actors.map((actor) => posted.to(actor).length);
    for (const actor of actors) inject(actor, { kind: 'throttle', retryAfterSeconds: 2, on: 'post' });
    const second = await startSecond();

    try {
      await Promise.all(actors.map((actor) => actor.say(FIRST)));
      await Promise.all(actors.map((actor) => actor.say('the web version works')));
      await Promise.all(actors.map((actor) => actor.sees('answer network')));
    } finally {
      await second.end();
    }

    expect(actors.map((actor, index) => posted.to(actor).length - (before[index] ?? 0))).toEqual(actors.map(() => 2));
    expect(actors.flatMap((actor) => posted.doubles(actor))).toEqual([]);
  });

  it('take over from one another when one is killed', async () => {
    const actor = await stage.enter();
    inject(actor, { kind: 'hang', isAccepted: false, on: 'post' });
    const second = await startSecond();

    try {
      void actor.say(FIRST).catch(() => undefined);
      while (left(actor) > 0) await pause(20);
      const killed = Date.now();
      stage.program.process.kill('SIGKILL');
      await actor.sees('answer web');
      expect(Date.now() - killed).toBeLessThan(9_000);
    } finally {
      await second.end();
      await stage.restart();
    }
  });
});

/** Another process on the same database and the same Teams. */
async function startSecond(): Promise<Program> {
  return startProgram({ ...stage.env, PORT: String(await freePort()), DATA_DIR: `${stage.env.DATA_DIR}-second` });
}
