import type { View } from '../views.ts';
import { button } from './buttons.ts';
import { escapeMarkdown, plainLine } from './markdown.ts';
import { dayAndTime } from './moments.ts';
import { problemOf } from './present-case.ts';
import type { Presented } from './presented.ts';
import type { Words } from './words.ts';

/** A page of cases: each leads to its card. */
export function presentCaseList(view: Extract<View, { kind: 'case-list' }>, words: Words, timeZone: string): Presented {
  const title = words.label(`cases.title-${view.what}`);
  const rows = view.cases.map((one) => {
    const parts = [
      `${one.id} · ${plainLine(one.person.name)}`,
      words.label(`label.case-state-${one.state}`),
      words.label(`case.priority-${one.priority}`),
      one.assignee?.name ?? words.label('case.nobody'),
      dayAndTime(one.respondedAt === null ? one.respondBy : one.touchedAt, view.now, words.language, timeZone),
    ];
    return {
      title: escapeMarkdown(parts.join(words.label('label.separator'))),
      value: escapeMarkdown(problemOf(one, words)),
      action: button(words.label('button.cases-show'), { do: 'case', case: one.id, act: 'card' }),
    };
  });
  const { after } = view;
  return {
    template: 'choice',
    summary: title,
    data: {
      title,
      texts: rows.length === 0 ? [words.say('cases.none')] : [],
      remark: '',
      points: [],
      rows,
      links: [],
      buttons: after === null ? [] : [button(words.label('button.cases-more'), { do: 'cases', what: view.what, after })],
    },
  };
}
