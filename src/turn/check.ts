import type { DiagnosticContent, Knowledge } from '../knowledge/content.ts';
import { situationOf } from '../triage/advance.ts';
import { type Facts, isImprecise, UNKNOWN } from '../triage/facts.ts';
import type { Intake } from '../triage/intake.ts';
import { asks, type Position } from '../triage/next.ts';
import type { View } from '../views.ts';
import { note, type Scene } from './scene.ts';
import { worldIn } from './standing.ts';

/** So many open questions a block must answer before it is offered: for one, the question itself is less work. */
const LEAST_SAVED = 2;

const OS = 'os';

/** The block for the device of these facts. `null`: its system has none. `undefined`: it is not known which system it is. */
export function blockFor(facts: Facts, { diagnostics, facts: contents }: Knowledge): DiagnosticContent | null | undefined {
  const os = facts[OS]?.values[0];
  const definition = contents.get(OS);
  if (os === undefined || os === UNKNOWN || definition === undefined || isImprecise(facts, definition)) return undefined;
  return [...diagnostics.values()].find((block) => block.os.includes(os)) ?? null;
}

/** The block, or that there is none for the device, as it is said. */
export function checkView(block: DiagnosticContent | null): View {
  return block === null ? note('note.no-check') : { kind: 'check', block: block.id };
}

/** How the check stands when `position` is shown: a block that was wanted is said once the system is known, and one that saves questions is offered once. */
export function withCheck(intake: Intake, position: Position, scene: Scene): { readonly intake: Intake; readonly said: readonly View[] } {
  const { check } = intake;
  if (check.state === 'wanted') return owed(intake, scene);
  if (check.state !== 'none' || position.kind !== 'ask' || !isWorthwhile(intake, position, scene)) return { intake, said: [] };
  return { intake: { ...intake, check: { state: 'offered', under: position.fact } }, said: [] };
}

function owed(intake: Intake, scene: Scene): { readonly intake: Intake; readonly said: readonly View[] } {
  const block = blockFor(intake.facts, scene.knowledge);
  const isGivenUp = intake.facts[OS]?.values[0] === UNKNOWN && intake.reopened !== OS;
  if (block === undefined && !isGivenUp) return { intake, said: [] };
  return { intake: { ...intake, check: { state: 'over' } }, said: [checkView(block ?? null)] };
}

/** Whoever reads on a phone and types on the PC cannot paste from there; and what was said twice is settled first. */
function isWorthwhile(intake: Intake, position: Extract<Position, { kind: 'ask' }>, scene: Scene): boolean {
  // What is typed anyway, a code, is typed more quickly.
  const isTyped = scene.knowledge.facts.get(position.fact)?.pattern !== null;
  if (isTyped || intake.onPhone || position.contradiction !== undefined || intake.reopened !== null) return false;
  const block = blockFor(intake.facts, scene.knowledge);
  if (block === null || block === undefined) return false;
  const open = asks(situationOf(intake, worldIn(scene)));
  return open.filter((fact) => block.settles.includes(fact)).length >= LEAST_SAVED;
}
