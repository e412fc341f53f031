import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type LocalPerson, localPerson } from '../../src/local/teams/people.ts';
import type { Channel } from './channel.ts';
import { openHelpdesk, reads } from './helpdesk-stage.ts';
import { later, tend } from './later.ts';
import type { Actor, Stage } from './stage.ts';

const WAIT_MS = 20_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let stage: Stage;
let channel: Channel;
let priya: LocalPerson;
let ken: LocalPerson;

beforeAll(async () => {
  ({ stage, channel, priya, ken } = await openHelpdesk());
}, 60_000);
afterAll(() => stage.close());

async function handOver(): Promise<{ robin: Actor; id: string }> {
  const robin = await stage.enter();
  await robin.say('OneDrive 0x8004de40, Windows 11');
  await robin.say('I want to talk to a person');
  await reads(robin, /"act":"withdraw"/);
  const id = /"case":"([2-9A-HJ-NP-Z]{6})"/.exec(robin.text())?.[1] ?? '';
  await channel.reads(new RegExp(`Case ${id}`));
  return { robin, id };
}

const take = (agent: LocalPerson, id: string) => channel.tap(agent, { do: 'case', case: id, act: 'take' });
/** The mentions in what was said last in the thread of a case. */
const called = (id: string) =>
  channel
    .entries()
    .filter((entry) => entry.thread === channel.thread(id) && JSON.stringify(entry.activity.entities ?? []).includes('mention'))
    .map((entry) => entry.activity.entities);

describe('a case that nobody has answered in time', () => {
  it('calls whoever is on call, and whoever has taken it', async () => {
    await channel.say(priya, '@Kiku on call Ken Sato');
    await channel.reads(/Ken Sato is on call/);
    const [fresh, taken] = [await handOver(), await handOver()];
    await take(priya, taken.id);
    await channel.reads(/Priya Nair has taken the case/);

    await later(stage, 5 * HOUR);
    await channel.reads(/Nobody has answered[\s\S]*Nobody has answered/);

    const mention = ({ id, name }: LocalPerson) => [{ type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } }];
    expect([called(fresh.id), called(taken.id)]).toEqual([[mention(ken)], [mention(priya)]]);
    await channel.cardReads(fresh.id, 'Ken Sato');
  }, 60_000);
});

describe('the times on a card', () => {
  it('are an agent’s own in private, and in the channel those of everybody', async () => {
    const { id } = await handOver();
    const desk = stage.actor(ken);
    await channel.say(ken, '@Kiku open');
    await channel.reads(/"text":"Open cases"/);
    await desk.say('open');
    await reads(desk, /"text":"対応中のケース"/);
    await desk.say(`${id}`);
    await reads(desk, new RegExp(`ケース ${id}`));

    const zones = (text: string) => [...new Set(text.match(/\d\d:\d\d (?:UTC|JST|GMT\+9)/g)?.map((time) => time.slice(6)))];
    expect(zones(channel.text())).toEqual(['UTC']);
    expect(zones(desk.text())).toHaveLength(1);
    expect(zones(desk.text())).not.toEqual(['UTC']);
  }, 60_000);
});

describe('an employee who is silent', () => {
  it('is warned, then told that the case is closed; the card shows it; an answer opens it again once that is said', async () => {
    const { robin, id } = await handOver();
    await channel.answer(priya, id, '@Kiku Which network are you on?');
    await reads(robin, /Which network are you on/);

    await later(stage, 2 * DAY + HOUR);
    await reads(robin, new RegExp(`case ${id} closes in three days`));
    await channel.reads(/has been silent/);
    await channel.cardReads(id, 'Closes on');
    await later(stage, 3 * DAY + HOUR);
    await channel.reads(/The case was closed, because Robin Doe has not answered/);
    await reads(robin, /"act":"not-helped"|"act":"tell"|closed/);
    await channel.cardReads(id, 'Closed after silence');

    await robin.say('Sorry, I was away. It is the one at home.');
    await reads(robin, /"act":"tell"/);
    await robin.tap({ do: 'own-case', act: 'tell' });
    await channel.reads(/It is the one at home/);
    await channel.cardReads(id, 'Waits for the helpdesk');
  }, 40_000);

  it('whose case was closed begins another one with what they write, when they say so', async () => {
    const { robin, id } = await handOver();
    await channel.answer(priya, id, '@Kiku Any news?');
    await reads(robin, /Any news\?/);
    await later(stage, 2 * DAY + HOUR);
    await reads(robin, new RegExp(`case ${id} closes in three days`));
    await later(stage, 3 * DAY + HOUR);
    await channel.reads(/The case was closed, because Robin Doe has not answered[\s\S]*The case was closed, because Robin Doe has not answered/);

    await robin.say('Outlook asks for my password again and again.');
    await reads(robin, /"act":"new"/);
    await robin.tap({ do: 'own-case', act: 'new' });

    await robin.client.waitFor(robin.person, () => robin.open().length === 1, WAIT_MS);
    await channel.cardReads(id, 'Closed after silence');
    expect(channel.text()).not.toContain('asks for my password');
  }, 40_000);

  it('who answers the warning in time keeps the case open', async () => {
    const { robin, id } = await handOver();
    await channel.answer(priya, id, '@Kiku Does it work now?');
    await reads(robin, /Does it work now/);
    await later(stage, 2 * DAY + HOUR);
    await reads(robin, new RegExp(`case ${id} closes in three days`));

    await robin.say('Not yet.');
    await channel.reads(/Not yet\./);
    await later(stage, 4 * DAY);

    await channel.answer(priya, id, '@Kiku Thank you.');
    await reads(robin, /Thank you\./);
  }, 60_000);
});

describe('somebody of the helpdesk', () => {
  const nia = localPerson({ key: 'nia', name: 'Nia Jones', locale: 'en-GB', timeZone: 'Europe/London' });

  it('who joins the team can act at once; whoever is no member is refused', async () => {
    stage.teams.places.add({ ...nia, isOutside: true });
    const { id } = await handOver();
    await channel.tap(ken, { do: 'case', case: id, act: 'priority' }, { priority: 'high' });
    const refused = await take(localPerson({ key: 'eve', name: 'Eve', locale: 'en-GB', timeZone: 'Europe/London', isOutside: true }), id);
    expect(refused).toMatchObject({ kind: 'message', text: expect.stringContaining('Only members') });

    stage.teams.places.add(nia);
    const result = await take(nia, id);

    expect(result).toMatchObject({ kind: 'card' });
    await channel.reads(/Nia Jones has taken the case/);
  });

  it('who leaves the company loses their cases to the queue, and both sides are told', async () => {
    stage.teams.places.add(nia);
    const { robin, id } = await handOver();
    await take(nia, id);
    await reads(robin, /Nia Jones of the helpdesk has your case/);

    stage.teams.places.add({ ...nia, isOutside: true });
    await stage.restart('SIGTERM');
    await tend(stage);

    await channel.reads(/Nia Jones is no longer in the helpdesk's team/);
    await reads(robin, new RegExp(`no longer has your case ${id}`));
    await channel.cardReads(id, 'nobody yet');
    expect(await take(ken, id)).toMatchObject({ kind: 'card' });
  }, 60_000);
});
