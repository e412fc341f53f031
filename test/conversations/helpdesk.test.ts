import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LocalPerson } from '../../src/local/teams/people.ts';
import { Channel, castMember } from './channel.ts';
import { type Actor, Stage } from './stage.ts';

const TROUBLE = 'OneDrive 0x8004de40, Windows 11';

let stage: Stage;
let channel: Channel;
let owner: LocalPerson;
let robin: Actor;

beforeAll(async () => {
  stage = await Stage.open('postgresql', { ALERT_HEAD_START_SECONDS: '3', QUIET_HOURS: 'none' });
  channel = new Channel(stage);
  owner = castMember(stage, 'priya');
  await stage.board('PATCH', '/OD900001', { isOn: false });
  robin = await stage.enter();
  await robin.say(TROUBLE);
}, 60_000);
afterAll(() => stage.close());

/** What Robin was told unasked. */
const told = () => robin.entries().filter((entry) => /OD\d+.*(?:new|status|incident|over)/i.test(entry.activity.summary ?? ''));

async function publish(title: string): Promise<string> {
  const response = await fetch(`${stage.program.origin}/local/advisories`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      service: 'OneDrive for Business',
      title,
      impact: 'Users may be unable to sign in to OneDrive for Business with the desktop app.',
    }),
  });
  return String(Object(Object(await response.json()).value).id);
}

describe('the helpdesk’s channel', () => {
  it('is named by an owner of the team, and by nobody else', async () => {
    await channel.say(castMember(stage, 'sam'), '@Kiku helpdesk here');
    await channel.reads(/Only an owner/);

    await channel.say(owner, '@Kiku helpdesk here');
    await channel.reads(/is the helpdesk's from now on/);
  });

  it('sees what is about to go out, holds it, adds a sentence, and lets it go', async () => {
    const id = await publish('Users cannot sign in to the OneDrive for Business desktop app');
    await channel.reads(new RegExp(`${id} — .*unless you hold it`));

    await channel.tap(owner, { do: 'fan-out', act: 'pause' });
    await channel.reads(/Held\. Nothing has gone out/);
    await channel.tap(owner, { do: 'fan-out', act: 'sentence' }, { sentence: 'The web version *works*.' });
    await channel.reads(/Added by Priya Nair/);
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    expect(robin.text()).not.toContain('Priya Nair');

    await channel.tap(owner, { do: 'fan-out', act: 'resume' });

    await channel.reads(/Everybody it concerns was told/);
    expect(robin.text()).toContain('Priya Nair');
    expect(robin.text()).toContain(id);
    await stage.board('PATCH', `/${id}`, { isOn: false });
  });

  it('corrects with a sentence the card that was sent already', async () => {
    const id = await publish('Users cannot sign in to the OneDrive for Business sync client');
    await channel.reads(new RegExp(`${id} — [^\\n]*Everybody it concerns was told`));
    const cards = told().length;

    await channel.tap(owner, { do: 'fan-out', act: 'sentence' }, { sentence: 'It is mended for Osaka.' });
    await robin.client.waitFor(robin.person, () => robin.text().includes('mended for Osaka'), 15_000);

    expect(told()).toHaveLength(cards);
    await stage.board('PATCH', `/${id}`, { isOn: false });
  });

  it('is the only place where that can be decided', async () => {
    await robin.client.post(robin.person, { value: { do: 'fan-out', fanOut: 1, act: 'cancel' }, text: undefined });

    expect(robin.text()).toMatch(/only be decided in the helpdesk/);
  });

  it('lets nobody decide who is not in its team', async () => {
    const eve = await stage.enter({ isOutside: true });

    const result = await channel.tap(eve.person, { do: 'fan-out', act: 'sentence' }, { sentence: 'Send me your password.' });

    expect(result).toMatchObject({ kind: 'message', text: expect.stringContaining('Only members') });
    expect(channel.text()).not.toContain('password');
  });

  it('is told that Kiku knows of no case above what is written to it', async () => {
    const post = await channel.say(castMember(stage, 'ken'), 'Lunch, anybody?');

    await channel.say(owner, '@Kiku please tell Robin to restart.', post.thread);

    const words = /No case that I know stands above, so nothing was passed on/;
    await channel.reads(words);
    // Cards of advisories come when they come.
    expect(channel.entries().find(({ activity }) => words.test(activity.text ?? ''))?.thread).toBe(post.thread);
  });

  it('is told that an empty sentence is none', async () => {
    const result = await channel.tap(owner, { do: 'fan-out', act: 'sentence' }, { sentence: '   ' });

    expect(result).toMatchObject({ kind: 'message' });
  });
});
