import type { Agent, Case, CaseAct, CaseStore, SaidInCase } from '../case-ports.ts';
import { actOn, type CaseSettings, type Refusal } from './case.ts';

/** What acting is made of. */
export interface ActingParts {
  readonly cases: Pick<CaseStore, 'read' | 'save' | 'ofPerson'>;
  readonly settings: () => CaseSettings;
  /** Something of a case is to be shown. */
  readonly passCases: () => void;
}

/** Why nothing changed, beside what the case itself says. `other`: its person has another open one; `busy`: too many at once. */
export type NotDone = Refusal | 'gone' | 'other' | 'busy';

export type Result = { readonly kind: 'done'; readonly case: Case } | { readonly kind: 'refused'; readonly why: NotDone; readonly case: Case | null };

/** One thing that somebody does to a case. `input`: the id of the activity, so that the same counts once. `said`: what goes with it. */
export interface Deed {
  readonly tenant: string;
  readonly id: string;
  readonly act: CaseAct;
  readonly agent: Agent | null;
  readonly said?: readonly SaidInCase[];
  readonly input: string | null;
  readonly now: number;
}

const MOST_COLLISIONS = 8;

/** Does it to the case as it then is: whoever comes second acts on what the first has left, or is told why not. */
export async function actOnStored({ tenant, id, act, agent, said = [], input, now }: Deed, parts: ActingParts): Promise<Result> {
  for (let attempt = 0; attempt < MOST_COLLISIONS; attempt += 1) {
    const one = await parts.cases.read(tenant, id);
    if (one === null) return { kind: 'refused', why: 'gone', case: null };
    const acted = actOn(one, act, agent, now, parts.settings());
    // Who reads it when it comes again must not take the state it made for a refusal.
    if (acted.kind === 'refused') return (await isRepeated(one, input, parts)) ? { kind: 'done', case: one } : { ...acted, case: one };
    const saved = await parts.cases.save(acted.case, one.revision, [...said, ...acted.said], input);
    if (saved === 'saved') parts.passCases();
    if (saved !== 'collision') return { kind: 'done', case: saved === 'saved' ? acted.case : one };
    const other = act.kind === 'reopen' ? await parts.cases.ofPerson(one.person) : null;
    if (other !== null && other.id !== id) return { kind: 'refused', why: 'other', case: one };
  }
  return { kind: 'refused', why: 'busy', case: await parts.cases.read(tenant, id) };
}

/** Whether this input was taken in before: a save that cannot succeed tells. */
async function isRepeated(one: Case, input: string | null, { cases }: ActingParts): Promise<boolean> {
  return input !== null && (await cases.save(one, -1, [], input)) === 'seen';
}
