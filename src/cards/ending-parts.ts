import type { StepId } from '../triage/playbook.ts';
import type { TriedStep } from '../views.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Presented } from './presented.ts';
import type { Words } from './words.ts';

/** A heading with lines below it. */
export interface Section {
  readonly label: string;
  readonly lines: readonly { readonly text: string }[];
}

/** The card of an ending: what is not in `parts` stays empty. */
export function ending(title: string, parts: Readonly<Record<string, unknown>>): Presented {
  const none = { texts: [], along: [], sections: [], areShown: true, toggles: [], sources: '', links: [], first: [], buttons: [] };
  return { template: 'ending', summary: title, data: { title, ...none, ...parts } };
}

/** A section under the phrase `key`; none without lines. */
export function section(key: string, lines: readonly string[], words: Words): readonly Section[] {
  return lines.length === 0 ? [] : [{ label: words.say(key), lines: lines.map((text) => ({ text })) }];
}

/** How a step went, as Markdown. A step with answers of its own is told in them: "worked" would read as if it had ended the trouble. */
export function outcomeOf({ step, outcome }: TriedStep, words: Words): string {
  const labels = words.knowledge.steps.get(step)?.labels ?? null;
  const own = labels !== null && (outcome === 'worked' || outcome === 'failing') ? words.of(labels[outcome]) : null;
  return own === null ? words.say(`label.outcome-${outcome}`) : escapeMarkdown(own);
}

/** What a step is called; one that the knowledge no longer has keeps its id. */
export function stepTitle(step: StepId, words: Words): string {
  const content = words.knowledge.steps.get(step);
  return content === undefined ? step : words.of(content.title);
}
