import type { Command, StepContent } from '../knowledge/content.ts';
import type { Tap } from '../taps.ts';
import type { View } from '../views.ts';
import { type Button, button } from './buttons.ts';
import { commandRows } from './command-rows.ts';
import type { Presented } from './presented.ts';
import { sourcesLine, withSourceNumbers } from './sources.ts';
import { understoodPart } from './understood.ts';
import type { Words } from './words.ts';

type StepView = Extract<View, { kind: 'step' }>;

/** One step: what and why, what it costs, the exact commands, how to see that it worked and how to take it back. */
export function presentStep(view: StepView, words: Words): Presented {
  const step = words.knowledge.steps.get(view.step);
  if (step === undefined) throw new Error(`The step "${view.step}" is to be shown, but the knowledge does not have it.`);
  const title = words.label('label.step-title', { number: String(view.number), title: words.of(step.title) });
  const own = ownParts(view, step, words);
  const mostLinks = JSON.stringify(own).length > LARGEST_WITH_LINKS ? 0 : undefined;
  return { template: 'step', summary: title, data: { title, ...own, ...understoodPart(view.facts, view.place, words, mostLinks) } };
}

/** A step with more characters of its own leaves no room in its card for a link to each answer; *change* leads to them all. */
const LARGEST_WITH_LINKS = 3000;

/** What a step is made of, beside its title and what was understood. */
export function ownParts(view: StepView, step: StepContent, words: Words) {
  const isWhole = !view.isWindUp;
  return {
    marks: marksOf(step, words),
    notices: noticesOf(view, step).map((key) => ({ text: words.say(key) })),
    why: isWhole ? words.of(step.why) : '',
    caution: isWhole && step.notWhere !== null ? words.of(step.notWhere) : '',
    checks: isWhole && step.checks.length > 0 ? [checksPart(step, words)] : [],
    isWhole,
    hasNoChecks: step.checks.length === 0,
    instructions: isWhole ? step.actions.map((action, index) => ({ mark: String(index + 1), text: words.of(action) })) : [],
    commands: isWhole ? commandParts(step, view.onPhone, words) : [],
    remarks: remarksOf(step, isWhole, words),
    sources: sourcesLine(step.sources, words),
    buttons: buttonsOf(view, step, words),
    more: [{ title: words.label('button.more-actions'), departs: departsOf(view, step, words), buttons: moreOf(view, step, words) }],
  };
}

/** What a step costs, in words: rights, and whether it can be taken back. */
function marksOf(step: StepContent, words: Words): string {
  const undo = !step.isUndoable ? 'label.undo-impossible' : step.undo === null ? 'label.changes-nothing' : 'label.undo-possible';
  const rights = step.needsAdmin ? 'label.needs-admin' : 'label.no-admin';
  return [rights, undo].map((key) => words.say(key)).join(words.label('label.separator'));
}

/** Where a command is typed. */
export function shellOf(command: Command, step: StepContent, words: Words): string {
  const isElevated = step.needsAdmin && (command.shell === 'cmd' || command.shell === 'powershell');
  return words.label(`label.shell-${command.shell}${isElevated ? '-admin' : ''}`);
}

function noticesOf(view: StepView, step: StepContent): readonly string[] {
  if (view.isWindUp) return ['step.wind-up'];
  return view.onPhone && step.commands.length > 0 ? ['step.on-phone'] : [];
}

function checksPart(step: StepContent, words: Words) {
  return {
    title: words.say('label.before'),
    hint: words.say('step.checks'),
    list: step.checks.map((check) => ({ text: words.of(check) })),
    confirm: words.label('button.confirm-checks'),
  };
}

/** So many characters of commands may be broken into parts, which make a card large; more stand line by line, as on a PC. */
const MOST_IN_PARTS = 500;

/** The shell is named once for commands in a row that are typed in the same place; so is how to read broken rows. */
function commandParts(step: StepContent, onPhone: boolean, words: Words) {
  const shells = step.commands.map((command) => shellOf(command, step, words));
  const isNarrow = onPhone && step.commands.reduce((sum, { text }) => sum + text.length, 0) <= MOST_IN_PARTS;
  const rows = step.commands.map((command) => commandRows(command.text, isNarrow));
  const firstBroken = rows.findIndex((row) => row.parts.length > 0);
  return step.commands.map((command, index) => {
    const shell = shells[index] === shells[index - 1] ? [] : shells.slice(index, index + 1);
    const note = command.note === null ? [] : [words.of(command.note)];
    return {
      where: [...shell, ...note].join(words.label('label.separator')),
      hint: index === firstBroken ? words.say('step.rows') : '',
      ...rows[index],
    };
  });
}

function remarksOf(step: StepContent, isWhole: boolean, words: Words) {
  const noUndo = isWhole ? [] : [remark('label.undo', words.say(step.isUndoable ? 'step.nothing-to-undo' : 'step.no-undo'), words)];
  return [
    remark('label.verify', words.of(step.verify), words),
    ...(step.undo === null ? noUndo : [remark('label.undo', words.of(step.undo), words)]),
  ];
}

/** For whoever compares with the document, not for whoever is blocked: it is folded away. */
function departsOf(view: StepView, step: StepContent, words: Words) {
  if (view.isWindUp || step.departs === null) return [];
  return [remark('label.departs', withSourceNumbers(words.of(step.departs), step.sources, words), words)];
}

function remark(key: string, text: string, words: Words) {
  return { text: `**${words.say(key)}:** ${text}` };
}

function buttonsOf(view: StepView, step: StepContent, words: Words): readonly Button[] {
  const outcome = (outcome: Extract<Tap, { do: 'outcome' }>['outcome']): Tap => ({ do: 'outcome', ...view.place, step: view.step, outcome });
  const person = button(words.label('button.person'), { do: 'person', ...view.place });
  const worked = step.labels === null ? words.label('button.worked') : words.of(step.labels.worked);
  const failing = step.labels === null ? words.label('button.failing') : words.of(step.labels.failing);
  if (!view.isWindUp) {
    return [
      button(worked, outcome('worked'), 'positive'),
      button(failing, outcome('failing')),
      button(words.label('button.cannot'), outcome('cannot')),
      person,
    ];
  }
  // A step that only looks would learn something false from "failing"; nothing was looked at.
  const undone = step.learns === null ? 'failing' : 'cannot';
  return [
    button(words.label('button.undone'), outcome(undone), 'positive'),
    button(words.label('button.not-started'), outcome('cannot')),
    button(worked, outcome('worked')),
    person,
  ];
}

function moreOf(view: StepView, step: StepContent, words: Words): readonly Button[] {
  const ofStep = { ...view.place, step: view.step };
  return [
    ...(step.commands.length === 0 || view.isWindUp ? [] : [button(words.label('button.as-text'), { do: 'as-text', ...ofStep })]),
    button(words.label(view.onPhone ? 'button.on-pc' : 'button.on-phone'), { do: 'phone', ...view.place, on: !view.onPhone }),
    button(words.label('button.change-answer'), { do: 'change', ...view.place }),
    button(words.label('button.wrong'), { do: 'wrong', ...ofStep }),
  ];
}
