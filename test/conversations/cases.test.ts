import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LocalPerson } from '../../src/local/teams/people.ts';
import type { Channel } from './channel.ts';
import { openHelpdesk, reads } from './helpdesk-stage.ts';
import type { Actor, Stage } from './stage.ts';

const WAIT_MS = 20_000;

let stage: Stage;
let channel: Channel;
let priya: LocalPerson;
let ken: LocalPerson;

beforeAll(async () => {
  ({ stage, channel, priya, ken } = await openHelpdesk());
}, 60_000);
afterAll(() => stage.close());

/** Waits until something no longer holds. */
async function gone(holds: () => boolean): Promise<void> {
  const end = Date.now() + WAIT_MS;
  while (holds()) {
    if (Date.now() > end) throw new Error('It is still there.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Somebody with a trouble, who hands it over; with the id of their case. */
async function handOver(trouble = 'OneDrive 0x8004de40, Windows 11', of: { locale?: string } = {}): Promise<{ robin: Actor; id: string }> {
  const robin = await stage.enter(of);
  await robin.say(trouble);
  await robin.say(of.locale === 'ja-JP' ? '担当者に相談したい' : 'I want to talk to a person');
  await reads(robin, /\b[2-9A-HJ-NP-Z]{6}\b.*own-case/);
  const id = /"case":"([2-9A-HJ-NP-Z]{6})"/.exec(robin.text())?.[1] ?? '';
  await channel.reads(new RegExp(`Case ${id}`));
  return { robin, id };
}

describe('a case', () => {
  it('goes to the channel, to and fro between the employee and the agent, and is resolved', async () => {
    const { robin, id } = await handOver();
    expect(channel.card(id)).toContain('0x8004de40');

    await channel.tap(priya, { do: 'case', case: id, act: 'take' });
    await channel.reads(/Priya Nair has taken the case/);
    await reads(robin, /Priya Nair of the helpdesk has your case/);

    await channel.answer(priya, id, '@Kiku Which network are you on?');
    await reads(robin, /Priya Nair.*Which network are you on\?/);
    const before = robin.entries().length;
    await robin.say('The one at home.');
    await channel.reads(/Robin Doe.*The one at home\./);
    expect(robin.entries()).toHaveLength(before);

    await channel.tap(priya, { do: 'case', case: id, act: 'resolve' }, { outcome: 'The VPN was off.' });
    await reads(robin, /The VPN was off/);
    await channel.reads(/has resolved the case/);
    await channel.cardReads(id, 'Resolved');
  });

  it('is taken by one of two who tap at the same moment; the other is told who', async () => {
    const { id } = await handOver();

    const results = await Promise.all([priya, ken].map((agent) => channel.tap(agent, { do: 'case', case: id, act: 'take' })));

    const told = results.filter((result) => result?.kind === 'message');
    expect(results.filter((result) => result?.kind === 'card')).toHaveLength(1);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ text: expect.stringMatching(/(?:Priya Nair|Ken Sato) has taken case/) });
  });

  it('keeps among colleagues what begins with // or メモ', async () => {
    const { robin, id } = await handOver();

    await channel.answer(priya, id, '@Kiku // I think it is the proxy again');
    await channel.answer(priya, id, '@Kiku 「メモ」プロキシかも');
    await channel.answer(priya, id, '@Kiku Are you behind a proxy?');
    await reads(robin, /behind a proxy\?/);

    expect(robin.text()).not.toMatch(/proxy again|プロキシかも/);
  });

  it('is answered in private to Kiku as well, and the others can read that in the thread', async () => {
    const { robin, id } = await handOver();

    await stage.teams.acts.say(priya, `${id}: Please restart it once.`);

    await reads(robin, /Please restart it once/);
    await channel.reads(/Priya Nair to Robin Doe.*Please restart it once/);
  });

  it('brings a step to the employee with what must be true for it; one that can lock out goes to the agent', async () => {
    const { robin, id } = await handOver();

    await channel.tap(priya, { do: 'case', case: id, act: 'share' }, { step: 'restart-onedrive' });
    await reads(robin, /From Priya Nair of the helpdesk/);
    const result = await channel.tap(priya, { do: 'case', case: id, act: 'share' }, { step: 'rejoin-hybrid' });

    expect(result).toMatchObject({ kind: 'message' });
    expect(robin.text()).not.toContain('rejoin');
  });

  it('speaks the employee’s language to them, and the channel’s there', async () => {
    const { robin, id } = await handOver('OneDriveに接続できません。0x8004de40 Windows 11', { locale: 'ja-JP' });

    await channel.tap(priya, { do: 'case', case: id, act: 'take' });
    await reads(robin, /ヘルプデスクの Priya Nair が担当します/);

    expect(channel.card(id)).toContain('Japanese');
  });

  it('is nothing for people outside the helpdesk’s team', async () => {
    const { id } = await handOver();
    const stranger = await stage.enter({ isOutside: true });

    const result = await channel.tap(stranger.person, { do: 'case', case: id, act: 'take' });

    expect(result).toMatchObject({ kind: 'message', text: expect.stringContaining('Only members') });
  });
});

describe('what an agent wrote', () => {
  it('is edited and deleted for the employee too; what becomes a note is taken back, and what was one is sent', async () => {
    const { robin, id } = await handOver();
    const entry = await channel.answer(priya, id, '@Kiku Restrat it.');
    await reads(robin, /Restrat it/);

    await channel.edit(priya, entry, '@Kiku Restart it.');
    await reads(robin, /Restart it/);
    expect(robin.text()).not.toContain('Restrat');
    await channel.edit(priya, entry, '@Kiku // restart it, I would say');
    await reads(robin, /Priya Nair.* deleted this message/);
    const note = await channel.answer(priya, id, '@Kiku // proxy?');
    await channel.edit(priya, note, '@Kiku Is there a proxy?');
    await reads(robin, /Is there a proxy\?/);
    await channel.unsay(priya, note);

    await robin.client.waitFor(robin.person, () => !robin.text().includes('Is there a proxy?'), WAIT_MS);
  });

  it('in private is edited and deleted for the employee and in the thread', async () => {
    const { robin, id } = await handOver();
    const entry = await stage.teams.acts.say(ken, `${id}: Please restrat it twice.`);
    await reads(robin, /restrat it twice/);
    await channel.reads(/Ken Sato to Robin Doe.*restrat it twice/);

    await stage.teams.acts.edit(ken, entry.id, `${id}: Please restart it twice.`);
    await reads(robin, /restart it twice/);
    await channel.reads(/restart it twice/);
    await stage.teams.acts.unsay(ken, entry.id);
    await robin.client.waitFor(robin.person, () => !robin.text().includes('it twice'), WAIT_MS);
    await gone(() => channel.text().includes('it twice'));

    expect(robin.text()).not.toContain('restrat');
  });

  it('in private is answered in the language of the agent, whatever the channel speaks', async () => {
    const { id } = await handOver();
    const agent = stage.actor(ken);

    await agent.client.say(ken, `${id}: We look into it now.`);
    await reads(agent, /Robin Doe さんに送信しました/);
    await agent.client.say(ken, `${id === 'ZZ2ZZZ' ? 'ZZ3ZZZ' : 'ZZ2ZZZ'}: Hello.`);
    await reads(agent, /ケース ZZ\dZZZ はありません/);
    await agent.client.say(ken, '対応中');

    await reads(agent, /対応中のケース/);
  });

  it('to the wrong case is taken back there, once the right one is named', async () => {
    const [wrong, right] = [await handOver(), await handOver()];
    const entry = await stage.teams.acts.say(ken, `${wrong.id}: Your new password is on its way.`);
    await reads(wrong.robin, /new password/);

    await stage.teams.acts.edit(ken, entry.id, `${right.id}: Your new password is on its way.`);
    await reads(right.robin, /new password/);

    await wrong.robin.client.waitFor(wrong.robin.person, () => !wrong.robin.text().includes('new password'), WAIT_MS);
  });

  it('in private for colleagues only stands in the thread, edited too, and not with the employee', async () => {
    const { robin, id } = await handOver();
    const entry = await stage.teams.acts.say(ken, `${id}: // third time this wek`);
    await channel.reads(/third time this wek/);
    await stage.teams.acts.edit(ken, entry.id, `${id}: // third time this week`);
    await channel.reads(/third time this week/);
    await stage.teams.acts.say(ken, `${id}: We look into it.`);
    await reads(robin, /We look into it/);

    expect(robin.text()).not.toContain('third time');
  });

  it('in a case that is over is not sent, and says so; open again it is', async () => {
    const { robin, id } = await handOver();
    await channel.tap(priya, { do: 'case', case: id, act: 'resolve' }, { outcome: 'Restarted.' });
    await reads(robin, /Restarted\./);

    await channel.answer(priya, id, '@Kiku One thing more.');
    await channel.reads(new RegExp(`Case ${id} is over`));
    await channel.tap(ken, { do: 'case', case: id, act: 'reopen' });
    await channel.answer(priya, id, '@Kiku Another thing.');
    await reads(robin, /Another thing\./);

    expect(robin.text()).not.toContain('One thing more');
  });
});

describe('a picture of 30 MB', () => {
  it('is told of in the thread, with what was written, and the case goes on', async () => {
    const { robin } = await handOver();
    const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(30 * 1024 * 1024)]);

    await stage.teams.acts.say(robin.person, 'This is what I see.', [{ name: 'screen.png', type: 'image/png', base64: bytes.toString('base64') }]);
    await channel.reads(/sent a picture that is too large to be passed on/);
    await channel.reads(/This is what I see/);
    await robin.say('Is it large?');

    await channel.reads(/Is it large\?/);
  }, 60_000);
});

describe('a case that is handed back', () => {
  it('goes on with Kiku where it stopped', async () => {
    const { robin, id } = await handOver();

    await channel.tap(priya, { do: 'case', case: id, act: 'hand-back' });
    await reads(robin, /"act":"go-on"/);
    await robin.tap({ do: 'own-case', act: 'go-on' });

    await robin.client.waitFor(robin.person, () => robin.open().length === 1, WAIT_MS);
  });
});

describe('a kill', () => {
  it('loses no case and no word', async () => {
    const { robin, id } = await handOver();
    await robin.say('Before the kill.');
    await stage.restart();
    await robin.say('After the kill.');
    await channel.answer(priya, id, '@Kiku I am here.');

    await channel.reads(/Before the kill[\s\S]*After the kill/);
    await reads(robin, /I am here\./);
    expect(channel.text().match(/After the kill/g)).toHaveLength(1);
    expect(robin.text().match(/I am here/g)).toHaveLength(1);
  }, 60_000);
});

describe('the helpdesk’s queue', () => {
  it('is listed in the channel and in private, a page at a time, and leads to each card', async () => {
    const { id } = await handOver();
    await channel.tap(priya, { do: 'case', case: id, act: 'take' });
    for (let count = 0; count < 10; count += 1) await handOver();

    await channel.say(priya, '@Kiku open');
    await channel.reads(/Open cases[\s\S]*"do":"cases"/);
    const next = await channel.tap(priya, { do: 'cases', what: 'open' });
    expect(next).toMatchObject({ kind: 'card' });

    const agent = stage.actor(priya);
    await agent.client.say(priya, 'mine');
    await agent.client.waitFor(priya, () => agent.text().includes(`"case":"${id}"`), WAIT_MS);
    await agent.tap({ do: 'case', case: id, act: 'card' });
    await agent.client.waitFor(priya, () => agent.text().includes('"act":"hand-back"'), WAIT_MS);
  }, 60_000);

  it('names who is on call on what is new', async () => {
    await channel.say(priya, '@Kiku on call Ken Sato');
    await channel.reads(/Ken Sato is on call/);

    const { id } = await handOver();

    expect(channel.card(id)).toContain('Ken Sato');
  });

  it('withdraws a step for everybody, tells what people said of steps, and restores it', async () => {
    const robin = await stage.enter();
    await robin.say('OneDrive 0x8004de40, Windows 11, at home, web version works, only me');
    await robin.sees('outcome restart-onedrive');
    await robin.tap({ do: 'wrong', step: 'restart-onedrive' });

    await channel.say(priya, '@Kiku withdraw restart-onedrive');
    await channel.reads(/has withdrawn the step/);
    await channel.say(ken, '@Kiku reports');
    await channel.reads(/1 × wrong/);
    const other = await stage.enter();
    await other.say('OneDrive 0x8004de40, Windows 11, at home, web version works, only me');
    await other.client.waitFor(other.person, () => other.open().length > 0, WAIT_MS);
    expect(other.open()).not.toContain('outcome restart-onedrive');

    await channel.say(priya, '@Kiku restore restart-onedrive');
    await channel.reads(/has restored the step/);
    const third = await stage.enter();
    await third.say('OneDrive 0x8004de40, Windows 11, at home, web version works, only me');
    await third.sees('outcome restart-onedrive');
  });
});
