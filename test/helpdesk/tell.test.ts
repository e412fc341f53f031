import { describe, expect, it } from '@jest/globals';
import type { HelpdeskPlaces } from '../../src/alert-ports.ts';
import { readerOf } from '../../src/helpdesk/tell.ts';
import type { Incoming } from '../../src/ports.ts';
import { channel } from '../storage/cases.ts';

const at = (conversation: string, kind: 'personal' | 'channel', changes: Partial<Incoming> = {}): Incoming => ({
  id: '1',
  at: 1,
  person: { tenant: 'contoso', id: 'ken', name: 'Ken' },
  conversation: { id: conversation, kind, team: null },
  address: { ...channel, conversation },
  locales: ['ja-JP'],
  timeZone: 'Asia/Tokyo',
  what: { kind: 'text', text: 'open' },
  ...changes,
});

const backup = '19:backup@thread.tacv2';
const bound: HelpdeskPlaces = {
  first: { address: channel, name: null, language: 'en' },
  backup: { address: { ...channel, conversation: backup }, name: null, language: 'ja' },
  movedAt: null,
};

const readerIn = (incoming: Incoming, places: HelpdeskPlaces | null = bound) =>
  readerOf(incoming, { helpdesk: { places: async () => places }, timeZoneOf: async () => 'Europe/London' });

describe('whoever reads what Kiku answers', () => {
  it.each([
    ['in private: an agent, as their client says', at('a:ken', 'personal'), { isPrivate: true, language: 'ja', timeZone: 'Asia/Tokyo' }],
    [
      'in private, when it says no zone: as it said before',
      at('a:ken', 'personal', { timeZone: null }),
      { language: 'ja', timeZone: 'Europe/London' },
    ],
    ['in private, when it says another language: the usual one', at('a:ken', 'personal', { locales: ['fr-FR'] }), { language: null }],
    ['in the channel: everybody', at(channel.conversation, 'channel'), { isPrivate: false, language: 'en', timeZone: null }],
    ['in a thread of the backup: as that speaks', at(`${backup};messageid=1`, 'channel'), { language: 'ja', timeZone: null }],
    ['in an older channel: as the helpdesk speaks', at('19:older@thread.tacv2;messageid=1', 'channel'), { language: 'en' }],
  ])('%s', async (_, incoming, reader) => {
    expect(await readerIn(incoming)).toMatchObject(reader);
  });

  it('reads the usual language where there is no helpdesk', async () => {
    expect(await readerIn(at(channel.conversation, 'channel'), null)).toMatchObject({ language: null });
  });
});
