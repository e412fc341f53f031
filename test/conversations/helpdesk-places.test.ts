import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import type { FaultRequest } from '../../src/local/teams/faults.ts';
import type { LocalPerson } from '../../src/local/teams/people.ts';
import { Channel, castMember } from './channel.ts';
import { endAll, tend } from './later.ts';
import { type Actor, Stage } from './stage.ts';

const WAIT_MS = 20_000;
const ALWAYS = 1_000_000;

let stage: Stage;
let first: Channel;
let backup: Channel;
let priya: LocalPerson;

beforeAll(async () => {
  stage = await Stage.open('postgresql', { HELPDESK_HOURS: 'always', QUIET_HOURS: 'none' });
  first = new Channel(stage);
  backup = new Channel(stage, 'channel-2');
  priya = castMember(stage, 'priya');
}, 60_000);
afterEach(async () => {
  stage.teams.faults.clear();
  await endAll(stage);
});
afterAll(() => stage.close());

const reads = (actor: Actor, words: RegExp) => actor.client.waitFor(actor.person, () => words.test(actor.text()), WAIT_MS);

/** Somebody with a trouble, who hands it over; with the id of their case. */
async function handOver(): Promise<{ robin: Actor; id: string }> {
  const robin = await stage.enter();
  await robin.say('OneDrive 0x8004de40, Windows 11');
  await robin.say('I want to talk to a person');
  await reads(robin, /"act":"withdraw"/);
  return { robin, id: /"case":"([2-9A-HJ-NP-Z]{6})"/.exec(robin.text())?.[1] ?? '' };
}

async function troubles(): Promise<string> {
  return JSON.stringify(await (await fetch(`${stage.program.origin}/readyz`)).json());
}

async function both(): Promise<void> {
  await first.say(priya, '@Kiku helpdesk here');
  await first.reads(/is the helpdesk's from now on/);
  await backup.say(priya, '@Kiku helpdesk backup here');
  await backup.reads(/should IT help ever take no messages/);
}

describe('the helpdesk’s channels', () => {
  it('are named, told of and let go by an owner, in both languages', async () => {
    await first.say(priya, '@Kiku helpdesk');
    await first.reads(/has no channel yet/);
    await backup.say(priya, '@Kiku ヘルプデスクの予備はここ');
    await backup.reads(/チャネルがまだ登録されていないため/);

    await handOverWithoutHelpdesk();
    await first.say(priya, '@Kiku helpdesk here');
    const { id } = await handOver();
    await first.reads(new RegExp(`Case ${id}`));
    await first.say(priya, '@Kiku helpdesk here too');
    await first.reads(/is the helpdesk's already/);
    await backup.say(castMember(stage, 'sam'), '@Kiku helpdesk backup here');
    await backup.reads(/Only an owner/);
    await backup.say(priya, '@Kiku ヘルプデスクの予備はここ');
    await backup.reads(/「IT help」に投稿できなくなった場合/);
    await backup.say(priya, '@Kiku helpdesk');
    await backup.reads(/チャネルは「IT help」です。予備のチャネルは「このチャネル」です/);
    await first.say(priya, '@Kiku ヘルプデスク');
    await first.reads(/channel is this channel\. Its backup is IT backup/);

    await backup.say(priya, '@Kiku helpdesk not here');
    await backup.reads(/has no backup channel any more/);
    await first.say(priya, '@Kiku helpdesk not here');
    await first.reads(/no other channel that could show the open cases/);
  }, 60_000);

  it.each([
    ['was deleted', { kind: 'not-found', code: 'ConversationNotFound' }],
    ['is no longer Kiku’s to write in', { kind: 'forbidden', code: 'BotNotInConversationRoster' }],
    ['is switched off by an administrator', { kind: 'forbidden', code: 'BotDisabledByAdmin' }],
    ['takes no writing', { kind: 'forbidden', code: 'MessageWritesBlocked' }],
    ['gives Kiku no rights', { kind: 'forbidden', code: 'NotEnoughPermissions' }],
  ] satisfies readonly (readonly [string, FaultRequest])[])(
    'the backup has all cases when the other %s; bound again, that one has them back',
    async (_, fault) => {
      await both();
      const before = await handOver();
      await first.reads(new RegExp(`Case ${before.id}`));
      const older = first.thread(before.id);
      const words = `My room is ${before.id}`;
      await before.robin.say(words);
      await first.reads(new RegExp(words));

      stage.teams.faults.inject({ ...fault, count: ALWAYS, conversation: first.id });
      const { robin, id } = await handOver();
      await backup.reads(new RegExp(`Case ${id}`));
      await backup.reads(new RegExp(`What was said there[\\s\\S]*${words}`));
      await expectSoon(async () => (await troubles()).includes('they go to its backup'));
      await tend(stage);
      await backup.reads(/IT help takes no messages any more/);
      await backup.answer(priya, id, '@Kiku Hello from the other channel.');
      await reads(robin, /Hello from the other channel/);
      const former = backup.thread(id);

      stage.teams.faults.clear();
      await first.say(priya, '@Kiku helpdesk here');
      await first.reads(new RegExp(`Case ${id}`));
      await backup.reads(/is shown in another channel/);
      const below = () => first.entries().some(({ thread, activity }) => thread === older && /stands below now/.test(activity.text ?? ''));
      await expectSoon(async () => below());
      await expectSoon(async () => !(await troubles()).includes('they go to its backup'));
      await first.answer(priya, id, '@Kiku And hello again.');
      await reads(robin, /And hello again/);
      const late = `This is the older thread of ${id}`;
      await backup.say(priya, `@Kiku ${late}.`, former);
      await reads(robin, new RegExp(late));
      await first.reads(new RegExp(late));
      const isSent = () => backup.entries().some(({ thread, activity }) => thread === former && /Sent to Robin Doe/.test(activity.text ?? ''));
      await expectSoon(async () => isSent());
    },
    60_000,
  );

  it('that are all gone: readiness says so, whoever named them is told in private, and the next channel has the cases', async () => {
    const owner = stage.actor(priya);
    await owner.client.say(priya, 'help');
    await first.say(priya, '@Kiku helpdesk no backup');
    await first.say(priya, '@Kiku helpdesk');
    await first.reads(/channel is this channel\. It has no backup/);
    stage.teams.faults.inject({ kind: 'not-found', code: 'ConversationNotFound', count: ALWAYS, conversation: first.id });
    const { robin, id } = await handOver();
    await expectSoon(async () => /could not be shown/.test(await troubles()));

    await tend(stage);
    await reads(owner, /nobody sees some of its cases/);
    await robin.say('Is anybody there?');
    await backup.say(priya, '@Kiku helpdesk here');

    await backup.reads(new RegExp(`Case ${id}`));
    await backup.reads(/Is anybody there/);
    await expectSoon(async () => !(await troubles()).includes('could not be shown'));
  }, 60_000);
});

/** Before there is a helpdesk, Kiku only tells what to send on. */
async function handOverWithoutHelpdesk(): Promise<void> {
  const robin = await stage.enter();
  await robin.say('OneDrive 0x8004de40, Windows 11');
  await robin.say('I want to talk to a person');
}

async function expectSoon(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + WAIT_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain: ${await troubles()}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
