import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LocalPerson } from '../../src/local/teams/people.ts';
import { type Channel, castMember } from './channel.ts';
import { openHelpdesk, reads } from './helpdesk-stage.ts';
import type { Actor, Stage } from './stage.ts';

const WAIT_MS = 20_000;
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC';

let stage: Stage;
let channel: Channel;
let priya: LocalPerson;
let ken: LocalPerson;

beforeAll(async () => {
  ({ stage, channel, priya, ken } = await openHelpdesk());
}, 60_000);
afterAll(() => stage.close());

/** Hands a trouble over; resolves with the id of the case. */
async function handOver(actor: Actor, trouble = 'OneDrive 0x8004de40, Windows 10'): Promise<string> {
  await actor.say(trouble);
  await actor.say('I want to talk to a person');
  await reads(actor, /\b[2-9A-HJ-NP-Z]{6}\b.*own-case/);
  const id = /"case":"([2-9A-HJ-NP-Z]{6})"/.exec(actor.text())?.[1] ?? '';
  await channel.reads(new RegExp(`Case ${id}`));
  return id;
}

/** What goes wrong at the Graph that the program reads. */
async function graphFault(fault: object): Promise<void> {
  const [, origin] = /Graph {3}stood in for on this machine \((\S+)\)/.exec(stage.program.output().stdout) ?? [];
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${origin}/local/graph-faults`, { method: 'POST', headers, body: JSON.stringify(fault) });
  if (!response.ok) throw new Error(`The local Graph answered ${response.status}.`);
}

/** Waits until the card of a case reads so. */
async function cardReads(id: string, words: RegExp): Promise<string> {
  const end = Date.now() + WAIT_MS;
  while (!words.test(channel.card(id))) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${words}: ${channel.card(id)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return channel.card(id);
}

describe('what the organisation has on file of an employee', () => {
  it('comes onto the card that stands there, and the Windows that is managed stands beside the one that was named', async () => {
    const sam = stage.actor(castMember(stage, 'sam'));
    await stage.teams.acts.open(sam.person);

    const id = await handOver(sam);

    const card = await cardReads(id, /Accountant, Finance/);
    expect(card).toContain('Windows 10');
    expect(card).toMatch(/device management says Windows 11/);
    expect(channel.entries().filter((entry) => entry.activity.summary?.includes(id))).toHaveLength(1);
  });

  it('is a line that says so when Graph does not know them', async () => {
    const robin = await stage.enter();

    const id = await handOver(robin);

    await cardReads(id, /Microsoft Graph does not know the employee/);
  });

  it('names the permission that is missing; the case is there all the same, and can be worked on meanwhile', async () => {
    for (const on of ['users', 'managedDevices']) await graphFault({ kind: on === 'users' ? 'no-permission' : 'hang', on });
    const robin = await stage.enter();

    const id = await handOver(robin);
    await channel.tap(priya, { do: 'case', case: id, act: 'take' });
    await channel.reads(/Priya Nair has taken the case/);
    expect(channel.card(id)).not.toContain('Microsoft Graph');

    await cardReads(id, /User\\*\.Read\\*\.All.*said nothing about their devices/);
    expect(channel.card(id)).toContain('Priya Nair');
  }, 60_000);
});

describe('a picture that an agent puts into the channel', () => {
  it('is told to the agent once, and reaches the employee when it is sent in private', async () => {
    const robin = await stage.enter();
    const id = await handOver(robin);
    const picture = { name: 'screen.png', type: 'image/png', base64: PNG };

    await channel.answer(priya, id, '@Kiku Look here', [picture]);
    await reads(robin, /put a picture into the channel/);
    await channel.reads(/hands pictures and files in a channel to no bot/);
    await channel.answer(priya, id, '@Kiku And here', [picture]);
    await reads(robin, /And here/);
    await stage.teams.acts.say(priya, `${id}: here it is`, [picture]);
    await robin.client.waitFor(
      robin.person,
      () => robin.entries().some((entry) => JSON.stringify(entry.activity).includes('data:image/png')),
      WAIT_MS,
    );

    expect(channel.text().match(/in a channel to no bot/g)).toHaveLength(1);
  });
});

describe('a question that an agent picks', () => {
  it('reaches the employee with its answers, and comes back as a fact on the card that stands there', async () => {
    const robin = await stage.enter();
    const id = await handOver(robin, 'OneDrive 0x8004de40, Windows 11');

    await channel.tap(priya, { do: 'case', case: id, act: 'ask' }, { fact: 'network' });
    await channel.reads(/Priya Nair has asked the employee: "Where is the device connected/);
    await reads(robin, /A question from Priya Nair of the helpdesk/);
    await cardReads(id, /Asked and not answered/);
    await robin.tap({ do: 'case-answer', case: id, fact: 'network', value: 'vpn' });

    const card = await cardReads(id, /Network: .{0,40}VPN.{0,10}picked/);
    expect(card).not.toContain('Asked and not answered');
    await channel.reads(/Robin Doe:.*VPN/);
  });

  it('may be answered in words, in the employee’s language', async () => {
    const aiko = await stage.enter({ locale: 'ja-JP' });
    await aiko.say('OneDriveに接続できません。0x8004de40 Windows 11');
    await aiko.say('担当者に相談したい');
    await reads(aiko, /"case":"([2-9A-HJ-NP-Z]{6})"/);
    const id = /"case":"([2-9A-HJ-NP-Z]{6})"/.exec(aiko.text())?.[1] ?? '';
    await channel.reads(new RegExp(`Case ${id}`));

    await channel.tap(priya, { do: 'case', case: id, act: 'ask' }, { fact: 'web', question: 'よろしくお願いします。' });
    await reads(aiko, /Priya Nair からの質問です/);
    expect(aiko.text()).toContain('よろしくお願いします');
    await aiko.say('ブラウザーでは使えます');

    await cardReads(id, /It works.{0,20}ブラウザーでは使えます/);
  });

  it('that Kiku does not have is refused in a sentence', async () => {
    const robin = await stage.enter();
    const id = await handOver(robin);

    const answers = [];
    for (const inputs of [{ fact: 'shoe-size' }, { fact: 'join-by-hand', question: 'x' }, { fact: '', question: ' ' }])
      answers.push(await channel.tap(priya, { do: 'case', case: id, act: 'ask' }, inputs));

    expect(answers).toEqual(Array.from({ length: 3 }, () => expect.objectContaining({ kind: 'message' })));
  });
});

describe('a case that is given', () => {
  it('goes to somebody of the team, and to nobody outside, who is told of in a sentence', async () => {
    const robin = await stage.enter({ isOutside: true });
    const id = await handOver(robin);

    const refused = await channel.tap(priya, { do: 'case', case: id, act: 'give' }, { to: robin.person.aadObjectId });
    const nobody = await channel.tap(priya, { do: 'case', case: id, act: 'give' }, { to: '' });
    await channel.tap(priya, { do: 'case', case: id, act: 'give' }, { to: ken.aadObjectId.toUpperCase() });

    expect(refused).toMatchObject({ kind: 'message', text: expect.stringContaining('members of the helpdesk') });
    expect(nobody).toMatchObject({ kind: 'message', text: expect.stringContaining('choose') });
    await channel.reads(/Priya Nair has given the case to Ken Sato/);
  });

  it('goes to somebody who has only just joined the team', async () => {
    const id = await handOver(await stage.enter());
    const hana = await stage.enter();

    await channel.tap(priya, { do: 'case', case: id, act: 'give' }, { to: hana.person.aadObjectId });

    await cardReads(id, /"title":"Taken by","value":"Robin Doe"/);
  });
});
