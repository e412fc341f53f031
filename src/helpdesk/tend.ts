import type { CaseStore } from '../case-ports.ts';
import type { Log } from '../ports.ts';
import { type ActingParts, actOnStored } from './acting.ts';
import { dueAct } from './case.ts';

/** What the timers of cases are made of. */
export interface TendParts extends ActingParts {
  readonly cases: CaseStore;
  readonly log: Log;
}

const AT_ONCE = 100;

/** Reminds, warns and closes whatever that is due for; cases that stand nowhere are shown anew. To be called about once a minute. */
export async function tendCases(now: number, parts: TendParts, signal: AbortSignal): Promise<void> {
  const seen = new Set<string>();
  while (!signal.aborted) {
    const due = (await parts.cases.due(now, AT_ONCE)).filter((one) => !seen.has(`${one.person.tenant} ${one.id}`));
    if (due.length === 0) break;
    for (const one of due) {
      seen.add(`${one.person.tenant} ${one.id}`);
      const act = dueAct(one, now);
      if (act === null) continue;
      const result = await actOnStored({ tenant: one.person.tenant, id: one.id, act, agent: null, input: null, now }, parts);
      parts.log.info({ case: one.id, act: act.kind, result: result.kind }, 'a case was tended');
    }
  }
  for (const { tenant, cases } of await parts.cases.lost()) {
    parts.log.warn({ tenant, cases }, 'cases stand in no channel; they are posted anew');
    await parts.cases.showAgain(tenant);
  }
  parts.passCases();
}
