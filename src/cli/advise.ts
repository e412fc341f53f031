import { z } from 'zod';
import { type Match, matchesFor, worldOf } from '../advisories/world.ts';
import type { Advisory } from '../advisory.ts';
import { parseIssue } from '../graph/parse-announcement.ts';
import type { Knowledge } from '../knowledge/content.ts';
import { toldCode } from '../knowledge/told-code.ts';
import type { Language } from '../ports.ts';
import { type Advice, advise } from '../triage/advise.ts';
import type { FactName, Facts } from '../triage/facts.ts';
import type { Stop } from '../triage/walk.ts';
import { factsFromJson, factsJson } from './facts-from-json.ts';
import { answerLines, LineFault, parseLine } from './json-lines.ts';
import { readOrEnd } from './reading.ts';

const line = z.object({
  id: z.union([z.string(), z.number()]),
  facts: factsJson,
  audience: z.enum(['employee', 'helpdesk']).default('employee'),
  locale: z.enum(['en', 'ja']).default('en'),
  advisories: z.array(z.unknown()).default([]),
});

const { knowledge } = readOrEnd();

await answerLines((given) => {
  const { id, locale, audience, ...rest } = parseLine(line, given);
  const facts = factsFromJson(rest.facts, knowledge);
  const advisories = rest.advisories.map(readAdvisory);
  const now = Date.now();
  const { vocabulary, playbooks, faultsFor } = worldOf(knowledge, advisories, now);
  const situation = { vocabulary, playbooks, facts, outcomes: {}, askedAgain: [], audience, faults: faultsFor(facts), withdrawn: [], isFinal: false };
  const advice = advise(situation);
  const told = inWords(advice, facts, locale, knowledge);
  const named = matchesFor(facts, advisories, knowledge, now).filter(
    ({ relevance }) => relevance.grade === 'likely' && relevance.remedy === 'customer',
  );
  const why = [told.stop.why, ...named.map((one) => inOneSentence(one, advice, locale))].join(' ');
  return { id, ...told, stop: { ...told.stop, why } };
});

/** An advisory on which customers act themselves: its name, and those of its steps that are on this way. */
function inOneSentence({ advisory, relevance }: Match, advice: Advice, language: Language): string {
  const titles = advice.steps.flatMap(({ id }) => (relevance.steps.includes(id) ? [knowledge.steps.get(id)?.title[language] ?? id] : []));
  const key = titles.length > 0 ? 'advice.customer-acts' : 'advice.customer-acts-elsewhere';
  const separator = knowledge.phrases.get('label.list-separator')?.[language] ?? ', ';
  const phrase = knowledge.phrases.get(key)?.[language] ?? '';
  return phrase.replace('{advisory}', () => advisory.id).replace('{steps}', () => titles.join(separator));
}

function readAdvisory(json: unknown, index: number): Advisory {
  const advisory = parseIssue(json);
  if (advisory === null) throw new LineFault(`advisories.${index}: this is no serviceHealthIssue of Microsoft Graph.`);
  return advisory;
}

function inWords(advice: Advice, given: Facts, language: Language, knowledge: Knowledge) {
  const { steps, stops, facts } = knowledge;
  return {
    problem: advice.problem,
    asks: advice.asks,
    steps: advice.steps.map(({ id, risk, audience }) => {
      const content = steps.get(id);
      const commands = content?.commands.map((command) => command.text);
      return { id, risk, audience, title: content?.title[language], commands, sources: content?.sources };
    }),
    stop:
      advice.stop === null
        ? { kind: 'none', why: questionOf(advice.asks[0]) }
        : { kind: advice.stop.kind, why: codeWhy(advice.stop) ?? whyOf(advice.stop) },
  };

  /** While the problem is not known, the reason for no stop is the question that is still open. */
  function questionOf(fact: FactName | undefined): string {
    return (fact === undefined ? null : facts.get(fact)?.question?.ask[language]) ?? '';
  }

  /** A code that leads to no problem may still have a meaning and a first fix. */
  function codeWhy(stop: Stop): string | null {
    const code = stop.id === 'unknown-code' ? toldCode(given, knowledge) : null;
    if (code === null) return null;
    return [code.told.meaning[language], code.told.fix?.[language]].filter((part) => part !== undefined).join(' ');
  }

  function whyOf(stop: Stop): string {
    const content = stops.get(stop.id);
    return [stop.advisory, content?.title[language], content?.body[language]].filter((part) => part != null).join(': ');
  }
}
