import type { Member, Roster } from '../desk-ports.ts';
import type { Address, Log } from '../ports.ts';

/** A minute: somebody who left the team can do nothing from then on. */
const KEEP_MS = 60_000;
/** While Teams does not answer, what it said last counts so long. */
const KEEP_IN_TROUBLE_MS = 10 * 60_000;
/** Somebody who is not among those known is asked about at once, but so often only, however often they tap. */
const ASK_AGAIN_MS = 5_000;
/** So many such people in so long: that is at most half of the 120 questions that Teams answers in 30 s. */
const MOST_STRANGERS = 10;
const STRANGERS_MS = 30_000;

/** Who is in the helpdesk's team, without asking Teams each time. */
export interface Members {
  /** Everybody; `null` when Teams cannot say. */
  all(channel: Address): Promise<readonly Member[] | null>;
  /** The member with this Entra or channel id, also one who has only just joined; `null`: there is none. */
  find(channel: Address, id: string): Promise<Member | null>;
  /** Whether Teams says that they are not in the team (any more). While it does not answer nobody has left. */
  hasLeft(channel: Address, id: string): Promise<boolean>;
}

/** Keeps what Teams said for a minute; those who ask meanwhile share one question. */
export function createMembers(roster: Roster, now: () => number, log: Log): Members {
  const known = new Map<string, { readonly members: readonly Member[]; readonly at: number }>();
  const asked = new Map<string, Promise<readonly Member[] | null>>();
  const strangers = new Map<string, number>();

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

  async function all(channel: Address): Promise<readonly Member[] | null> {
    const last = known.get(channel.conversation);
    if (last !== undefined && now() - last.at < KEEP_MS) return last.members;
    const under = asked.get(channel.conversation) ?? ask(channel);
    asked.set(channel.conversation, under);
    return under;
  }

  /** Whether this one may be asked about now; then it counts as asked. */
  function mayAsk(key: string): boolean {
    for (const [one, at] of strangers) if (now() - at >= STRANGERS_MS) strangers.delete(one);
    const last = strangers.get(key);
    if (last === undefined ? strangers.size >= MOST_STRANGERS : now() - last < ASK_AGAIN_MS) return false;
    strangers.set(key, now());
    return true;
  }

  async function joined(channel: Address, id: string): Promise<Member | null> {
    const { conversation } = channel;
    if (!mayAsk(`${conversation} ${id}`)) return null;
    try {
      const member = await roster.memberOf(channel, conversation, id);
      const last = known.get(conversation);
      if (member !== null && last !== undefined) known.set(conversation, { ...last, members: [...last.members, member] });
      return member;
    } catch (error) {
      log.warn({ error, tenant: channel.tenant }, 'whether somebody is in the helpdesk’s team could not be looked up');
      return null;
    }
  }

  return {
    all,
    async find(channel, id) {
      const members = (await all(channel)) ?? [];
      return members.find((one) => isCalled(one, id)) ?? (await joined(channel, id));
    },
    async hasLeft(channel, id) {
      const members = await all(channel);
      if (members === null || members.some((one) => isCalled(one, id))) return false;
      try {
        return (await roster.memberOf(channel, channel.conversation, id)) === null;
      } catch (error) {
        log.warn({ error, tenant: channel.tenant }, 'whether somebody has left the helpdesk’s team could not be looked up');
        return false;
      }
    },
  };
}

function isCalled({ id, channelId }: Member, called: string): boolean {
  return id === called || channelId === called;
}
