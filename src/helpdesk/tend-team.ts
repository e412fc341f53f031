import type { HelpdeskStore } from '../alert-ports.ts';
import type { CaseStore } from '../case-ports.ts';
import type { Log } from '../ports.ts';
import { type ActingParts, actOnStored } from './acting.ts';
import type { Members } from './members.ts';

/** What looking after the cases of those who left is made of. */
export interface TendTeamParts extends ActingParts {
  readonly cases: Pick<CaseStore, 'assigned' | 'list' | 'read' | 'save' | 'ofPerson'>;
  readonly helpdesk: Pick<HelpdeskStore, 'channel'>;
  readonly members: Pick<Members, 'hasLeft'>;
  readonly log: Log;
}

const AT_ONCE = 100;

/** The open cases of agents who are no longer in the helpdesk's team are nobody's again, and both sides are told. To be called about once a minute. */
export async function releaseLeft(now: number, parts: TendTeamParts, signal: AbortSignal): Promise<void> {
  for (const { tenant, agent } of await parts.cases.assigned()) {
    if (signal.aborted) return;
    const channel = await parts.helpdesk.channel(tenant);
    if (channel === null || !(await parts.members.hasLeft(channel, agent.id))) continue;
    const { cases } = await parts.cases.list(tenant, { kind: 'mine', agent: agent.id }, null, AT_ONCE);
    parts.log.info({ tenant, agent: agent.id, cases: cases.length }, 'somebody with cases has left the helpdesk’s team');
    // What goes beyond that is left for the next minute.
    for (const { id } of cases) {
      await actOnStored({ tenant, id, act: { kind: 'release', from: agent.id }, agent: null, input: null, now }, parts);
    }
  }
}
