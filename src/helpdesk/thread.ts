import { setTimeout as pause } from 'node:timers/promises';
import type { HelpdeskStore } from '../alert-ports.ts';
import type { CaseStore } from '../case-ports.ts';
import type { Incoming } from '../ports.ts';
import { channelOf } from './spoken.ts';

/** What finding the case of a thread is made of. */
export interface ThreadParts {
  readonly cases: Pick<CaseStore, 'ofThread' | 'isCardComing'>;
  readonly helpdesk: Pick<HelpdeskStore, 'channel'>;
}

/** Somebody may answer under a card before Teams has said that it took it; for so long that is waited for. */
const PATIENCE_MS = 3_000;
const LOOK_EVERY_MS = 50;

/** Whether it was said under something that was there; a new post begins a thread with its own id. */
export function isReply({ id, conversation }: Incoming): boolean {
  const [, root] = conversation.id.split(';messageid=');
  return root !== undefined && root !== id;
}

/** Whether it was said in the helpdesk's channel. */
export async function isHelpdesk({ address, person }: Incoming, { helpdesk }: Pick<ThreadParts, 'helpdesk'>): Promise<boolean> {
  const channel = await helpdesk.channel(person.tenant);
  return channel !== null && channel.conversation === channelOf(address).conversation;
}

/** The case in whose thread it was said; `null`: in that of none. */
export async function caseOfThread(incoming: Incoming, parts: ThreadParts): ReturnType<CaseStore['ofThread']> {
  const { tenant } = incoming.person;
  const find = () => parts.cases.ofThread(tenant, incoming.conversation.id);
  const found = await find();
  if (found !== null || !(await isHelpdesk(incoming, parts))) return found;
  const { conversation } = channelOf(incoming.address);
  for (let waited = 0; waited < PATIENCE_MS && (await parts.cases.isCardComing(tenant, conversation)); waited += LOOK_EVERY_MS)
    await pause(LOOK_EVERY_MS);
  return find();
}
