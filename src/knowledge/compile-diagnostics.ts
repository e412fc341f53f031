import { judge } from '../proof/judge.ts';
import { evaluate } from '../triage/conditions.ts';
import type { FactValue } from '../triage/facts.ts';
import { compileCondition } from './compile-condition.ts';
import type { DiagnosticContent, SafetyRule, StepContent } from './content.ts';
import type { RawDiagnostic } from './diagnostic-shape.ts';
import type { Report } from './faults.ts';
import { isFact, type Known, namesExist } from './known.ts';
import type { Entry } from './read-shape.ts';

/** A block has fewer lines than this: what is longer nobody reads before running it. */
const TOO_MANY_LINES = 40;

const OS = 'os';

/** The blocks of commands that only look. What is wrong with one is reported, each line that may change anything at its own place. */
export function compileDiagnostics(
  entries: readonly Entry<RawDiagnostic>[],
  safety: readonly SafetyRule[],
  known: Known,
  report: Report,
): ReadonlyMap<string, DiagnosticContent> {
  const blocks = entries.flatMap((entry) => {
    const block = compileBlock(entry, known, report);
    if (block !== null) checkLines(entry, block, safety, known, report);
    return block === null ? [] : [block];
  });
  for (const [index, { id, os }] of blocks.entries()) {
    const other = blocks.slice(0, index).find((one) => one.os.some((value) => os.includes(value)));
    const entry = entries.find((one) => one.id === id);
    if (other !== undefined && entry !== undefined)
      report(
        entry.page,
        [...entry.path, 'guard'],
        `the block "${id}" is for a system that "${other.id}" is for already`,
        'keep it in one of the two',
      );
  }
  return new Map(blocks.map((block) => [block.id, block]));
}

function compileBlock({ id, value: raw, page, path }: Entry<RawDiagnostic>, known: Known, report: Report): DiagnosticContent | null {
  namesExist(raw.sources, known.sources, 'source', 'sources.yaml', report, page, [...path, 'sources']);
  for (const [index, fact] of raw.settles.entries()) isFact(fact, known, report, page, [...path, 'settles', index]);
  const guard = compileCondition(raw.guard, { page, path: [...path, 'guard'], known, report, isGuard: true });
  if (guard?.kind !== 'is' || guard.fact !== OS) {
    report(
      page,
      [...path, 'guard'],
      `the block "${id}" does not say on which systems it is right`,
      'write guard: { os: [value, value] }, and nothing else',
    );
    return null;
  }
  const inexact = guard.values.filter((value) => known.facts.get(OS)?.imprecise.has(value));
  if (inexact.length > 0) report(page, [...path, 'guard'], `"${inexact.join('", "')}" is no exact system`, 'write the exact ones');
  const { guard: _, text, ...rest } = raw;
  return { ...rest, id, os: guard.values, text: text.trimEnd() };
}

/** Each line is held against the rules like the only command of a step that an employee is shown on each of the systems. */
function checkLines(
  { id, page, path }: Entry<RawDiagnostic>,
  block: DiagnosticContent,
  safety: readonly SafetyRule[],
  known: Known,
  report: Report,
): void {
  const first = page.lineOf([...path, 'text']) + 1;
  const at = (index: number): Parameters<Report>[0] => ({ ...page, lineOf: () => first + index });
  const lines = block.text.split('\n');
  if (lines.length >= TOO_MANY_LINES)
    report(
      page,
      [...path, 'text'],
      `the block "${id}" has ${lines.length} lines`,
      `keep it under ${TOO_MANY_LINES}, so that it can be read before it is run`,
    );
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') report(at(index), path, `the block "${id}" has a blank line`, 'take it out');
    else if (/[\r“”‘’\u3000]/.test(text)) report(at(index), path, 'the line has a curly quote or a wide space', 'write it with plain characters');
    else
      for (const said of objectionsTo(text, block, safety, known))
        report(at(index), path, said, 'put in a line that only looks, or give its kind a rule in safety/');
  }
}

function objectionsTo(text: string, block: DiagnosticContent, safety: readonly SafetyRule[], known: Known): readonly string[] {
  const step = stepOf(text, block);
  const said = block.os.flatMap((os) => {
    const sight = { vocabulary: known.facts, facts: factsOf(os), isSettled: () => true };
    return judge({ step, before: [] }, 'employee', (needs) => evaluate(needs, sight) === true, safety).map(({ sentence }) =>
      sentence.replace('the step', 'the block'),
    );
  });
  return [...new Set(said)];
}

function factsOf(os: FactValue) {
  return { [OS]: { values: [os], source: { kind: 'given' as const } } };
}

function stepOf(text: string, { id, shell, title, why }: DiagnosticContent): StepContent {
  return {
    id,
    risk: 'R0',
    audience: 'employee',
    when: null,
    guard: null,
    learns: { worked: {}, failing: {} },
    title,
    why,
    actions: [],
    commands: [{ shell, text, note: null }],
    needsAdmin: false,
    checks: [],
    verify: why,
    undo: null,
    isUndoable: true,
    notWhere: null,
    departs: null,
    labels: null,
    sources: [],
  };
}
