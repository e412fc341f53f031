import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LocalPerson } from '../../src/local/teams/people.ts';
import { Channel, castMember } from './channel.ts';
import { reads } from './helpdesk-stage.ts';
import { tend } from './later.ts';
import { type Actor, Stage } from './stage.ts';

const ALWAYS = 1_000_000;

let stage: Stage;
let first: Channel;
let backup: Channel;
let priya: LocalPerson;

beforeAll(async () => {
  stage = await Stage.open('postgresql', { HELPDESK_HOURS: 'always', QUIET_HOURS: 'none', ALERT_HEAD_START_SECONDS: '3' });
  first = new Channel(stage);
  backup = new Channel(stage, 'channel-2');
  priya = castMember(stage, 'priya');
}, 60_000);
afterAll(() => stage.close());

/** An employee whose client speaks English, with a case; its id. */
async function handOver(): Promise<{ robin: Actor; id: string }> {
  const robin = await stage.enter();
  await robin.say('OneDrive 0x8004de40, Windows 11');
  await robin.say('I want to talk to a person');
  await reads(robin, /"act":"withdraw"/);
  return { robin, id: /"case":"([2-9A-HJ-NP-Z]{6})"/.exec(robin.text())?.[1] ?? '' };
}

describe('the helpdesk’s channel', () => {
  it('speaks the language in which it was named, in everything that is shown there; the employee reads their own', async () => {
    await first.say(priya, '@Kiku ヘルプデスクはここ');
    await first.reads(/ヘルプデスクとして登録しました/);

    const { robin, id } = await handOver();
    await first.reads(new RegExp(`ケース ${id}`));
    await first.tap(priya, { do: 'case', case: id, act: 'take' });
    await first.reads(/さんが担当になりました/);
    await reads(robin, /Priya Nair of the helpdesk has your case/);
    await first.say(priya, '@Kiku open');
    await first.reads(/"text":"対応中のケース"/);
    await first.say(priya, '@Kiku doctor');
    await first.reads(/Kiku の状態/);
    await first.say(priya, '@Kiku withdraw no-such-step');
    await first.reads(/no-such-step[^\n]*ません/);
    expect(first.text()).not.toMatch(/Case [2-9A-HJ-NP-Z]{6}|from now on/);
  }, 60_000);

  it('shows in it what is about to be told to people', async () => {
    await stage.board('POST', '', {
      service: 'OneDrive for Business',
      title: 'Users cannot sign in to the OneDrive for Business desktop app',
      impact: 'Users may be unable to sign in to OneDrive for Business with the desktop app.',
    });

    await first.reads(/アドバイザリの通知/);
  }, 60_000);

  it('speaks another when an owner says so there, also on the cards that stand', async () => {
    const { id } = await handOver();
    await first.reads(new RegExp(`ケース ${id}`));
    const thread = first.thread(id);

    await first.say(castMember(stage, 'sam'), '@Kiku helpdesk in English');
    await first.reads(/チームの所有者だけです/);
    await first.say(priya, '@Kiku helpdesk in English');
    await first.reads(/Kiku writes English in this channel from now on/);
    await first.cardReads(id, `Case ${id}`);
    expect(first.thread(id)).toBe(thread);

    await first.say(priya, '@Kiku helpdesk in French');
    await first.reads(/English and Japanese only/);
    await first.say(priya, '@Kiku ヘルプデスクを日本語で');
    await first.reads(/今後は日本語で表示します/);
    await first.cardReads(id, `ケース ${id}`);
  }, 60_000);

  it('is one of two, each with its own language', async () => {
    await backup.say(priya, '@Kiku helpdesk in English');
    await backup.reads(/is not the helpdesk's, so nothing was changed/);
    await backup.say(priya, '@Kiku helpdesk backup here');
    await backup.reads(/should IT help ever take no messages/);
    stage.teams.faults.inject({ kind: 'not-found', code: 'ConversationNotFound', count: ALWAYS, conversation: first.id });

    const { robin, id } = await handOver();
    await backup.reads(new RegExp(`Case ${id}`));
    const words = `My room is ${id}`;
    await robin.say(words);
    await backup.reads(new RegExp(words));
    stage.teams.faults.clear();
    await first.say(priya, '@Kiku ここをヘルプデスクにして');

    await first.reads(new RegExp(`ケース ${id}`));
    await backup.reads(/This case is shown in another channel/);
  }, 60_000);

  it('that takes no messages any more: whoever named it is told in that language', async () => {
    const owner = stage.actor(priya);
    await owner.client.say(priya, 'help');
    await first.say(priya, '@Kiku helpdesk no backup');
    await first.reads(/予備のチャネルを解除しました/);
    stage.teams.faults.inject({ kind: 'not-found', code: 'ConversationNotFound', count: ALWAYS, conversation: first.id });
    await handOver();
    await soon(async () => JSON.stringify(await (await fetch(`${stage.program.origin}/readyz`)).json()).includes('could not be shown'));

    await tend(stage);

    await reads(owner, /ヘルプデスクのチャネルに投稿できないため/);
  }, 60_000);
});

async function soon(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('Waited in vain for readiness to say that a case stands nowhere.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
