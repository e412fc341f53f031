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

/** What a condition of `problem` is held against: which facts may still be asked, and from whom. */
export function sightOf(problem: Problem, situation: Situation): Sight {
  const sight: Sight = {
    vocabulary: situation.vocabulary,
    facts: situation.facts,
    isSettled: (fact) => {
      if (situation.isFinal || situation.askedAgain.includes(fact)) return true;
      const question = questionOf(problem, fact, situation.audience);
      return question === null || (question.askIf !== null && evaluate(question.askIf, sight) === false);
    },
  };
  return sight;
}

/** The facts to ask so that `condition` is decided: where a question waits for another answer, that answer's fact. */
export function factsToAsk(condition: Condition, problem: Problem, situation: Situation): readonly FactName[] {
  const sight = sightOf(problem, situation);
  const asked = openFacts(condition, sight).flatMap((fact) => {
    const askIf = questionOf(problem, fact, situation.audience)?.askIf ?? null;
    return askIf !== null && evaluate(askIf, sight) === 'open' ? factsToAsk(askIf, problem, situation) : [fact];
  });
  return [...new Set(asked)];
}

/** The open fault of Microsoft's that makes changes to the PC useless, or `null`. */
export function microsoftFault(situation: Situation): Fault | null {
  return situation.faults.find((fault) => fault.remedy === 'microsoft') ?? null;
}

function questionOf(problem: Problem, fact: FactName, audience: Audience): Question | null {
  const question = problem.questions.find((candidate) => candidate.fact === fact);
  return question !== undefined && (question.audience === 'employee' || audience === 'helpdesk') ? question : null;
}
