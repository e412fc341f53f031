import type { Knowledge } from '../knowledge/content.ts';
import type { KnowledgeFault } from '../knowledge/knowledge-fault.ts';
import type { Finding } from './findings.ts';

/** What the proof found, in the form in which every other fault of the knowledge is told. */
export function toldToTheAuthor(findings: readonly Finding[], { places }: Knowledge): readonly KnowledgeFault[] {
  return findings.map(({ about, sentence }) => {
    const place = places.get(`${about.kind} ${about.id}`) ?? { file: 'problems', line: 1 };
    return { ...place, wrong: sentence, todo: ADVICE[about.kind] };
  });
}

const ADVICE = {
  step: "correct the step's guard, risk, audience or place; when it is right as it is, the rule in safety/ is wrong",
  problem: 'correct the playbook; npm run -s draw -- PROBLEM shows it',
} as const;
