import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOCAL_BOT } from '../../src/local/teams/people.ts';
import { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 60_000);
afterAll(() => stage.close());

describe('a conversation', () => {
  it.each([
    ['English', 'en-GB', 'OneDrive says 0x8004de40 on my Windows 10 laptop'],
    ['Japanese', 'ja-JP', 'Windows 10 のノートPCで OneDrive に接続できません。0x8004de40 と出ます'],
  ])('in %s goes from a code through questions to a step that works', async (_language, locale, first) => {
    const actor = await stage.enter({ locale });

    await actor.say(first);
    await actor.sees('answer web');
    await actor.tap({ do: 'answer', value: 'works' });
    await actor.sees('answer network');
    await actor.tap({ do: 'answer', value: 'elsewhere' });
    await actor.sees('answer affected');
    await actor.tap({ do: 'answer', value: 'only-me' });
    await actor.sees('outcome restart-onedrive');
    await actor.tap({ do: 'outcome', outcome: 'failing' });
    await actor.sees('outcome time-and-updates');
    await actor.tap({ do: 'outcome', outcome: 'worked' });
    await actor.sees();
  });

  it('skips the questions that the first message has answered', async () => {
    const actor = await stage.enter();

    await actor.say('OneDrive 0x8004de40, Windows 11, I am at home, the web version works, only me');

    await actor.sees('outcome restart-onedrive');
  });

  it('takes written answers as well as taps, in the middle of anything', async () => {
    const actor = await stage.enter();

    await actor.say('onedrive 0x8004de40 windows 11');
    await actor.sees('answer web');
    await actor.say('yes it opens');
    await actor.sees('answer network');
    await actor.say('no idea, but nobody else has it');
    await actor.sees('outcome restart-onedrive');
    await actor.say('still not working');
    await actor.sees('outcome time-and-updates');
  });

  it('keeps the other answers when one is changed', async () => {
    const actor = await stage.enter();
    await actor.say('OneDrive 0x8004de40, Windows 11');
    await actor.sees('answer web');
    await actor.tap({ do: 'answer', value: 'unknown' });
    await actor.sees('answer network');

    await actor.tap({ do: 'change', fact: 'web' });
    await actor.sees('answer web');
    await actor.tap({ do: 'answer', value: 'works' });

    await actor.sees('answer network');
  });

  it('leaves a repeated tap without effect, and an old card too', async () => {
    const actor = await stage.enter();
    await actor.say('OneDrive 0x8004de40, Windows 11');
    await actor.sees('answer web');
    const question = actor.entries().at(-1);
    if (question === undefined) throw new Error('There is no question.');
    const tap = actor.actions(question).find((action) => action.data.value === 'works');
    await actor.tapOn(question, { value: 'works' });
    await actor.sees('answer network');

    const late = { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'answer', data: tap?.data } } };
    const first = await actor.client.post(actor.person, { ...late, id: 'late-1', replyToId: question.id });
    const answer = await actor.client.post(actor.person, {
      ...late,
      id: 'late-2',
      replyToId: question.id,
      value: { action: { ...late.value.action, data: { ...tap?.data, value: 'fails' } } },
    });

    expect([first, answer]).toMatchObject([{ status: 200 }, { status: 200 }]);
    await actor.sees('answer network');
  });

  it('does not let one person tap on the card of another', async () => {
    const [owner, other] = [await stage.enter(), await stage.enter()];
    await owner.say('OneDrive 0x8004de40, Windows 11');
    await owner.sees('answer web');
    const action = owner.actions(owner.entries().at(-1) ?? never()).find((one) => one.data.value === 'works');

    await other.client.post(other.person, { type: 'message', text: '', value: action?.data });

    await owner.sees('answer web');
    expect(other.open()).toEqual([]);
  });

  it('reads an edited message again', async () => {
    const actor = await stage.enter();
    const entry = await actor.client.say(actor.person, 'OneDrive 0x8004de40, Windows 11');
    await actor.sees('answer web');

    await actor.client.edit(actor.person, entry.id, 'OneDrive 0x8004de40, Windows 8');

    await actor.sees();
    expect(actor.entries().at(-1)?.activity.summary).toBeDefined();
  });

  it('asks whether another code belongs to this intake, and loses neither', async () => {
    const actor = await stage.enter();
    await actor.say('OneDrive 0x8004de40, Windows 11');
    await actor.sees('answer web');

    await actor.say('now it says 0x8004de88');
    await actor.sees('continue or new');
    await actor.tap({ do: 'new' });

    await actor.sees('answer os');
  });

  it('hands over to a person at any time', async () => {
    const actor = await stage.enter();
    await actor.say('OneDrive 0x8004de40, Windows 11');
    await actor.sees('answer web');

    await actor.say('I want to talk to a person');

    await actor.sees();
  });

  it('gives the commands as text that can be selected everywhere', async () => {
    const actor = await stage.enter();
    await actor.say('OneDrive 0x8004de40, Windows 11, in the office, web version works, only me');
    for (const step of ['restart-onedrive', 'time-and-updates']) {
      await actor.sees(`outcome ${step}`);
      await actor.tap({ do: 'outcome', outcome: 'failing' });
    }
    await actor.sees('outcome tick-tls-1.2');

    await actor.tap({ do: 'as-text' });

    await actor.client.waitFor(
      actor.person,
      () => actor.entries().some((entry) => /```\s*inetcpl\.cpl\s*```/.test(entry.activity.text ?? '')),
      5_000,
    );
  });

  it('keeps "this advice is wrong" and goes on where it was', async () => {
    const actor = await stage.enter();
    await actor.say('OneDrive 0x8004de40, Windows 11, at home, web version works, only me');
    await actor.sees('outcome restart-onedrive');

    await actor.tap({ do: 'wrong' });

    await actor.sees('outcome restart-onedrive');
  });

  it('shows steps for somebody who reads on a phone and types on the PC', async () => {
    const actor = await stage.enter();
    await actor.say('OneDrive 0x8004de40, Windows 11, at home, web version works, only me');
    await actor.sees('outcome restart-onedrive');

    await actor.tap({ do: 'phone' });

    await actor.sees('outcome restart-onedrive');
    expect(actor.actions(actor.entries().at(-1) ?? never()).some((action) => action.data.do === 'phone' && action.data.on === false)).toBe(true);
  });

  it('speaks the language that was chosen, whatever the client says', async () => {
    const actor = await stage.enter({ locale: 'en-US' });

    await actor.say('日本語で');
    await actor.say('OneDrive 0x8004de40 Windows 11');

    await actor.sees('answer web');
    expect(actor.entries().at(-1)?.activity.summary).toMatch(/[ぁ-ん]/);
  });

  it('begins anew when asked to', async () => {
    const actor = await stage.enter();
    await actor.say('OneDrive 0x8004de40, Windows 11');
    await actor.sees('answer web');

    await actor.say('restart');

    await actor.sees('answer code');
  });
});

describe('in a channel', () => {
  it('Kiku asks nothing and offers to go on in private', async () => {
    const actor = await stage.enter();

    const answer = await actor.client.post(actor.person, {
      text: `<at>${LOCAL_BOT.name}</at> OneDrive 0x8004de40`,
      entities: [{ type: 'mention', mentioned: LOCAL_BOT, text: `<at>${LOCAL_BOT.name}</at>` }],
      conversation: { id: '19:team@thread.tacv2;messageid=1', conversationType: 'channel', isGroup: true },
      deliveryMode: 'expectReplies',
    });

    const replies = JSON.stringify(answer);
    expect(replies).not.toContain('"do":"answer"');
    expect(replies).toContain('Action.OpenUrl');
  });
});

function never(): never {
  throw new Error('There is no message.');
}
