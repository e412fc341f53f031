import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outboxOf } from './kept.ts';
import { asked, FIRST, Trouble } from './trouble.ts';

let trouble: Trouble;
beforeAll(async () => {
  trouble = await Trouble.open();
}, 120_000);
afterAll(() => trouble.close());

describe('an activity that Teams sends again', () => {
  it('is taken in once when it is a message, also while the first is still being worked on', async () => {
    const actor = await trouble.stage.enter();
    const activity = actor.client.activity(actor.person, FIRST);
    const before = trouble.posted.to(actor).length;

    await Promise.all([actor.client.post(actor.person, activity), actor.client.post(actor.person, activity)]);
    await actor.client.post(actor.person, activity);

    await actor.sees('answer web');
    expect(trouble.posted.to(actor).length - before).toBe(1);
  });

  it.each([
    ['the same id', false],
    ['a new id', true],
  ])('is taken in once when it is a tap under %s, and answered the same', async (_name, hasNewId) => {
    const actor = await trouble.stage.enter();
    await actor.say(FIRST);
    await actor.sees('answer web');
    const question = actor.entries().at(-1);
    const action = question && actor.actions(question).find(({ data }) => data.value === 'works');
    const before = trouble.posted.to(actor).length;
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
    expect(trouble.posted.to(actor).length - before).toBe(1);
  });

  it('brings what is still undelivered along', async () => {
    const actor = await trouble.stage.enter();
    const activity = actor.client.activity(actor.person, FIRST);
    trouble.inject(actor, { kind: 'throttle', retryAfterSeconds: 0, on: 'post' });
    await actor.client.post(actor.person, activity);

    await actor.client.post(actor.person, activity);

    await actor.sees('answer web');
    expect(trouble.posted.doubles(actor)).toEqual([]);
  });
});

describe('a turn whose replies go into its answer', () => {
  it('keeps the order when an older message still waits', async () => {
    const actor = await trouble.stage.enter();
    const before = trouble.posted.to(actor).length;
    trouble.inject(actor, { kind: 'throttle', retryAfterSeconds: 1, on: 'post' });
    await actor.say(FIRST);

    const answer = await actor.client.post(actor.person, { text: 'the web version works', deliveryMode: 'expectReplies' });

    expect(JSON.stringify(answer)).not.toContain('"fact":"network"');
    await trouble.arrived(actor, before + 2);
    await actor.sees('answer network');
    expect(trouble.posted.to(actor).slice(before).map(asked)).toEqual(['web', 'network']);
  });

  it('is given what is due, oldest first', async () => {
    // The drain, which looks once a second, may be quicker; then somebody else tries.
    let given: readonly unknown[] = [];
    for (let tries = 0; tries < 20 && given.length < 2; tries += 1) {
      const actor = await trouble.stage.enter();
      trouble.inject(actor, { kind: 'throttle', retryAfterSeconds: 0, on: 'post' });
      await actor.say(FIRST);
      const answer = await actor.client.post(actor.person, { text: 'the web version works', deliveryMode: 'expectReplies' });
      given = [...new Set([...JSON.stringify(answer).matchAll(/"do":"answer","fact":"(\w+)"/g)].map(([, fact]) => fact))];
      while ((await outboxOf(trouble.stage, actor)).waiting > 0) await pause(50);
      expect((await outboxOf(trouble.stage, actor)).dead).toEqual([]);
    }

    expect(given).toEqual(['web', 'network']);
  });
});

describe('two processes on one database', () => {
  it('send what is due once', async () => {
    const actors = await Promise.all(Array.from({ length: 30 }, () => trouble.stage.enter()));
    const before = actors.map((actor) => trouble.posted.to(actor).length);
    for (const actor of actors) trouble.inject(actor, { kind: 'throttle', retryAfterSeconds: 2, on: 'post' });

    await trouble.withSecond(async () => {
      await Promise.all(actors.map((actor) => actor.say(FIRST)));
      await Promise.all(actors.map((actor) => actor.say('the web version works')));
      await Promise.all(actors.map((actor) => actor.sees('answer network')));
    });

    expect(actors.map((actor, index) => trouble.posted.to(actor).length - (before[index] ?? 0))).toEqual(actors.map(() => 2));
    expect(actors.flatMap((actor) => trouble.posted.doubles(actor))).toEqual([]);
  });

  it('take over from one another when one is killed', async () => {
    const actor = await trouble.stage.enter();
    trouble.inject(actor, { kind: 'hang', isAccepted: false, on: 'post' });

    await trouble.withSecond(async () => {
      void actor.say(FIRST).catch(() => undefined);
      while (trouble.left(actor) > 0) await pause(20);
      const killed = Date.now();
      trouble.stage.program.process.kill('SIGKILL');
      await actor.sees('answer web');
      expect(Date.now() - killed).toBeLessThan(9_000);
    });
    await trouble.stage.restart();
  });
});
