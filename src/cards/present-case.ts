import type { Case, CaseContent } from '../case-ports.ts';
import { ADVISORIES, TRIED, WORDS } from '../left-out.ts';
import type { FactSource } from '../triage/facts.ts';
import type { View } from '../views.ts';
import { type Button, button } from './buttons.ts';
import { casePanels } from './case-panels.ts';
import { factRows, factTitle, valuesInWords } from './facts-in-words.ts';
import { escapeMarkdown, plainLine } from './markdown.ts';
import { dayAndTime } from './moments.ts';
import type { Presented } from './presented.ts';
import { besideDevice, deviceLines, positionOf, untoldHints } from './registered-in-words.ts';
import type { Words } from './words.ts';

type CardView = Extract<View, { kind: 'case-card' }>;
type Row = { readonly title: string; readonly value: string };

const LONGEST_LINE = 200;
const MOST_LINES = 12;

/** A case for the helpdesk: how it stands, what is known, and what can be done to it. */
export function presentCase(view: CardView, words: Words, timeZone: string): Presented {
  const { case: one, onCall } = view;
  const problem = problemOf(one, words);
  const title = words.label('case.title', { id: one.id, problem });
  return {
    template: 'case',
    summary: `${title} (${plainLine(one.person.name)})`,
    data: {
      title,
      state: words.say(`label.case-state-${one.state}`),
      style: one.state === 'waiting-helpdesk' ? (one.isReminded ? 'attention' : 'accent') : isOpen(one) ? 'warning' : 'good',
      rows: rowsOf(one, words, timeZone),
      ...callOf(onCall, words),
      hints: isOpen(one) ? [...untoldHints(one, words), { text: words.say('case.reply-hint') }] : [],
      sections: sectionsOf(one, words, timeZone),
      toggle: words.label('button.case-details'),
      buttons: buttonsOf(one, words),
      panels: isOpen(one) ? casePanels(view, words) : [],
    },
  };
}

/** Whoever is on call is named so that Teams tells them. The mark in the text must be that of the mention, letter by letter. */
function callOf(onCall: CardView['onCall'], words: Words) {
  const name = onCall === null ? '' : plainLine(onCall.name).replaceAll(/[<>&]/g, '');
  if (onCall === null || name === '') return { called: [], mentions: [] };
  const mark = `<at>${name}</at>`;
  return {
    called: [{ text: words.say('case.on-call', { name: 'NAME' }).replace('NAME', () => mark) }],
    mentions: [{ text: mark, id: onCall.id, name }],
  };
}

/** What a case is about, in a few words. */
export function problemOf({ content }: Pick<Case, 'content'>, words: Words): string {
  const problem = content.problem === null ? undefined : words.knowledge.problems.get(content.problem);
  return problem === undefined ? words.label('case.no-problem') : words.of(problem.title);
}

function isOpen({ state }: Case): boolean {
  return state === 'waiting-helpdesk' || state === 'waiting-employee';
}

function rowsOf(one: Case, words: Words, timeZone: string): readonly Row[] {
  const at = (time: number) => dayAndTime(time, one.touchedAt, words.language, timeZone);
  const row = (key: string, value: string): Row => ({ title: words.label(key), value: escapeMarkdown(value) });
  return [
    row('case.person', one.person.name || one.person.id || words.label('label.case-forgotten')),
    ...positionRow(one, words),
    row('case.language', words.label(`case.language-${one.language}`)),
    row('case.priority', words.label(`case.priority-${one.priority}`)),
    row('case.assignee', one.assignee?.name ?? words.label('case.nobody')),
    ...(one.respondedAt === null && isOpen(one) ? [row('case.respond-by', at(one.respondBy))] : []),
    ...(one.asked === null ? [] : [row('case.asked', factTitle(one.asked, words))]),
    ...(one.closesAt === null ? [] : [row('case.closes-at', at(one.closesAt))]),
    ...(one.outcome === null ? [] : [row('case.outcome', one.outcome.slice(0, LONGEST_LINE))]),
  ];
}

function positionRow({ registered }: Case, words: Words): readonly Row[] {
  const position = positionOf(registered, words);
  return position === '' ? [] : [{ title: words.label('case.position'), value: escapeMarkdown(position) }];
}

function sectionsOf({ content, registered, touchedAt }: Case, words: Words, timeZone: string) {
  const step = (id: string) => words.knowledge.steps.get(id)?.title[words.language] ?? id;
  const section = (label: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [{ label: words.say(label), lines: lines.slice(0, MOST_LINES).map((text) => ({ text })) }];
  const facts = factRows(content.facts, words).map(({ fact, title, value }) =>
    besideDevice(fact, `${title}: ${value} (${sourceOf(content.facts[fact]?.source, words)})`, content.facts, registered, words),
  );
  const contradicted = content.contradictions.map(
    ({ fact, earlier, later }) =>
      `${factTitle(fact, words)}: ${valuesInWords(fact, earlier.values, words)} / ${valuesInWords(fact, later.values, words)}`,
  );
  const looked = content.advisories.map((one) =>
    [
      one.id,
      words.label(`label.case-grade-${one.grade}`),
      ...one.reasons.filter((key) => words.has(key)).map((key) => words.label(key)),
      ...(one.isDismissed ? [words.label('case.dismissed')] : []),
    ].join(words.label('label.separator')),
  );
  return [
    ...section('case.words', content.words.map(quoted)),
    ...section('label.facts', [...facts, ...contradicted].map(shortened)),
    ...section('label.case-devices', deviceLines(registered, touchedAt, words, timeZone).map(shortened)),
    ...section(
      'label.tried',
      content.tried.map((one) => shortened(`${step(one.step)}: ${words.label(`label.outcome-${one.outcome}`)}`)),
    ),
    ...section('label.case-ahead', content.ahead.map(step).map(shortened)),
    ...section('label.case-advisories', looked.map(shortened)),
    ...section('case.left-out', leftOutOf(content, words)),
  ];
}

/** Which kinds of things the employee kept to themselves, in a line. */
function leftOutOf({ leftOut }: CaseContent, words: Words): readonly string[] {
  const sorts = new Map([
    [TRIED, 'label.tried'],
    [WORDS, 'case.words'],
    [ADVISORIES, 'label.case-advisories'],
  ]);
  const kinds = leftOut.map((one) => {
    const label = sorts.get(one);
    return label === undefined ? factTitle(one, words) : words.label(label);
  });
  return kinds.length === 0 ? [] : [escapeMarkdown(plainLine(kinds.join(words.label('label.list-separator'))))];
}

function sourceOf(source: FactSource | undefined, words: Words): string {
  switch (source?.kind) {
    case 'written':
      return words.label('label.case-source-written', { words: source.words });
    case 'pasted':
      return words.label('label.case-source-pasted', { line: source.line });
    case 'learned':
      return words.label('label.case-source-learned', { step: words.knowledge.steps.get(source.step)?.title[words.language] ?? source.step });
    case 'tapped':
      return words.label('label.case-source-tapped');
    case 'given':
    case undefined:
      return words.label('label.case-source-given');
  }
}

function quoted(text: string): string {
  return shortened(text);
}

function shortened(text: string): string {
  const line = plainLine(text);
  return escapeMarkdown(line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line);
}

function buttonsOf(one: Case, words: Words): readonly Button[] {
  const on = { do: 'case', case: one.id } as const;
  if (!isOpen(one)) return [button(words.label('button.case-reopen'), { ...on, act: 'reopen' })];
  return one.assignee === null ? [button(words.label('button.case-take'), { ...on, act: 'take' }, 'positive')] : [];
}
