import type { View } from '../views.ts';
import { type Button, button } from './buttons.ts';
import { factTitle, valuesInWords } from './facts-in-words.ts';
import { withoutMarkdown } from './markdown.ts';
import type { Presented } from './presented.ts';
import type { Words } from './words.ts';

type SettledView = Extract<View, { kind: `settled-${string}` }>;

/** The one line that stands where an answered card stood. */
export function presentSettled(view: SettledView, words: Words): Presented {
  const text = lineOf(view, words);
  return { template: 'summary', summary: withoutMarkdown(text), data: { text, change: changeOf(view, words) } };
}

function lineOf(view: SettledView, words: Words): string {
  switch (view.kind) {
    case 'settled-question': {
      const title = factTitle(view.fact, words);
      return words.say('settled.question', { title, value: valuesInWords(view.fact, view.values, words) });
    }
    case 'settled-step': {
      const step = words.knowledge.steps.get(view.step);
      const title = step === undefined ? view.step : words.of(step.title);
      if (view.outcome === 'cannot' || step === undefined || step.labels === null) return words.say(`settled.step-${view.outcome}`, { title });
      // A step with answers of its own does not end the trip: "done" says enough, and what went wrong is told in its words.
      if (view.outcome === 'worked') return words.say('settled.step-done', { title });
      return words.say('settled.question', { title, value: words.of(step.labels.failing) });
    }
    case 'settled-advisory':
      return words.say(view.isDismissed ? 'settled.advisory-dismissed' : 'settled.advisory-passed', { advisory: view.advisory });
    case 'settled-choice':
      return words.say(view.phrase);
    case 'settled-alert':
      return words.say(view.phrase, view.with);
  }
}

/** An answer can be given anew; what was done to a PC cannot be unsaid by a tap. */
function changeOf(view: SettledView, words: Words): readonly Button[] {
  if (view.kind === 'settled-alert') return view.undo === null ? [] : [button(words.label('button.undo-this'), view.undo)];
  if (view.kind !== 'settled-question') return [];
  return [button(words.label('button.change'), { do: 'change', ...view.place, fact: view.fact })];
}
