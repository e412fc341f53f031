import type { Message } from '../ports.ts';
import type { View } from '../views.ts';
import { escapeMarkdown, plainLine } from './markdown.ts';
import type { Words } from './words.ts';

/** What agents mark as not for the employee, without the mark. */
const NOTE = /^(?:\/\/|「メモ」|【メモ】|メモ[:： ])\s*([\s\S]*)$/u;

/** In characters, of what is told once more. */
const LONGEST_LINE = 300;

type ViewOf<Kind extends View['kind']> = Extract<View, { kind: Kind }>;

const LINK = /(https?:\/\/[^\s<>()[\]\p{Cc}\p{Cf}]+)/u;

/** What somebody wrote in a case, with their name, as a message to the others. Lines and addresses stay as they are. */
export function saidText(view: ViewOf<'case-said'>, words: Words): string {
  // Of somebody who is forgotten the name is gone.
  if (view.text.trim() === '') return words.say('case.unsaid', { by: view.by || words.label('label.case-somebody') });
  const lead = `**${words.say(view.from === 'agent' ? 'case.said-agent' : 'case.said', { by: view.by })}**`;
  return `${lead} ${asWritten(view.text)}`;
}

/** What was said so far, as a message; long lines are cut. */
export function historyText({ lines }: ViewOf<'case-history'>, words: Words): string {
  if (lines.length === 0) return words.say('case.history-empty');
  const told = lines.map(({ isAgent, by, text }) => {
    const short = text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
    return saidText({ kind: 'case-said', from: isAgent ? 'agent' : 'employee', by, text: short }, words);
  });
  return [words.say('case.history'), ...told].join('\n\n');
}

/** What became of a case, as a message that calls whoever is to act on it. */
export function eventMessage(view: ViewOf<'case-event'>, words: Words): Message {
  const text = eventText(view, words);
  const { called = null } = view;
  // A name that Markdown would change is none that Teams finds again.
  const name = called === null ? '' : plainLine(called.name.replaceAll(/[<>&*_~`[\]\\]/g, ''));
  if (called === null || name === '') return { kind: 'text', text };
  const lead = words.say('case.called', { name: 'NAME' }).replace('NAME', () => `<at>${name}</at>`);
  return { kind: 'text', text: `${lead} ${text}`, mentions: [{ id: called.id, name }] };
}

function eventText(view: ViewOf<'case-event'>, words: Words): string {
  const { case: one, by, event } = view;
  const what = event === 'ask' ? askedIn(view.what, words) : (words.knowledge.steps.get(view.what)?.title[words.language] ?? view.what);
  if (event === 'elsewhere') return elsewhereText(view, words);
  return words.say(`case.to-${view.to}-${event}`, {
    by,
    what,
    person: one.person.name || words.label('label.case-somebody'),
    id: one.id,
    outcome: one.outcome ?? '',
  });
}

/** What an agent said elsewhere than in the thread: to the employee, or to colleagues. */
function elsewhereText({ case: one, by, what }: ViewOf<'case-event'>, words: Words): string {
  if (what === '') return words.say('case.unsaid', { by });
  const noted = NOTE.exec(what);
  const lead =
    noted === null
      ? words.say('case.lead-elsewhere', { by, person: one.person.name || words.label('label.case-somebody') })
      : words.say('case.lead-note', { by });
  return `**${lead}** ${asWritten(noted?.[1] ?? what)}`;
}

/** The question for a fact, as the employee reads it in the language of whoever asks. */
function askedIn(fact: string, words: Words): string {
  const question = words.knowledge.facts.get(fact)?.question;
  return question == null ? fact : words.of(question.ask);
}

/** What somebody wrote, as Markdown that shows it as it is; addresses stay links, lines become paragraphs. */
export function asWritten(text: string): string {
  const lines = text.trim().split(/\r?\n/);
  return lines
    .map((line) =>
      line
        .split(LINK)
        .map((part, index) => (index % 2 === 1 ? part : escaped(part)))
        .join(''),
    )
    .join('\n\n');
}

/** Blanks at its ends part it from what stands beside it. */
function escaped(part: string): string {
  const [before = ''] = /^\s*/.exec(part) ?? [];
  const [after = ''] = part.trim() === '' ? [] : (/\s*$/.exec(part) ?? []);
  return `${before === '' ? '' : ' '}${escapeMarkdown(part)}${after === '' ? '' : ' '}`;
}
