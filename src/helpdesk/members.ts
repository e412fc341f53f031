import type { Member, Roster } from '../case-ports.ts';
import type { Address, Log } from '../ports.ts';

/** A minute: somebody who left the team can do nothing from then on. */
const KEEP_MS = 60_000;
/** While Teams does not answer, what it said last counts so long. */
const KEEP_IN_TROUBLE_MS = 10 * 60_000;

/** Who is in the helpdesk's team, without asking Teams each time. */
export interface Members {
  /** Everybody; `null` when Teams cannot say. */
  all(channel: Address): Promise<readonly Member[] | null>;
}

/** Keeps what Teams said for a minute; those who ask meanwhile share one question. */
export function createMembers(roster: Pick<Roster, 'membersOf'>, now: () => number, log: Log): Members {
  const known = new Map<string, { readonly members: readonly Member[]; readonly at: number }>();
  const asked = new Map<string, Promise<readonly Member[] | null>>();

  async function ask(channel: Address): Promise<readonly Member[] | null> {
    const { conversation } = channel;
    try {
      const members = await roster.membersOf(channel, conversation);
      known.set(conversation, { members, at: now() });
      return members;
    } catch (error) {
      log.warn({ error, tenant: channel.tenant }, 'who is in the helpdesk’s team could not be looked up');
      const last = known.get(conversation);
      return last !== undefined && now() - last.at < KEEP_IN_TROUBLE_MS ? last.members : null;
    } finally {
      asked.delete(conversation);
    }
  }

  return {
    async all(channel) {
      const last = known.get(channel.conversation);
      if (last !== undefined && now() - last.at < KEEP_MS) return last.members;
      const under = asked.get(channel.conversation) ?? ask(channel);
      asked.set(channel.conversation, under);
      return under;
    },
  };
}
