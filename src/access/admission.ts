import type { Admitted, EmployeeGroup } from '../access-ports.ts';
import type { Log, PersonKey } from '../ports.ts';

/** Whether somebody may use Kiku. `unknown`: the directory does not answer, and they are new or were not seen for long. */
export type Standing = 'in' | 'out' | 'unknown';

export interface AdmissionParts {
  readonly group: EmployeeGroup;
  readonly admitted: Admitted;
  readonly now: () => number;
  readonly log: Log;
}

/** Decides who may use Kiku. */
export interface Admission {
  standing(person: PersonKey): Promise<Standing>;
  /** After what they wrote was taken in: keeps that they were in the group. */
  took(person: PersonKey): Promise<void>;
}

/** Whoever leaves the group can use Kiku for so much longer at the most. */
const KEEP_IN_MS = 10 * 60_000;
/** Whoever was just added is not kept waiting. */
const KEEP_OUT_MS = 30_000;
/** While the directory is silent it is asked about somebody so often. */
const KEEP_SILENCE_MS = 15_000;
/** While the directory is silent, whoever was in the group so lately is let in. */
export const REMEMBERED_MS = 7 * 24 * 60 * 60_000;
/** Teams sends a message again after 15 s. */
const LIMIT_MS = 5_000;
/** More are not kept in memory; those who come then are asked about anew. */
const MOST = 20_000;

interface Known {
  readonly standing: Standing;
  readonly until: number;
  /** When the directory said that they are in the group; `null` when it did not. */
  readonly saidIn: number | null;
}

/** Asks the directory, keeps what it said for minutes, and while it is silent lets in whoever was in the group lately. */
export function createAdmission({ group, admitted, now, log }: AdmissionParts): Admission {
  const known = new Map<string, Known>();
  const asked = new Map<string, Promise<Standing>>();

  async function ask(person: PersonKey, key: string): Promise<Standing> {
    try {
      const isIn = await group.has(person, AbortSignal.timeout(LIMIT_MS));
      return isIn ? keep(key, 'in', now(), KEEP_IN_MS) : keep(key, 'out', null, KEEP_OUT_MS);
    } catch (error) {
      log.warn({ error, tenant: person.tenant }, 'whether somebody may use Kiku could not be looked up');
      const last = await admitted.lastIn(person);
      const isRemembered = last !== null && now() - last < REMEMBERED_MS;
      return keep(key, isRemembered ? 'in' : 'unknown', null, KEEP_SILENCE_MS);
    } finally {
      asked.delete(key);
    }
  }

  function keep(key: string, standing: Standing, saidIn: number | null, forMs: number): Standing {
    if (known.size >= MOST) known.clear();
    known.set(key, { standing, until: now() + forMs, saidIn });
    return standing;
  }

  return {
    async standing(person) {
      const key = keyOf(person);
      const last = known.get(key);
      if (last !== undefined && now() < last.until) return last.standing;
      const under = asked.get(key) ?? ask(person, key);
      asked.set(key, under);
      return under;
    },
    async took(person) {
      const key = keyOf(person);
      const last = known.get(key);
      if (last === undefined || last.saidIn === null) return;
      known.set(key, { ...last, saidIn: null });
      await admitted.wasIn(person, last.saidIn);
    },
  };
}

function keyOf({ tenant, id }: PersonKey): string {
  return `${tenant} ${id}`;
}
