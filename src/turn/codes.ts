import { toldCode } from '../knowledge/told-code.ts';
import type { Facts, FactValue } from '../triage/facts.ts';
import { codesIn, identify } from '../triage/identify.ts';
import type { Intake } from '../triage/intake.ts';
import type { ProblemId } from '../triage/playbook.ts';
import type { View } from '../views.ts';
import { note, type Scene } from './scene.ts';

/** The code that decides what the trouble is: the first on which Kiku knows a way alone; else the first of which something can be said; else the first. */
export function leadingCode(facts: Facts, scene: Scene): FactValue | null {
  const codes = codesIn(facts);
  const { problem } = identify(facts, scene.knowledge.playbooks);
  const leading = codes.find((code) => problem !== null && problem === problemOf(code, scene));
  return leading ?? toldCode(facts, scene.knowledge)?.code ?? codes[0] ?? null;
}

/** The first code here that has nothing to do with those of `intake`; `null` when there is none, or `intake` has no code. */
export function otherCode(intake: Intake, facts: Facts): FactValue | null {
  const [before, now] = [codesIn(intake.facts), codesIn(facts)];
  return before.length === 0 || now.some((code) => before.includes(code)) ? null : (now[0] ?? null);
}

/** `added`, with the codes of `facts` kept beside its own: the person said that it is all one trouble. */
export function withAllCodes(facts: Facts, added: Facts): Facts {
  const codes = [...new Set([...codesIn(facts), ...codesIn(added)])];
  return added.code === undefined || codes.length === 0 ? added : { ...added, code: { ...added.code, values: codes } };
}

/** What there is to say of codes that have just become known: which is gone on with, or that none is known. */
export function codeNews(before: Facts, after: Facts, scene: Scene): readonly View[] {
  const codes = codesIn(after);
  if (codes.length === 0 || codes.join() === codesIn(before).join()) return [];
  const named = codes.join(scene.knowledge.phrases.get('label.list-separator')?.[scene.language] ?? ', ');
  if (identify(after, scene.knowledge.playbooks).hasUnknownCode && toldCode(after, scene.knowledge) === null) {
    const isUndocumented = codes.every((code) => scene.knowledge.codes.has(code));
    return [note(isUndocumented ? 'note.undocumented-code' : 'note.unknown-code', { code: named })];
  }
  return codes.length === 1 ? [] : [note('note.several-codes', { codes: named, code: leadingCode(after, scene) ?? '' })];
}

/** The problem that the code alone leads to. */
export function problemOf(code: FactValue, scene: Scene): ProblemId | null {
  return identify({ code: { values: [code], source: { kind: 'given' } } }, scene.knowledge.playbooks).problem;
}
