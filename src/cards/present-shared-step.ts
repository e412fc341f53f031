import type { View } from '../views.ts';
import { conditionInWords } from './condition-in-words.ts';
import { escapeMarkdown } from './markdown.ts';
import { ownParts } from './present-step.ts';
import type { Presented } from './presented.ts';
import type { Words } from './words.ts';

/** A step that somebody of the helpdesk picked: what must be true for it stands above it, because nobody held it against the facts. */
export function presentSharedStep(view: Extract<View, { kind: 'shared-step' }>, words: Words): Presented {
  const step = words.knowledge.steps.get(view.step);
  if (step === undefined) throw new Error(`The step "${view.step}" is to be shared, but the knowledge does not have it.`);
  const title = words.label(`shared.title-${view.to}`, { by: view.by, step: words.of(step.title) });
  const guard = step.guard === null ? [] : [escapeMarkdown(words.label('shared.only-if', { condition: conditionInWords(step.guard, words) }))];
  const tell = view.to === 'employee' ? [words.say('shared.tell', { by: view.by })] : [];
  const place = { intake: '', revision: 0 };
  const own = ownParts({ kind: 'step', place, step: view.step, number: 0, isWindUp: false, onPhone: false, facts: {} }, step, words);
  return {
    template: 'step',
    summary: title,
    data: { title, ...own, notices: [...guard, ...tell].map((text) => ({ text })), buttons: [], more: [], understood: [] },
  };
}
