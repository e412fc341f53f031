import type { Facts } from '../triage/facts.ts';
import { compileCondition } from './compile-condition.ts';
import type { StepContent } from './content.ts';
import type { Report } from './faults.ts';
import { isFact, isValue, type Known, namesExist } from './known.ts';
import type { Entry } from './read-shape.ts';
import type { RawStep } from './shapes.ts';

/** The steps with their words; what is wrong with one is reported. */
export function compileSteps(entries: readonly Entry<RawStep>[], known: Known, report: Report): ReadonlyMap<string, StepContent> {
  return new Map(entries.map((entry) => [entry.id, compileStep(entry, known, report)]));
}

function compileStep(entry: Entry<RawStep>, known: Known, report: Report): StepContent {
  const { id, value: raw, page, path } = entry;
  checkStep(entry, report);
  namesExist(raw.sources, known.sources, 'source', 'sources.yaml', report, page, [...path, 'sources']);
  const place = { page, known, report };
  return {
    id,
    risk: raw.risk,
    audience: raw.audience,
    when: compileCondition(raw.when, { ...place, path: [...path, 'when'], isGuard: false }),
    guard: compileCondition(raw.guard, { ...place, path: [...path, 'guard'], isGuard: true }),
    learns:
      raw.learns === undefined
        ? null
        : {
            worked: learned(entry, 'worked', raw.learns.worked, known, report),
            failing: learned(entry, 'failing', raw.learns.failing, known, report),
          },
    title: raw.title,
    why: raw.why,
    actions: raw.actions,
    commands: (raw.commands ?? []).map((command) => ({ shell: command.shell, text: command.text, note: command.note ?? null })),
    needsAdmin: raw.needsAdmin ?? false,
    checks: raw.checks ?? [],
    verify: raw.verify,
    undo: raw.undo ?? null,
    isUndoable: raw.undoable ?? true,
    notWhere: raw.notWhere ?? null,
    departs: raw.departs ?? null,
    labels: raw.labels ?? null,
    sources: raw.sources,
  };
}

type Values = Readonly<Record<string, string | readonly string[]>>;

function learned({ id, page, path }: Entry<RawStep>, outcome: 'worked' | 'failing', raw: Values, known: Known, report: Report): Facts {
  const facts = Object.entries(raw).flatMap(([fact, value]) => {
    const values = typeof value === 'string' ? [value] : value;
    const place = [...path, 'learns', outcome, fact];
    if (!isFact(fact, known, report, page, place)) return [];
    for (const each of values) isValue(fact, each, known, report, page, place);
    return [[fact, { values, source: { kind: 'learned' as const, step: id } }] as const];
  });
  return Object.fromEntries(facts);
}

/** The rules of a single step. */
function checkStep({ id, value: raw, page, path }: Entry<RawStep>, report: Report): void {
  const wrong = (where: string, what: string, todo: string): void => report(page, [...path, where], what, todo);
  const isDeep = raw.risk === 'R2' || raw.risk === 'R3';
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(id)) report(page, path, `"${id}" is not a step id`, 'use small letters, digits, dots and hyphens');
  if (raw.risk === 'R3' && raw.audience === 'employee')
    wrong('audience', `the step "${id}" is R3 and for the employee`, 'write audience: helpdesk; R3 is only for IT');
  if (raw.risk === 'R0' && raw.learns === undefined)
    wrong(
      'risk',
      `the step "${id}" only looks (R0) but has no "learns", so "It worked" would end the intake as solved`,
      'add learns: { worked: { … }, failing: { … } }, empty if it tells no fact',
    );
  if (isDeep && raw.undo === undefined)
    wrong('risk', `the step "${id}" is ${raw.risk} and has no "undo"`, 'say how to take it back; when it cannot be, say so and add undoable: false');
  if ((raw.undoable ?? true) && raw.risk === 'R3')
    wrong('risk', `the step "${id}" is R3 and said to be undoable`, 'add undoable: false, or lower the risk');
  if (raw.risk === 'R3' && (raw.checks ?? []).length === 0)
    wrong('risk', `the step "${id}" is R3 and has no "checks"`, 'say what must be true just before it');
  if (raw.commands !== undefined && raw.guard === undefined)
    wrong('commands', `the step "${id}" has commands and no guard`, 'add a guard; at least the OS must be known');
  for (const [index, command] of (raw.commands ?? []).entries())
    if (/[\n\r“”‘’\u3000]/.test(command.text))
      report(
        page,
        [...path, 'commands', index, 'text'],
        `the command has a line break, a curly quote or a wide space`,
        'write it in one line with plain characters',
      );
  checkDeparture({ id, value: raw, page, path }, report);
}

/** A departure names every document it sets against another, and each of these is among the sources. */
function checkDeparture({ id, value: raw, page, path }: Entry<RawStep>, report: Report): void {
  for (const language of ['en', 'ja'] as const) {
    const named = raw.departs?.[language].match(/\bms:[a-z0-9.-]*[a-z0-9]|\b00[0-4]\b/g) ?? null;
    if (raw.departs === undefined) return;
    const place = [...path, 'departs', language];
    if (new Set(named).size < 2)
      report(
        page,
        place,
        `"departs" of "${id}" names fewer than two sources`,
        'name the document and what speaks against it, such as (001) and (ms:manage-tls)',
      );
    for (const source of new Set(named)) {
      if (!raw.sources.includes(source))
        report(page, place, `"departs" of "${id}" names ${source}, which is not among its sources`, 'add it to sources');
    }
  }
}
