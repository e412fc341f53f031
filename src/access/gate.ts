import type { Messenger } from '../messenger-ports.ts';
import type { Incoming, Log, Message } from '../ports.ts';
import type { Admission } from './admission.ts';

/** What the gate is made of. */
export interface GateParts {
  readonly admission: Admission;
  /** Whoever belongs to the helpdesk's team may work with cases, in the group or not. */
  readonly isAgent: (incoming: Incoming) => Promise<boolean>;
  /** A sentence in the language of whoever wrote. */
  readonly render: (phrase: 'access.not-allowed' | 'access.not-known', incoming: Incoming) => Message;
  readonly log: Log;
}

/** What is said to whoever is not let in. `answer`: over the card that was tapped. */
export interface TurnedAway {
  readonly answer: Message | null;
}

/** Stands before every turn. `null`: they are let in. */
export interface Gate {
  check(incoming: Incoming, messenger: Messenger): Promise<TurnedAway | null>;
  /** After what they wrote was taken in. */
  took(incoming: Incoming): Promise<void>;
}

/** Nobody is asked who they are where no group is named. */
export const OPEN: Gate = { check: async () => null, took: async () => undefined };

/** Lets in who is in the group. Nothing is kept of anybody else; whoever takes Kiku away is always heard, since that deletes what is kept of them. */
export function createGate({ admission, isAgent, render, log }: GateParts): Gate {
  return {
    async check(incoming, messenger) {
      if (incoming.what.kind === 'remove') return null;
      const standing = await admission.standing(incoming.person);
      if (standing === 'in' || (await isAgent(incoming))) return null;
      log.info({ standing, tenant: incoming.person.tenant, kind: incoming.what.kind }, 'somebody was not let in');
      return turnAway(incoming, render(standing === 'out' ? 'access.not-allowed' : 'access.not-known', incoming), messenger);
    },
    async took(incoming) {
      if (incoming.what.kind !== 'remove') await admission.took(incoming.person);
    },
  };
}

async function turnAway(incoming: Incoming, message: Message, messenger: Messenger): Promise<TurnedAway> {
  const { what, isToKiku = true, address } = incoming;
  if (what.kind === 'tap' && what.isInPlace) return { answer: message };
  const isSaid = what.kind !== 'edit' && what.kind !== 'unsay' && isToKiku;
  if (isSaid) await messenger.post(address, message);
  return { answer: null };
}
