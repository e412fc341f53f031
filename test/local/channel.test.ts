import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LOCAL_BOT, LOCAL_CHANNEL, type LocalPerson, localPerson } from '../../src/local/teams/people.ts';
import { type LocalStage, stage } from './stage.ts';

let on: LocalStage;
let priya: LocalPerson;
let ken: LocalPerson;

beforeEach(async () => {
  on = await stage();
  [priya, ken] = [person('priya'), person('ken')];
});
afterEach(() => on.close());

function person(key: string): LocalPerson {
  const found = on.teams.places.person(key);
  if (found === null) throw new Error(`${key} is missing.`);
  return found;
}

const say = (text: string, thread: string | null = null, who = priya) => on.teams.acts.sayInChannel(who, text, thread);
const heard = () => on.bot.received.map(({ type, text }) => [type, text]);
const consent = (isGiven: boolean) => on.call('POST', '/local/consent', { isGiven });

describe('what a bot hears in a channel', () => {
  it('is only what mentions it, while the team has not consented', async () => {
    await say('lunch?');
    await say('@Ken Sato, @Kikuchi, lunch?');
    await say('@Kiku open');

    expect(heard()).toEqual([['message', '<at>Kiku</at> open']]);
  });

  it('is everything once the team has consented, with the mentions marked, and no longer when that is taken back', async () => {
    await consent(true);
    await say('lunch?');
    await say('@Ken Sato and @kiku, lunch?');
    await consent(false);
    await say('dinner?');

    expect(heard()).toEqual([
      ['message', 'lunch?'],
      ['message', '<at>Ken Sato</at> and <at>Kiku</at>, lunch?'],
    ]);
    expect(on.bot.received[0]?.entities).toEqual([expect.objectContaining({ type: 'clientInfo' })]);
    expect(on.bot.received[1]?.entities).toMatchObject([
      { type: 'mention', mentioned: { id: ken.id, name: 'Ken Sato' } },
      { type: 'mention', mentioned: { id: LOCAL_BOT.id } },
      { type: 'clientInfo' },
    ]);
  });

  it('names the thread, and in replies the message that began it', async () => {
    await consent(true);
    const root = await say('it is broken');
    await say('which one?', root.id, ken);

    expect(on.bot.received).toMatchObject([
      { conversation: { id: `${LOCAL_CHANNEL.id};messageid=${root.id}` }, id: root.id },
      { conversation: { id: `${LOCAL_CHANNEL.id};messageid=${root.id}` }, replyToId: root.id },
    ]);
    expect(on.bot.received[0]).not.toHaveProperty('replyToId');
  });

  it.each([
    ['heard of when the team consented', true, 'a word', 'another', 2],
    ['not heard of without consent', false, 'a word', 'another', 0],
    ['heard of without consent when the bot is named', false, '@Kiku a word', '@Kiku another', 2],
    ['heard of without consent when the bot is named from then on', false, 'a word', '@Kiku another', 2],
  ])('edits and deletions are %s', async (_what, isGiven, first, second, count) => {
    await consent(isGiven);
    const { id } = await say(first);
    const before = on.bot.received.length;

    await on.teams.acts.edit(priya, id, second, LOCAL_CHANNEL.key);
    await on.teams.acts.unsay(priya, id, LOCAL_CHANNEL.key);

    const told = on.bot.received.slice(before);
    expect(told).toHaveLength(count);
    if (count === 2) {
      const place = { id: `${LOCAL_CHANNEL.id};messageid=${id}` };
      expect(told).toMatchObject([
        { type: 'messageUpdate', id, conversation: place, channelData: { eventType: 'editMessage' } },
        { type: 'messageDelete', id, conversation: place, channelData: { eventType: 'softDeleteMessage' } },
      ]);
      expect(told[1]).not.toHaveProperty('text');
    }
  });

  it('has no files and pictures in it: the HTML alone tells that there were some', async () => {
    await consent(true);
    const files = [
      { name: 'a.png', type: 'image/png', base64: '' },
      { name: 'b.txt', type: 'text/plain', base64: '' },
    ];

    const entry = await on.teams.acts.sayInChannel(priya, 'look', null, files);

    const told = on.bot.received[0]?.attachments as readonly { readonly contentType: string; readonly content: string }[];
    expect(told.map(({ contentType }) => contentType)).toEqual(['text/html']);
    expect(told[0]?.content).toMatch(/look.*<img.*<attachment/s);
    expect(entry.activity.attachments).toHaveLength(3);
  });
});

describe('a deletion', () => {
  it('in private is told with the id of what is gone', async () => {
    const { id } = await on.client.say(priya, 'oops');

    const gone = await on.client.unsay(priya, id);

    expect(gone.isDeleted).toBe(true);
    expect(on.bot.received.at(-1)).toMatchObject({ type: 'messageDelete', id, conversation: { id: priya.conversation } });
  });

  it('of somebody else’s message, or one that is gone, is none', async () => {
    const { id } = await say('@Kiku mine');
    await on.teams.acts.unsay(priya, id, LOCAL_CHANNEL.key);
    const before = on.bot.received.length;

    expect((await on.call('POST', '/local/unsay', { person: 'ken', conversation: LOCAL_CHANNEL.key, id })).status).toBe(404);
    expect((await on.call('POST', '/local/unsay', { person: 'priya', conversation: LOCAL_CHANNEL.key, id })).status).toBe(404);
    expect(on.bot.received).toHaveLength(before);
  });
});

describe('the team', () => {
  it('does not hold those who are outside of it', async () => {
    on.teams.places.add(localPerson({ key: 'guest', name: 'A Guest', locale: 'en-US', timeZone: 'UTC', isOutside: true }));
    on.teams.conversations.setInstalled(LOCAL_CHANNEL.key, true);

    const { body } = await on.call('GET', `/v3/conversations/${encodeURIComponent(LOCAL_CHANNEL.teamId)}/pagedmembers`);

    expect((body as { members: { name: string }[] }).members.map(({ name }) => name)).toEqual([
      'Sam Rivera',
      'Aiko Tanaka',
      'Priya Nair',
      'Ken Sato',
    ]);
  });
});

describe('a picture of a bot', () => {
  const post = async (attachment: object) => {
    await on.teams.acts.open(priya);
    const path = `/v3/conversations/${encodeURIComponent(priya.conversation)}/activities`;
    return on.call('POST', path, { type: 'message', text: 'Ken sent this', attachments: [attachment] });
  };
  const embedded = (bytes: number, type = 'image/png') => ({ contentType: type, contentUrl: `data:${type};base64,${'A'.repeat((bytes / 3) * 4)}` });

  it('is one message with its text', async () => {
    expect((await post(embedded(300_000))).status).toBe(201);
    expect(on.client.transcript(priya)).toHaveLength(1);
  });

  it.each([
    ['larger than 1 MB', embedded(1_200_000)],
    ['of another kind', embedded(300, 'image/svg+xml')],
    ['of nowhere', { contentType: 'image/png', contentUrl: 'http://example.com/a.png' }],
  ])('%s is refused', async (_what, attachment) => {
    expect((await post(attachment)).status).toBe(400);
  });
});
