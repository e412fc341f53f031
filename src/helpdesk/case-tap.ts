import type { Agent, CaseAct, CaseStore, Priority, SaidInCase } from '../case-ports.ts';
import type { Member } from '../desk-ports.ts';
import type { Knowledge } from '../knowledge/content.ts';
import type { Incoming } from '../ports.ts';
import type { Tap } from '../taps.ts';
import type { StepId } from '../triage/playbook.ts';
import type { View } from '../views.ts';
import { type ActingParts, actOnStored, type Result } from './acting.ts';
import type { TeamParts } from './team.ts';

export type CaseTap = Extract<Tap, { do: 'case' }>;

/** What a tap on a case comes to. `notice`: said to whoever tapped; `shown`: put up where they tapped; the card is as it is now. */
export interface Tapped {
  readonly result: Result;
  readonly notice: View | null;
  readonly shown: View | null;
}

/** What taps are made of. */
export interface TapParts extends ActingParts {
  readonly cases: CaseStore;
  readonly knowledge: () => Knowledge;
  readonly withdrawn: (tenant: string) => readonly StepId[];
}

const OBJECT_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PRIORITIES: readonly Priority[] = ['low', 'normal', 'high', 'urgent'];

/** Does what an agent has tapped. `members`: who is in the helpdesk's team. */
export async function onCaseTap(
  incoming: Incoming,
  tap: CaseTap,
  agent: Agent,
  members: readonly Member[],
  parts: TapParts & TeamParts,
): Promise<Tapped> {
  const { tenant } = incoming.person;
  const deed = { tenant, id: tap.case, agent, input: incoming.id, now: incoming.at };
  const act = async (one: CaseAct) => told(await actOnStored({ ...deed, act: one }, parts));
  switch (tap.act) {
    case 'take':
    case 'hand-back':
    case 'reopen':
      return act({ kind: tap.act });
    case 'resolve':
      return act({ kind: 'resolve', outcome: tap.outcome ?? '' });
    case 'give': {
      const picked = (tap.to ?? '').trim().toLowerCase();
      if (picked === '') return nothing(tap, 'note.no-choice', parts, tenant);
      const to = members.find(({ id }) => id.toLowerCase() === picked) ?? (await justJoined(tenant, picked, parts));
      return to === null ? nothing(tap, 'case.refused-stranger', parts, tenant) : act({ kind: 'give', to: { id: to.id, name: to.name } });
    }
    case 'priority': {
      const priority = PRIORITIES.find((one) => one === tap.priority);
      return priority === undefined ? nothing(tap, 'case.refused-already', parts, tenant) : act({ kind: 'priority', priority });
    }
    case 'answer': {
      const said = saidOnCard(tap.text, agent, incoming.at);
      if (said.length === 0) return nothing(tap, 'case.refused-empty', parts, tenant);
      return told(await actOnStored({ ...deed, act: { kind: 'said', by: 'agent' }, said }, parts));
    }
    case 'ask': {
      const said = saidOnCard(tap.question, agent, incoming.at);
      const fact = (tap.fact ?? '').trim();
      if (fact === '' && said.length === 0) return nothing(tap, 'case.refused-empty', parts, tenant);
      if (fact === '') return told(await actOnStored({ ...deed, act: { kind: 'said', by: 'agent' }, said }, parts));
      if (parts.knowledge().facts.get(fact)?.question == null) return nothing(tap, 'case.refused-question', parts, tenant);
      const asked = { from: 'event' as const, by: agent.name, text: `ask ${fact}`, at: incoming.at };
      return told(await actOnStored({ ...deed, act: { kind: 'ask', fact }, said: [...said, asked] }, parts));
    }
    case 'share':
    case 'show':
      return onStep(incoming, tap, agent, parts);
    case 'card':
      return nothing(tap, null, parts, tenant);
  }
}

/** What a people picker sends went through the client, and may be anybody of the organisation: only who is of the team by now is meant. */
async function justJoined(tenant: string, picked: string, { helpdesk, members }: TeamParts): Promise<Member | null> {
  const channel = OBJECT_ID.test(picked) ? await helpdesk.channel(tenant) : null;
  return channel === null ? null : members.find(channel, picked);
}

/** What was written on a card for the employee. In the thread it can be read by the others as well. */
function saidOnCard(written: string | undefined, agent: Agent, at: number): readonly SaidInCase[] {
  const text = (written ?? '').trim();
  if (text === '') return [];
  return [
    { from: 'agent', by: agent.name, text, at },
    { from: 'event', by: agent.name, text: `elsewhere ${text}`, at },
  ];
}

/** A step can go to the employee unless it can lock them out or lose their data, or was withdrawn. */
async function onStep(incoming: Incoming, tap: CaseTap, agent: Agent, parts: TapParts): Promise<Tapped> {
  const { tenant } = incoming.person;
  const step = parts.knowledge().steps.get(tap.step ?? '');
  if (step === undefined) return nothing(tap, 'case.refused-step', parts, tenant);
  const shown: View = { kind: 'shared-step', to: 'helpdesk', step: step.id, by: agent.name };
  if (tap.act === 'show') return { ...(await nothing(tap, null, parts, tenant)), shown };
  if (step.risk === 'R3') return { ...(await nothing(tap, 'case.not-for-employee', parts, tenant)), shown };
  if (parts.withdrawn(tenant).includes(step.id)) return nothing(tap, 'case.refused-withdrawn', parts, tenant);
  const said = [{ from: 'event' as const, by: agent.name, text: `share ${step.id}`, at: incoming.at }];
  const deed = { tenant, id: tap.case, agent, input: incoming.id, now: incoming.at, said };
  return told(await actOnStored({ ...deed, act: { kind: 'said', by: 'agent' } }, parts));
}

/** The case stays as it is. */
async function nothing(tap: CaseTap, phrase: string | null, { cases }: TapParts, tenant: string): Promise<Tapped> {
  const one = await cases.read(tenant, tap.case);
  const result: Result = one === null ? { kind: 'refused', why: 'gone', case: null } : { kind: 'done', case: one };
  if (one === null) return told(result, tap.case);
  return { result, shown: null, notice: phrase === null ? null : { kind: 'note', phrase, with: {} } };
}

/** Why an act changed nothing, in a sentence. */
function told(result: Result, id = ''): Tapped {
  return { result, shown: null, notice: refusalNote(result, id) };
}

/** The sentence for a refusal; `null` when it was done. */
export function refusalNote(result: Result, id: string): View | null {
  if (result.kind === 'done') return null;
  const one = result.case;
  return {
    kind: 'note',
    phrase: `case.refused-${result.why}`,
    with: { id: one?.id ?? id, name: one?.assignee?.name ?? '', person: one?.person.name ?? '' },
  };
}
