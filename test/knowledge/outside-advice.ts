import { matchesFor, worldOf } from '../../src/advisories/world.ts';
import { parseIssue } from '../../src/graph/parse-announcement.ts';
import type { Knowledge } from '../../src/knowledge/content.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { advise } from '../../src/triage/advise.ts';
import type { Facts } from '../../src/triage/facts.ts';
import { KNOWLEDGE } from './spoilt-knowledge.ts';

export const knowledge = loadKnowledge(KNOWLEDGE);

export type GivenFacts = Readonly<Record<string, string | readonly string[]>>;
export type Audience = 'employee' | 'helpdesk';

/** One line to the command `advise`. */
export interface Asked {
  readonly facts: GivenFacts;
  readonly audience: Audience;
  readonly locale?: 'en' | 'ja';
  readonly advisories?: readonly unknown[];
}

export interface ToldStep {
  readonly id: string;
  readonly risk: string;
  readonly audience: string;
  readonly title: string;
  readonly commands: readonly string[];
  readonly sources: readonly string[];
}

/** One line from it. `stop.advisory` is the advisory that is waited for; the command says it in `why`. */
export interface Told {
  readonly problem: string | null;
  readonly asks: readonly string[];
  readonly steps: readonly ToldStep[];
  readonly stop: { readonly kind: string; readonly id: string | null; readonly why: string; readonly advisory: string | null };
  /** Ids of likely advisories on which customers act themselves. */
  readonly named: readonly string[];
}

/** The advisories of the tests began and were read on this day. */
export const NOW = Date.parse('2026-11-22T12:00:00Z');

/** What the command `advise` answers, without a process for each line. */
export function told({ facts: given, audience, locale = 'en', advisories: json = [] }: Asked, from: Knowledge = knowledge): Told {
  const facts: Facts = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, { values: typeof value === 'string' ? [value] : value, source: { kind: 'given' as const } }]),
  );
  const advisories = json.length === 0 ? NONE : json.flatMap((one) => parseIssue(one) ?? []);
  const { vocabulary, playbooks, faultsFor } = worldOf(from, advisories, NOW);
  const advice = advise({
    vocabulary,
    playbooks,
    facts,
    outcomes: {},
    askedAgain: [],
    audience,
    faults: faultsFor(facts),
    withdrawn: [],
    isFinal: false,
  });
  const words = advice.stop === null ? undefined : from.stops.get(advice.stop.id);
  return {
    problem: advice.problem,
    asks: advice.asks,
    steps: advice.steps.map(({ id, risk, audience: reader }) => {
      const content = from.steps.get(id);
      if (content === undefined) throw new Error(`The step "${id}" has no words.`);
      return {
        id,
        risk,
        audience: reader,
        title: content.title[locale],
        commands: content.commands.map((command) => command.text),
        sources: content.sources,
      };
    }),
    stop: {
      kind: advice.stop?.kind ?? 'none',
      id: advice.stop?.id ?? null,
      why: [words?.title[locale], words?.body[locale]].filter((part) => part !== undefined).join(': '),
      advisory: advice.stop?.advisory ?? null,
    },
    named: matchesFor(facts, advisories, from, NOW)
      .filter(({ relevance }) => relevance.grade === 'likely' && relevance.remedy === 'customer')
      .map(({ advisory }) => advisory.id),
  };
}

const NONE: never[] = [];
