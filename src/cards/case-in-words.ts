import type { View } from '../views.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Words } from './words.ts';

type ViewOf<Kind extends View['kind']> = Extract<View, { kind: Kind }>;

const LINK = /(https?:\/\/[^\s<>()[\]]+)/;

/** What somebody wrote in a case, with their name, as a message to the others. Lines and addresses stay as they are. */
export function saidText(view: ViewOf<'case-said'>, words: Words): string {
  if (view.text.trim() === '') return words.say('case.unsaid', { by: view.by });
  const lead = `**${words.say(view.from === 'agent' ? 'case.said-agent' : 'case.said', { by: view.by })}**`;
  return `${lead} ${asWritten(view.text)}`;
}

/** What became of a case, as a message. */
export function eventText(view: ViewOf<'case-event'>, words: Words): string {
  const { case: one, by, event } = view;
  const what = words.knowledge.steps.get(view.what)?.title[words.language] ?? view.what;
  return words.say(`case.to-${view.to}-${event}`, { by, what, person: one.person.name, id: one.id, outcome: one.outcome ?? '' });
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
