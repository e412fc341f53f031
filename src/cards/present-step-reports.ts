import type { View } from '../views.ts';
import { escapeMarkdown } from './markdown.ts';
import { dayAndTime } from './moments.ts';
import type { Presented } from './presented.ts';
import type { Words } from './words.ts';

/** Steps that people called wrong, and those that nobody is shown any more. */
export function presentStepReports(view: Extract<View, { kind: 'step-reports' }>, words: Words, timeZone: string): Presented {
  const title = words.label('reports.title');
  const step = (id: string) => words.knowledge.steps.get(id)?.title[words.language] ?? id;
  const wrong = view.rows.map(({ step: id, count, at }) =>
    words.label('reports.row', { step: step(id), id, count: `${count}`, time: dayAndTime(at, view.now, words.language, timeZone) }),
  );
  const withdrawn = view.withdrawn.map((id) => words.label('label.reports-withdrawn', { step: step(id), id }));
  const points = [...wrong, ...withdrawn].map((text) => ({ text: escapeMarkdown(text) }));
  return {
    template: 'choice',
    summary: title,
    data: { title, texts: points.length === 0 ? [words.say('reports.none')] : [], remark: '', points, rows: [], links: [], buttons: [] },
  };
}
