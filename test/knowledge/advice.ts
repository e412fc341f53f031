import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Advice, advise } from '../../src/triage/advise.ts';
import type { Audience } from '../../src/triage/playbook.ts';
import type { Fault } from '../../src/triage/situation.ts';
import { KNOWLEDGE } from './spoilt-knowledge.ts';

export const knowledge = loadKnowledge(KNOWLEDGE);
export type Given = Readonly<Record<string, string>>;

/** What the real knowledge advises when this is given beside the code 0x8004de40. */
export function adviceFor(given: Given, audience: Audience = 'employee', faults: readonly Fault[] = []): Advice {
  const facts = Object.entries({ code: '0x8004de40', ...given }).map(([name, value]) => [
    name,
    { values: [value], source: { kind: 'given' as const } },
  ]);
  const { vocabulary, playbooks } = knowledge;
  return advise({
    vocabulary,
    playbooks,
    facts: Object.fromEntries(facts),
    outcomes: {},
    askedAgain: [],
    audience,
    faults,
    withdrawn: [],
    isFinal: true,
  });
}

export const idsOf = (advice: Advice): readonly string[] => advice.steps.map((step) => step.id);

export const commandsOf = (advice: Advice): readonly string[] =>
  idsOf(advice).flatMap((id) => (knowledge.steps.get(id)?.commands ?? []).map((command) => command.text));
