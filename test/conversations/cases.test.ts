import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LocalPerson } from '../../src/local/teams/people.ts';
import { Channel, castMember } from './channel.ts';
import { type Actor, Stage } from './stage.ts';

const WAIT_MS = 10_000;

let stage: Stage;
let channel: Channel;
let priya: LocalPerson;
let ken: LocalPerson;

beforeAll(async () => {
  stage = await Stage.open('postgresql', { HELPDESK_HOURS: 'always', QUIET_HOURS: 'none' });
  channel = new Channel(stage);
  priya = castMember(stage, 'priya');
  ken = castMember(stage, 'ken');
  await channel.say(priya, '@Kiku helpdesk here');
  await channel.reads(/is the helpdesk's from now on/);
}, 60_000);
afterAll(() => stage.close());

const reads = (actor: Actor, words: string | RegExp) => actor.client.waitFor(actor.person, () => actor.text().match(words) !== null, WAIT_MS);

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
    expect(channel.card(id)).toContain('Resolved');
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
    await channel.reads(/in private to Kiku.*Please restart it once/);
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

describe('the helpdesk’s queue', () => {
  it('is listed in the channel and in private, a page at a time, and leads to each card', async () => {
    const { id } = await handOver();
    await channel.tap(priya, { do: 'case', case: id, act: 'take' });

    await stage.teams.acts.say(priya, 'mine');
    await channel.say(priya, '@Kiku open');
    await channel.reads(/Open cases/);
  });

  it('names who is on call on what is new', async () => {
    await channel.say(priya, '@Kiku on call Ken Sato');
    await channel.reads(/Ken Sato is on call/);

    const { id } = await handOver();

    expect(channel.card(id)).toContain('Ken Sato');
  });
});
