import type { Agent } from '../case-ports.ts';
import type { DeskNotesStore, Member, WithdrawnStore } from '../desk-ports.ts';
import type { Finding } from '../doctor/finding.ts';
import type { Knowledge } from '../knowledge/content.ts';
import type { Incoming, Log } from '../ports.ts';
import type { View } from '../views.ts';
import type { DeskCommand } from './channel-text.ts';

/** What agents ask of Kiku itself is done with this. */
export interface ObeyParts {
  readonly notes: DeskNotesStore;
  readonly withdrawn: WithdrawnStore;
  readonly knowledge: () => Knowledge;
  /** Which steps are withdrawn has changed. */
  readonly onWithdrawn: () => Promise<void>;
  /** How Kiku is doing. */
  readonly examine: () => Promise<readonly Finding[]>;
  readonly log: Log;
}

const MOST_REPORTS = 20;

/** Does what an agent asked, and says what came of it. */
export async function obeyAgent(
  command: Exclude<DeskCommand, { kind: 'list' }>,
  agent: Agent,
  incoming: Incoming,
  members: readonly Member[],
  parts: ObeyParts,
): Promise<View> {
  switch (command.kind) {
    case 'on-call':
      return onCall(command.name, agent, incoming, members, parts);
    case 'withdraw':
    case 'restore':
      return decide(command.kind, command.step, agent, incoming, parts);
    case 'reports': {
      const [rows, withdrawn] = await Promise.all([
        parts.notes.reports(incoming.person.tenant, MOST_REPORTS),
        parts.withdrawn.withdrawn(incoming.person.tenant),
      ]);
      return { kind: 'step-reports', rows, withdrawn, now: incoming.at };
    }
    case 'doctor':
      return { kind: 'doctor', findings: await parts.examine(), isUnasked: false };
  }
}

async function onCall(name: string | null, agent: Agent, incoming: Incoming, members: readonly Member[], { notes }: ObeyParts): Promise<View> {
  const { tenant } = incoming.person;
  if (name === null) {
    const now = await notes.onCall(tenant);
    return now === null ? note('desk.on-call-nobody') : note('desk.on-call', { name: now.name });
  }
  const wanted = named(name, incoming, members);
  if (wanted === undefined) return note('desk.on-call-stranger');
  await notes.setOnCall(tenant, { id: wanted.id, name: wanted.name }, agent, incoming.at);
  return note('desk.on-call', { name: wanted.name });
}

/** By mention, or by the name when just one has it. */
function named(name: string, { mentions = [], person }: Incoming, members: readonly Member[]): Member | undefined {
  const mentioned = members.find(({ id, channelId }) => mentions.some((one) => one.id === channelId || one.id === id));
  if (mentioned !== undefined) return mentioned;
  if (/^(?:me|自分|私)$/iu.test(name)) return members.find(({ id, channelId }) => id === person.id || channelId === person.id);
  const key = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/[\s@]+/g, '')
      .replace(/さん$/u, '');
  const fitting = members.filter((one) => key(one.name) === key(name));
  return fitting.length === 1 ? fitting[0] : undefined;
}

async function decide(what: 'withdraw' | 'restore', id: string, agent: Agent, { person, at }: Incoming, parts: ObeyParts): Promise<View> {
  const step = parts.knowledge().steps.get(id);
  // One that the knowledge no longer has can be restored still.
  if (step === undefined && what === 'withdraw') return note('desk.no-step', { step: id });
  await parts.withdrawn[what](person.tenant, id, agent, at);
  await parts.onWithdrawn();
  parts.log.info({ tenant: person.tenant, step: id, what, by: agent.id }, 'the helpdesk decided about a step');
  return { kind: 'note', phrase: what === 'withdraw' ? 'desk.withdrawn' : 'desk.restored', with: { by: agent.name, step: id, id } };
}

function note(phrase: string, args: Readonly<Record<string, string>> = {}): View {
  return { kind: 'note', phrase, with: args };
}
