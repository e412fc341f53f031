import { type FactName, type Facts, type FactValue, UNKNOWN } from './facts.ts';
import type { Playbooks, Problem, ProblemId } from './playbook.ts';

/** `none`, as the value of `code`: the person says that there is no code. */
const NO_CODE: FactValue = 'none';

/** The error codes in these facts: without *none* and *unknown*, which are answers, but no codes. */
export function codesIn(facts: Facts): readonly FactValue[] {
  return (facts.code?.values ?? []).filter((code) => code !== NO_CODE && code !== UNKNOWN);
}

/** The codes that decide what the problem is: that of signing in alone, where there is one. */
export function decidingCodes(facts: Facts): readonly FactValue[] {
  const codes = codesIn(facts);
  const signIn = codes.find((code) => SIGN_IN.test(code));
  return signIn === undefined ? codes : [signIn];
}

const SIGN_IN = /^(0xcaa|aadsts)/;

/** Whether the person only asks something: who has seen no error is not asked for its code. */
export function isOnlyAsking(facts: Facts): boolean {
  return facts.symptom?.values[0] === TLS_QUESTION;
}

const TLS_QUESTION: FactValue = 'tls-question';

/** What the facts say the problem is. `null`: none that Kiku knows; `asks` are the facts that can still change that. */
export interface Identified {
  readonly problem: ProblemId | null;
  readonly asks: readonly FactName[];
  /** A code was given that no playbook knows, so no playbook may be guessed from the rest. */
  readonly hasUnknownCode: boolean;
}

/** The problem of a sign-in code, else of the first known code, else of the symptom, else the product's own. */
export function identify(facts: Facts, playbooks: Playbooks): Identified {
  const codes = codesIn(facts);
  if (codes.length > 0) {
    const signIn = codes.find((code) => SIGN_IN.test(code));
    const problem = signIn !== undefined ? ofCode(signIn, playbooks) : firstOf(codes.map((code) => ofCode(code, playbooks)));
    return { problem, asks: [], hasUnknownCode: problem === null };
  }
  const open = facts.code === undefined ? ['code'] : [];
  const symptom = facts.symptom?.values[0] ?? UNKNOWN;
  // Who has not been asked yet is not taken for one who does not know.
  const product = facts.product?.values[0] ?? null;
  const known = [...playbooks.problems.values()];
  const match =
    symptom === UNKNOWN
      ? known.find((problem) => problem.products.includes(product ?? UNKNOWN))
      : known.find((problem) => problem.symptoms.some((row) => row.symptom === symptom && row.product === product));
  if (match !== undefined) return { problem: match.id, asks: open, hasUnknownCode: false };
  const rest = (['product', 'symptom'] as const).filter((fact) => facts[fact] === undefined && canStillMatch(facts, known));
  return { problem: null, asks: [...open, ...rest], hasUnknownCode: false };
}

function ofCode(code: FactValue, playbooks: Playbooks): ProblemId | null {
  for (const problem of playbooks.problems.values()) if (problem.codes.includes(code)) return problem.id;
  return null;
}

function firstOf(found: readonly (ProblemId | null)[]): ProblemId | null {
  return found.find((problem) => problem !== null) ?? null;
}

function canStillMatch(facts: Facts, known: readonly Problem[]): boolean {
  const product = facts.product?.values[0];
  const symptom = facts.symptom?.values[0];
  return known.some((problem) =>
    problem.symptoms.some(
      (row) =>
        (product === undefined || (product !== UNKNOWN && row.product === product)) &&
        (symptom === undefined || symptom === UNKNOWN || row.symptom === symptom),
    ),
  );
}
