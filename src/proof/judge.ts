import type { Command, SafetyRule, StepContent } from '../knowledge/content.ts';
import type { Condition } from '../triage/conditions.ts';
import type { Audience, Risk } from '../triage/playbook.ts';

/** A step as it would be shown: with the steps that the same way showed before it, in order. */
export interface Shown {
  readonly step: StepContent;
  readonly before: readonly StepContent[];
}

/** What is wrong with showing it. `rule`: the id of the rule, or `law` for what holds of every step; `command`: the text or line it is about. */
export interface SafetyFault {
  readonly rule: string;
  readonly step: string;
  readonly command: string | null;
  readonly sentence: string;
}

/** Whether a condition is known to be true on this way; an open or unknown one is not. */
export type Holds = (needs: Condition) => boolean;

/** The rules that have something to say of `step`, whatever the way. */
export function rulesFor(step: StepContent, rules: readonly SafetyRule[]): readonly SafetyRule[] {
  return rules.filter((rule) => placesOf(rule, step).length > 0);
}

/** Everything that forbids showing this step to `audience` on this way: the rules, and what holds of every step; empty when it is safe. */
export function judge(shown: Shown, audience: Audience, holds: Holds, rules: readonly SafetyRule[]): readonly SafetyFault[] {
  const { step } = shown;
  const found = [...law(step, audience, holds), ...unknownCommands(step, rules), ...foreignNames(step)];
  for (const rule of rules) {
    const places = placesOf(rule, step);
    if (places.length === 0 || (rule.unless !== null && holds(rule.unless))) continue;
    for (const place of places)
      for (const said of objections(rule, place, shown, audience, holds)) found.push(fault(rule.id, step, place.text, `${said}: ${rule.because}`));
  }
  return found;
}

/** Where a rule found what it is about: a command by its place in the step, or a line of the actions. */
interface Place {
  readonly text: string;
  readonly index: number;
}

const OWN_PC: Condition = { kind: 'is', fact: 'device', values: ['personal'] };
const ADMINISTRATOR: Condition = { kind: 'is', fact: 'rights', values: ['admin'] };
const RISKS: readonly Risk[] = ['R0', 'R1', 'R2', 'R3'];

function* law(step: StepContent, audience: Audience, holds: Holds): Generator<SafetyFault> {
  const isEmployee = audience === 'employee';
  if (isEmployee && step.audience === 'helpdesk') yield fault('law', step, null, 'it is for the helpdesk and shown to an employee');
  if (isEmployee && step.risk === 'R3') yield fault('law', step, null, 'it is R3 and shown to an employee');
  if (isEmployee && step.risk === 'R2' && !(holds(OWN_PC) && holds(ADMINISTRATOR)))
    yield fault('law', step, null, 'it is R2 and shown to an employee who is not known to be the administrator of their own PC');
  if (step.risk === 'R0' && step.learns === null) yield fault('law', step, null, 'it is R0 and is meant to repair something');
  if ((step.risk === 'R2' || step.risk === 'R3') && step.undo === null)
    yield fault('law', step, null, `it is ${step.risk} and does not say how to take it back`);
  if (step.risk === 'R3' && (step.isUndoable || step.checks.length === 0))
    yield fault('law', step, null, 'it is R3, and is said to be undoable or has nothing to check before it');
}

function unknownCommands(step: StepContent, rules: readonly SafetyRule[]): readonly SafetyFault[] {
  return step.commands
    .filter((command) => !rules.some((rule) => !rule.isNarrowing && isAbout(rule, command)))
    .map(({ text }) => fault('law', step, text, 'no rule knows this command'));
}

/** `%NAME%` is filled in by the Run box and the Command Prompt only, `$env:NAME` by PowerShell only. */
function foreignNames(step: StepContent): readonly SafetyFault[] {
  return step.commands
    .filter(({ text, shell }) => (shell === 'powershell' ? /%\w+%/ : /\$env:/).test(text))
    .map(({ text, shell }) => fault('law', step, text, `it is typed in ${shell}, which does not fill in the name of a folder that is written so`));
}

function* objections(rule: SafetyRule, place: Place, shown: Shown, audience: Audience, holds: Holds): Generator<string> {
  const { step } = shown;
  if (rule.isForbidden) {
    yield 'it must never appear';
    return;
  }
  if (RISKS.indexOf(step.risk) < RISKS.indexOf(rule.leastRisk)) yield `it is ${rule.leastRisk} and the step says ${step.risk}`;
  if (rule.audience === 'helpdesk' && audience === 'employee') yield 'it is for the helpdesk and shown to an employee';
  if (rule.needs !== null && !holds(rule.needs)) yield `what it needs is not known to be true (${inWords(rule.needs)})`;
  if (rule.after !== null && !isAfter(rule.after, place, shown)) yield 'the command that must come before it is missing';
  for (const wanted of rule.confirms)
    if (!step.checks.some((check) => wanted.test(check.en))) yield `none of the step's checks says "${wanted.source}"`;
  if (rule.asUser && step.needsAdmin) yield 'it is for the affected user, and the step asks for an administrator';
  if (rule.elevated && !step.needsAdmin) yield 'it needs an administrator, and the step does not say so';
}

function isAfter(wanted: RegExp, place: Place, { step, before }: Shown): boolean {
  const earlier = [...before.flatMap((each) => each.commands), ...step.commands.slice(0, place.index)];
  return earlier.some(({ text }) => wanted.test(text));
}

/** A way is walked in thousands of variants; what a rule finds in a step is the same in all of them. */
const found = new WeakMap<SafetyRule, WeakMap<StepContent, readonly Place[]>>();

function placesOf(rule: SafetyRule, step: StepContent): readonly Place[] {
  const ofRule = found.get(rule) ?? new WeakMap<StepContent, readonly Place[]>();
  found.set(rule, ofRule);
  const places = ofRule.get(step) ?? search(rule, step);
  ofRule.set(step, places);
  return places;
}

function isAbout({ command, shells }: SafetyRule, { text, shell }: Command): boolean {
  return (shells.length === 0 || shells.includes(shell)) && command?.test(text) === true;
}

function search(rule: SafetyRule, step: StepContent): readonly Place[] {
  const { action } = rule;
  const commands = step.commands.flatMap((command, index) => (isAbout(rule, command) ? [{ text: command.text, index }] : []));
  const lines = rule.isForbidden ? [...step.actions, ...step.checks, step.verify, ...(step.undo === null ? [] : [step.undo])] : step.actions;
  const actions = lines.flatMap(({ en, ja }) => {
    const text = action?.en.test(en) === true ? en : action?.ja.test(ja) === true ? ja : null;
    return text === null ? [] : [{ text, index: step.commands.length }];
  });
  return [...commands, ...actions];
}

function inWords(condition: Condition): string {
  switch (condition.kind) {
    case 'is':
      return `${condition.fact}: ${condition.values.join(' or ')}`;
    case 'all':
      return condition.of.map(inWords).join(' and ');
    case 'any':
      return `(${condition.of.map(inWords).join(') or (')})`;
    case 'not':
      return `not (${inWords(condition.of)})`;
  }
}

function fault(rule: string, step: StepContent, command: string | null, said: string): SafetyFault {
  const where = command === null ? `the step "${step.id}"` : `"${command}" in the step "${step.id}"`;
  return { rule, step: step.id, command, sentence: `${where} (${rule}): ${said}` };
}
