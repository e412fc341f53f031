import type { Incoming, Said } from '../../src/ports.ts';
import { channel } from '../storage/cases.ts';

/** What Ken of the helpdesk does in its channel, under the message with the id `root`. */
export function inThread(id: string, what: Said, root: string): Incoming {
  const conversation = `${channel.conversation};messageid=${root}`;
  return {
    id,
    at: 1,
    person: { tenant: 'contoso', id: 'ken', name: 'Ken' },
    conversation: { id: conversation, kind: 'channel', team: 'team' },
    address: { ...channel, conversation },
    locales: [],
    timeZone: null,
    what,
  };
}
