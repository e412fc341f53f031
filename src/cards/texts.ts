import type { StepContent } from '../knowledge/content.ts';
import type { StepId } from '../triage/playbook.ts';
import type { View } from '../views.ts';
import { fenced } from './markdown.ts';
import { shellOf } from './present-step.ts';
import { sourcesLine } from './sources.ts';
import type { Words } from './words.ts';

/** A sentence of the phrases as a plain message. */
export function noteText(view: Extract<View, { kind: 'note' }>, words: Words): string {
  return words.say(view.phrase, view.with);
}

/** The commands of `step` exactly, each in a fence of its own: text that can be selected in every client. */
export function commandsText(step: StepId, words: Words): string {
  const content = words.knowledge.steps.get(step);
  if (content === undefined || content.commands.length === 0) return words.say('note.no-commands');
  const blocks = content.commands.flatMap((command) => [
    `**${shellOf(command, content, words)}**${command.note === null ? '' : ` (${words.of(command.note)})`}`,
    fenced(command.text),
  ]);
  return [words.say('note.commands', { step: words.of(content.title) }), ...checksOf(content, words), ...blocks].join('\n\n');
}

/** A block of commands that only look: how to run it, the block exactly, and what it prints. */
export function checkText(id: string, words: Words): string {
  const block = words.knowledge.diagnostics.get(id);
  if (block === undefined) throw new Error(`The block "${id}" is to be shown, but the knowledge does not have it.`);
  const { title, why, actions, shell, text, holds, sources } = block;
  return [
    `**${words.of(title)}**`,
    words.of(why),
    actions.map((action, index) => `${index + 1}. ${words.of(action)}`).join('\n'),
    `**${words.label(`label.shell-${shell}`)}**`,
    fenced(text),
    words.of(holds),
    sourcesLine(sources, words),
  ].join('\n\n');
}

/** What must be true before is said here too: a text has no button to confirm it. */
function checksOf(step: StepContent, words: Words): readonly string[] {
  if (step.checks.length === 0) return [];
  return [`**${words.say('label.before')}:** ${words.say('step.checks')}`, step.checks.map((check) => `- ${words.of(check)}`).join('\n')];
}
