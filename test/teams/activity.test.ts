import { describe, expect, it } from '@jest/globals';
import type { Incoming, Said } from '../../src/ports.ts';
import { type Reading, readActivity } from '../../src/teams/activity.ts';
import { activity, SERVICE, TENANT } from './running.ts';

const NOW = 1_780_000_000_000;

function read(changes: Readonly<Record<string, unknown>>): Reading {
  const posted = activity(changes);
  return readActivity(String(posted.type), posted, NOW);
}

function incoming(changes: Readonly<Record<string, unknown>> = {}): Incoming {
  const reading = read(changes);
  if (reading.kind !== 'turn') throw new Error(`A turn was expected, not ${reading.kind}.`);
  return reading.incoming;
}

const what = (changes: Readonly<Record<string, unknown>>): Said => incoming(changes).what;

const mention = (id: string, name: string) => ({ type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } });
const ours = mention('28:kiku', 'Kiku');

describe('who and where', () => {
  it('come from the activity', () => {
    const { person, conversation, address, at, id } = incoming();

    expect({ person, conversation, address, at, id }).toEqual({
      person: { tenant: TENANT, id: 'aoi', name: 'Aoi Sato' },
      conversation: { id: 'a:conversation', kind: 'personal', team: null },
      address: { serviceUrl: SERVICE, conversation: 'a:conversation', tenant: TENANT, bot: { id: '28:kiku', name: 'Kiku' } },
      at: NOW,
      id: '1700000000001',
    });
  });

  it("fall back to the channel's id for a person without an Entra id", () => {
    expect(incoming({ from: { id: '29:guest' } }).person).toEqual({ tenant: TENANT, id: '29:guest', name: '' });
  });

  it.each([
    [{ conversationType: 'personal' }, 'personal'],
    [{ conversationType: 'groupChat' }, 'group'],
    [{ conversationType: 'channel' }, 'channel'],
    [{ conversationType: 'invented-later' }, 'group'],
    [{}, 'personal'],
    [{ isGroup: true }, 'group'],
  ])('%j is %s', (conversation, kind) => {
    expect(incoming({ conversation: { id: 'c', tenantId: TENANT, ...conversation } }).conversation.kind).toBe(kind);
  });
});

describe('language and time zone', () => {
  const client = { type: 'clientInfo', locale: 'ja-JP', timezone: 'Asia/Tokyo' };

  it.each([
    ['the activity before the client', { locale: 'en-GB', localTimezone: 'Europe/London', entities: [client] }, ['en-GB', 'ja-JP'], 'Europe/London'],
    ['the client when the activity says nothing', { entities: [client] }, ['ja-JP'], 'Asia/Tokyo'],
    ['no zone that Intl does not know', { localTimezone: 'Tokyo Standard Time', entities: [client] }, ['ja-JP'], 'Asia/Tokyo'],
    ['no offset for a zone', { localTimezone: '+09:00' }, [], null],
    [
      'no nonsense',
      { locale: '../../etc', localTimezone: 'Mars/Olympus', entities: ['clientInfo', null, { type: 'clientInfo', locale: 7 }] },
      [],
      null,
    ],
    ['nothing twice', { locale: 'ja-JP', entities: [client] }, ['ja-JP'], 'Asia/Tokyo'],
  ])('%s', (_what, changes, locales, timeZone) => {
    const found = incoming(changes);

    expect([found.locales, found.timeZone]).toEqual([locales, timeZone]);
  });
});

describe('what a person wrote (trap 10)', () => {
  const namesake = mention('29:other', 'Kiku');
  const hana = mention('29:hana', 'Hana Ito');

  it.each([
    ['a mention in front', '<at>Kiku</at> help', [ours], 'help'],
    ['every mention of the bot', '<at>Kiku</at> help <at>Kiku</at> now', [ours, ours], 'help now'],
    ['more tags than entities', '<at>Kiku</at> help <at>Kiku</at> now', [ours], 'help now'],
    ['a mention behind', 'help <at>Kiku</at>', [ours], 'help'],
    ['&nbsp; after it', '<at>Kiku</at>&nbsp;help&nbsp;me', [ours], 'help me'],
    ['another person, as their name', '<at>Kiku</at> <at>Hana Ito</at> has it too', [ours, hana], 'Hana Ito has it too'],
    ['a person called like the bot', '<at>Kiku</at> ask <at>Kiku</at> please', [ours, namesake], 'ask Kiku please'],
    ['a person called like the bot, first', '<at>Kiku</at> and <at>Kiku</at> help', [namesake, ours], 'Kiku and help'],
    ['numbered tags', '<at id="0">Kiku</at> ask <at id="1">Hana Ito</at>', [ours, hana], 'ask Hana Ito'],
    ['numbered tags without entities', '<at id="0">Kiku</at> ask <at id="1">Hana Ito</at>', [], 'ask Hana Ito'],
    ['words grown together', 'a<at>Kiku</at> b', [ours], 'a b'],
    ['another case', '<AT>KIKU</AT> help', [ours], 'help'],
    ['a mention and nothing else', '<at>Kiku</at>', [ours], ''],
    ['no text at all', undefined, [ours], ''],
    ['an empty text', '', [], ''],
    ['a tag that never closes', '<at>Kiku help', [ours], '<at>Kiku help'],
    ['broken entities', '<at>Kiku</at> help', [null, 'x', { type: 'mention' }, ours], 'help'],
    ['control characters', 'a\u0000b\u0007c\td\r\ne\u009f', [], 'abc\td\ne'],
    ['half a character', 'a\ud800b', [], 'a\ufffdb'],
    ['Japanese', '<at>Kiku</at> OneDriveに接続できません', [ours], 'OneDriveに接続できません'],
  ])('%s', (_what, text, entities, expected) => {
    expect(what({ text, entities })).toEqual({ kind: 'text', text: expected });
  });

  it('is kept whole when it is long', () => {
    expect(what({ text: 'x'.repeat(30_000) })).toEqual({ kind: 'text', text: 'x'.repeat(30_000) });
  });

  it('costs little when it is nothing but open tags', () => {
    const started = performance.now();

    what({ text: '<at>'.repeat(60_000) });
    what({ text: '<at '.repeat(60_000) });

    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('what a person did', () => {
  const html = { contentType: 'text/html', content: '<p>hello</p>' };
  const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';
  const file = {
    contentType: DOWNLOAD,
    contentUrl: 'https://contoso.sharepoint.com/personal/aoi/log.txt',
    name: 'log.txt',
    content: { downloadUrl: 'https://download.example/secret' },
  };
  const picture = { contentType: 'image/*', contentUrl: `${SERVICE}v3/attachments/1/views/original` };
  const sent = { name: 'log.txt', kind: 'file', url: file.contentUrl, contentType: DOWNLOAD } as const;
  const pasted = { name: '', kind: 'picture', url: picture.contentUrl, contentType: 'image/*' } as const;
  const unknown = { name: '', url: '', contentType: '' } as const;
  const twin = (content: string) => ({ contentType: 'text/html', content });

  it.each<[string, Readonly<Record<string, unknown>>, Said]>([
    ['text with its HTML twin', { attachments: [html] }, { kind: 'text', text: 'hello' }],
    ['files', { attachments: [html, file, picture] }, { kind: 'files', text: 'hello', files: [sent, pasted] }],
    ['a file without words', { text: undefined, attachments: [file] }, { kind: 'files', text: '', files: [sent] }],
    [
      'a file that is nowhere on the web',
      { attachments: [{ contentType: DOWNLOAD, contentUrl: 'file:///etc/passwd', name: 'a\nb' }] },
      { kind: 'files', text: 'hello', files: [{ ...sent, name: 'a b', url: '' }] },
    ],
    [
      'a picture of which Teams only hands over the HTML',
      { attachments: [twin('<p>hello <img itemtype="http://schema.skype.com/AMSImage" src="https://x.example/y"></p>')] },
      { kind: 'files', text: 'hello', files: [{ ...unknown, kind: 'picture' }] },
    ],
    [
      'a file of which Teams only hands over the HTML',
      { attachments: [twin('<p>hello<attachment id="4"></attachment></p>')] },
      { kind: 'files', text: 'hello', files: [{ ...unknown, kind: 'file' }] },
    ],
    [
      'an emoji, which is no picture',
      { attachments: [twin('<p>hello <img alt="x" itemtype="http://schema.skype.com/Emoji" src="x"></p>')] },
      { kind: 'text', text: 'hello' },
    ],
    ['a submitted card', { text: undefined, value: { do: 'start' }, replyToId: '17' }, { kind: 'tap', data: { do: 'start' }, isInPlace: false }],
    ['a submitted card with text', { text: 'Start', value: { do: 'start' } }, { kind: 'tap', data: { do: 'start' }, isInPlace: false }],
    ['an edit', { type: 'messageUpdate', channelData: { eventType: 'editMessage' } }, { kind: 'edit', text: 'hello', of: '1700000000001' }],
    [
      'an undone deletion',
      { type: 'messageUpdate', channelData: { eventType: 'undeleteMessage' } },
      { kind: 'edit', text: 'hello', of: '1700000000001' },
    ],
    [
      'a deletion',
      { type: 'messageDelete', text: undefined, channelData: { eventType: 'softDeleteMessage' } },
      { kind: 'unsay', of: '1700000000001' },
    ],
    ['an installation', { type: 'installationUpdate', action: 'add' }, { kind: 'install' }],
    ['an installation by upgrade', { type: 'installationUpdate', action: 'Add-Upgrade' }, { kind: 'install' }],
    ['a removal', { type: 'installationUpdate', action: 'remove' }, { kind: 'remove' }],
    ['a removal by upgrade', { type: 'installationUpdate', action: 'REMOVE-UPGRADE' }, { kind: 'remove' }],
  ])('%s', (_what, changes, expected) => {
    expect(what(changes)).toEqual(expected);
  });

  it.each([
    ['typing', { type: 'typing' }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['members', { type: 'conversationUpdate', membersAdded: [{ id: '28:kiku' }] }],
    ['a deletion of nothing', { type: 'messageDelete', id: undefined }],
    ['an update without channel data', { type: 'messageUpdate', channelData: undefined }],
    ['an installation of an unknown kind', { type: 'installationUpdate', action: 'pause' }],
    ['a type from the future', { type: 'telepathy' }],
  ])('%s needs no turn', (_what, changes) => {
    expect(read(changes)).toEqual({ kind: 'nothing' });
  });

  it('is another input for each edit of a message, and the same for an edit sent twice', () => {
    const edit = (timestamp: string | undefined, text: string) =>
      incoming({ type: 'messageUpdate', channelData: { eventType: 'editMessage' }, timestamp, text }).id;

    expect(edit('t1', 'a')).toBe(edit('t1', 'a'));
    expect(new Set([incoming().id, edit('t1', 'a'), edit('t2', 'a'), edit(undefined, 'a'), edit(undefined, 'b')]).size).toBe(5);
  });
});

describe('whom a message is for', () => {
  const channel = { conversation: { id: '19:x@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: TENANT } };
  const ken = mention('29:ken', 'Ken Sato');

  it.each([
    ['a message in a channel that names Kiku', { ...channel, text: '<at>Kiku</at> hi', entities: [ours] }, true, []],
    ['one that names nobody', { ...channel }, false, []],
    ['one that names somebody else', { ...channel, entities: [ken, ken] }, false, [{ id: '29:ken', name: 'Ken Sato' }]],
    ['one that names both', { ...channel, entities: [ken, ours] }, true, [{ id: '29:ken', name: 'Ken Sato' }]],
    ['an edit that names nobody', { ...channel, type: 'messageUpdate', channelData: { eventType: 'editMessage' } }, false, []],
    ['a tap in a channel', { ...channel, value: { do: 'start' } }, true, []],
    ['a message in private', {}, true, []],
  ])('%s', (_what, changes, isToKiku, mentions) => {
    expect(incoming(changes)).toMatchObject({ isToKiku, mentions });
  });
});

describe('an invoke', () => {
  const invoke = (value: unknown, name = 'adaptiveCard/action') => read({ type: 'invoke', name, value, replyToId: '17' });
  const tapped = (action: unknown) => {
    const reading = invoke({ action });
    return reading.kind === 'turn' ? reading.incoming.what : reading;
  };

  it.each([
    ['its data', { type: 'Action.Execute', verb: 'ignored', data: { do: 'help' } }, { do: 'help' }],
    ['its verb when the data says nothing to do', { type: 'Action.Execute', verb: 'help', data: { x: 1 } }, { x: 1, do: 'help' }],
    ['its verb without data', { type: 'Action.Execute', verb: 'help' }, { do: 'help' }],
    ['nothing', { type: 'Action.Execute', data: null }, {}],
  ])('is a tap with %s', (_what, action, data) => {
    expect(tapped(action)).toEqual({ kind: 'tap', data, isInPlace: true });
  });

  it.each([
    ['no value', undefined],
    ['a word', 'x'],
    ['an empty value', {}],
    ['no action', { action: null }],
    ['another action', { action: { type: 'Action.Submit', data: {} } }],
    ['data that is a list', { action: { type: 'Action.Execute', data: [1] } }],
    ['data that is a word', { action: { type: 'Action.Execute', data: 'do' } }],
  ])('with %s is malformed', (_what, value) => {
    expect(invoke(value)).toMatchObject({ kind: 'malformed', isInvoke: true });
  });

  it('of another name is not known', () => {
    expect(invoke({}, 'task/fetch')).toEqual({ kind: 'unknown-invoke' });
  });
});
