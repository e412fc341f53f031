import { type Condition, evaluate, openFacts, type Sight } from './conditions.ts';
import type { FactName, Facts, Vocabulary } from './facts.ts';
import type { Outcome } from './intake.ts';
import type { Audience, Playbooks, Problem, Question, StepId } from './playbook.ts';

/** An open advisory that is likely the person's own fault, as far as decisions go. */
export interface Fault {
  readonly advisory: string;
  /** Whose move it is: Microsoft's, or the customer's (then it points to steps and withholds nothing). */
  readonly remedy: 'microsoft' | 'customer';
}

/** Everything a way depends on. */
export interface Situation {
  readonly vocabulary: Vocabulary;
  readonly playbooks: Playbooks;
  readonly facts: Facts;
  readonly outcomes: Readonly<Record<StepId, Outcome>>;
  /** Facts that were asked about once more and stayed imprecise. */
  readonly askedAgain: readonly FactName[];
  readonly audience: Audience;
  readonly faults: readonly Fault[];
  /** Steps the helpdesk has withdrawn for everybody. */
  readonly withdrawn: readonly StepId[];
  /** `true`: nothing more will be asked; what is absent counts as unknown. */
  readonly isFinal: boolean;
}

/** What the conditions of one problem are held against, and the questions that may still be asked. */
export interface Outlook extends Sight {
  readonly situation: Situation;
  readonly problem: Problem;
  readonly questions: ReadonlyMap<FactName, Question>;
}

/** The outlook of `problem` in this situation: which facts may still be asked, and from whom. */
export function outlookOn(problem: Problem, situation: Situation): Outlook {
  const questions = questionsFor(problem, situation.audience);
  const settled = new Map<FactName, boolean>();
  const outlook: Outlook = {
    situation,
    problem,
    questions,
    vocabulary: situation.vocabulary,
    facts: situation.facts,
    isSettled: (fact) => {
      const known = settled.get(fact) ?? isSettled(fact, outlook);
      settled.set(fact, known);
      return known;
    },
  };
  return outlook;
}

/** The facts to ask so that `condition` is decided: where a question waits for another answer, that answer's fact first. */
export function factsToAsk(condition: Condition, outlook: Outlook): readonly FactName[] {
  const asked = openFacts(condition, outlook).flatMap((fact) => {
    const askIf = outlook.questions.get(fact)?.askIf ?? null;
    return askIf !== null && evaluate(askIf, outlook) === 'open' ? [...factsToAsk(askIf, outlook), fact] : [fact];
  });
  return [...new Set(asked)];
}

/** The open fault of Microsoft's that makes changes to the PC useless, or `null`. */
export function microsoftFault(situation: Situation): Fault | null {
  return situation.faults.find((fault) => fault.remedy === 'microsoft') ?? null;
}

function isSettled(fact: FactName, outlook: Outlook): boolean {
  const { situation, questions } = outlook;
  if (situation.isFinal || situation.askedAgain.includes(fact)) return true;
  const question = questions.get(fact);
  return question === undefined || (question.askIf !== null && evaluate(question.askIf, outlook) === false);
}

function questionsFor(problem: Problem, audience: Audience): ReadonlyMap<FactName, Question> {
  const known = asked.get(problem)?.[audience];
  if (known !== undefined) return known;
  const questions = new Map(problem.questions.filter((one) => one.audience === 'employee' || audience === 'helpdesk').map((one) => [one.fact, one]));
  asked.set(problem, { ...asked.get(problem), [audience]: questions });
  return questions;
}

/** Problems do not change, and each walk needs their questions by fact. */
const asked = new WeakMap<Problem, Partial<Record<Audience, ReadonlyMap<FactName, Question>>>>();
