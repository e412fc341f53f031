import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { LocalPerson } from '../../src/local/teams/people.ts';
import { Channel, castMember } from './channel.ts';
import { beginningOf } from './phrase.ts';
import { type Actor, Stage } from './stage.ts';

const WAIT_MS = 20_000;
const TROUBLE = 'OneDrive 0x8004de40, Windows 11, at home, web version works, only me';
const STEP = 'outcome restart-onedrive';

const { phrases } = loadKnowledge('knowledge');

let stage: Stage;
let channel: Channel;
let priya: LocalPerson;

beforeAll(async () => {
  stage = await Stage.open('postgresql', { HELPDESK_HOURS: 'always', QUIET_HOURS: 'none' });
  channel = new Channel(stage);
  priya = castMember(stage, 'priya');
  await channel.say(priya, '@Kiku helpdesk here');
  await channel.reads(/is the helpdesk's from now on/);
}, 60_000);
afterAll(() => stage.close());

const reads = (actor: Actor, words: string | RegExp) => actor.client.waitFor(actor.person, () => actor.text().match(words) !== null, WAIT_MS);

const finds = (actor: Actor, wanted: Readonly<Record<string, unknown>>) =>
  actor.client.waitFor(
    actor.person,
    () =>
      actor.entries().some((entry) => actor.actions(entry).some(({ data }) => Object.entries(wanted).every(([name, value]) => data[name] === value))),
    WAIT_MS,
  );

/** Sends what goes along; with the id of the case. */
async function send(actor: Actor, inputs: Readonly<Record<string, string>> = {}): Promise<string> {
  await actor.tap({ do: 'person' });
  await finds(actor, { do: 'send' });
  await actor.tap({ do: 'send' }, inputs);
  await finds(actor, { do: 'own-case', act: 'withdraw' });
  const taps = actor.entries().flatMap((entry) => actor.actions(entry).map(({ data }) => data));
  const id = String(taps.find((data) => data.act === 'withdraw')?.case);
  await channel.reads(new RegExp(`Case ${id}`));
  return id;
}

async function inTrouble(of: { locale?: string } = {}): Promise<Actor> {
  const robin = await stage.enter(of);
  await robin.say(TROUBLE);
  await robin.sees(STEP);
  return robin;
}

const resolve = (id: string, outcome: string) => channel.tap(priya, { do: 'case', case: id, act: 'resolve' }, { outcome });

describe('what goes along', () => {
  it('is seen and chosen before it is sent; the helpdesk gets the rest', async () => {
    const robin = await inTrouble();

    const id = await send(robin, { along: 'code,product,symptom' });

    expect(channel.card(id)).toContain('0x8004de40');
    expect(channel.card(id)).not.toContain('"Windows 11');
    expect(robin.open()).toEqual([]);
  });
});

describe('somebody whose case the helpdesk has', () => {
  it('writes, edits and deletes in the same chat, and Kiku says nothing but that the first was passed on', async () => {
    const robin = await inTrouble();
    const id = await send(robin);
    const before = robin.entries().length;

    const first = await robin.client.say(robin.person, 'I am in room 4.');
    const second = await robin.client.say(robin.person, 'It works in the browser.');
    await channel.reads(/room 4\..*\n*.*works in the browser/s);
    await robin.client.edit(robin.person, first.id, 'I am in room 5.');
    await channel.reads(/room 5\./);
    await stage.teams.acts.unsay(robin.person, second.id);
    await channel.reads(/deleted this message/);

    const said = robin.entries().slice(before);
    expect(said.map(({ activity }) => activity.text)).toEqual([phrases.get('own-case.passed-on')?.en]);
    expect(channel.text()).not.toMatch(/room 4\./);
    expect(id).not.toBe('');
  });

  it('begins another trouble beside it, and is asked for whom something is', async () => {
    const robin = await inTrouble();
    await send(robin);
    await robin.say('restart');
    await robin.sees('answer code');
    await robin.say('My phone number is 4711.');
    await finds(robin, { do: 'own-case', act: 'tell' });

    await robin.tap({ do: 'own-case', act: 'tell' });
    await channel.reads(/My phone number is 4711/);
    await robin.say('0x8004de88');

    await robin.sees('answer os');
  });

  it('withdraws it, and goes on where it stopped', async () => {
    const robin = await inTrouble();
    const id = await send(robin);

    await robin.tap({ do: 'own-case', act: 'withdraw' });

    await robin.sees(STEP);
    await channel.reads(/has withdrawn the case/);
    await channel.cardReads(id, 'Withdrawn');
    await robin.say('still failing');
    await robin.sees('outcome time-and-updates');
    expect(robin.entries().some((entry) => robin.actions(entry).some(({ data }) => data.act === 'withdraw'))).toBe(false);
  });
});

describe('when the helpdesk is done with it', () => {
  it.each(['en-GB', 'ja-JP'])('the outcome stands there in the agent’s words; yes ends the trip (%s)', async (locale) => {
    const language = locale === 'ja-JP' ? 'ja' : 'en';
    const robin = await inTrouble({ locale });
    const id = await send(robin);

    await resolve(id, 'I reset your sign-in in Entra.');
    await finds(robin, { do: 'own-case', act: 'helped' });
    expect(robin.text()).toContain('I reset your sign-in in Entra.');
    await robin.tap({ do: 'own-case', act: 'helped' });

    await reads(robin, beginningOf('solved.again', language));
  });

  it('no opens it again, and what is written goes on reaching the helpdesk', async () => {
    const robin = await inTrouble();
    const id = await send(robin);
    await resolve(id, 'Restarted.');
    await finds(robin, { do: 'own-case', act: 'not-helped' });

    await robin.tap({ do: 'own-case', act: 'not-helped' });
    await reads(robin, new RegExp(`${id} is open again`));
    await robin.say('The same error as before.');

    await channel.reads(/The same error as before/);
    await channel.cardReads(id, 'Waits for the helpdesk');
  });

  it('what is written after the end waits until it is said for whom it is, also over a kill', async () => {
    const robin = await inTrouble();
    const id = await send(robin);
    await resolve(id, 'Restarted.');
    await finds(robin, { do: 'own-case', act: 'helped' });
    await robin.say('My colleague Kim has the same since noon.');
    await finds(robin, { do: 'own-case', act: 'tell' });

    await stage.restart();
    await robin.tap({ do: 'own-case', act: 'tell' });

    await channel.reads(/My colleague Kim has the same since noon/);
  });

  it('handed back, it says by whom, and the trip goes on exactly where it stopped', async () => {
    const robin = await inTrouble();
    const id = await send(robin);

    await channel.tap(priya, { do: 'case', case: id, act: 'hand-back' });
    await finds(robin, { do: 'own-case', act: 'go-on' });
    expect(robin.text()).toMatch(new RegExp(`Priya Nair of the helpdesk has handed case ${id} back`));
    await robin.tap({ do: 'own-case', act: 'go-on' });

    await robin.sees(STEP);
  });
});
