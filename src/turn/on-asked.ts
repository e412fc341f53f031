import type { Case, CaseEffect } from '../case-ports.ts';
import { intakeOf } from '../helpdesk/asks.ts';
import { contentOf } from '../helpdesk/content.ts';
import { ADVISORIES } from '../left-out.ts';
import type { Tap } from '../taps.ts';
import { type FactName, type KnownFact, UNKNOWN } from '../triage/facts.ts';
import type { Intake } from '../triage/intake.ts';
import { deliberate, takeIn } from '../triage/take-in.ts';
import { maskIdentifiers } from '../understand/mask.ts';
import { maskPasted } from '../understand/pasted.ts';
import { openCase } from './case-now.ts';
import { factsInWords, sayingOf } from './hand-over.ts';
import { readFor } from './reading.ts';
import { type Decision, note, type Scene, silence } from './scene.ts';
import { worldIn } from './standing.ts';

type Answer = Extract<Tap, { do: 'case-answer' }>;

/** A tap on a question that somebody of the helpdesk asked. What no fact holds is passed on as it was written. */
export function onAskedTap(scene: Scene, tap: Answer): Decision {
  const { case: one } = scene;
  if (one === null || one.id !== tap.case) return told(scene, 'own-case.earlier');
  if (openCase(scene) === null) return told(scene, 'own-case.moved-on');
  const said = (tap.value ?? tap.choice ?? '').trim();
  if (said === '') return told(scene, 'note.no-choice');
  const known = answerOf(scene, tap.fact, said);
  if (known === null) return { ...told(scene, 'own-case.passed-on'), cases: [sayingOf(one, maskPasted(said))] };
  const words = factsInWords({ [tap.fact]: known }, scene);
  const tapped = { kind: 'settled-alert', phrase: 'settled.answered', with: { answer: words }, undo: null } as const;
  const isKnown = one.asked !== tap.fact && one.content.facts[tap.fact]?.values.join() === known.values.join();
  if (isKnown) return { ...silence(scene), tapped };
  return { ...learning(scene, one, tap.fact, known, words), tapped };
}

/** What was written while a question of the helpdesk's stands there, when it answers that; `null`: it does not. */
export function answerInWords(scene: Scene, one: Case, text: string): Decision | null {
  const known = one.asked === null ? null : written(scene, one.asked, text);
  return known === null || one.asked === null ? null : learning(scene, one, one.asked, known, maskPasted(text));
}

/** A listed value as it was tapped, everything else as it reads. */
function answerOf(scene: Scene, fact: FactName, said: string): KnownFact | null {
  const content = scene.knowledge.facts.get(fact);
  if (content?.question == null) return null;
  const isListed = said === UNKNOWN || content.values.some(({ value }) => value === said);
  return isListed ? { values: [said], source: { kind: 'tapped' } } : written(scene, fact, said);
}

function written(scene: Scene, fact: FactName, text: string): KnownFact | null {
  const { facts, command } = readFor(scene, fact, text);
  return command === null ? (facts[fact] ?? null) : null;
}

/** The case and the trip know it from now on, and what is left to check follows from it. */
function learning(scene: Scene, one: Case, fact: FactName, known: KnownFact, words: string): Decision {
  const { knowledge, shelf, now, withdrawn } = scene;
  const own = scene.intake?.id === one.intake && scene.intake.state === 'handed-over' ? scene.intake : null;
  const after = takeIn(own ?? intakeOf(one), { [fact]: deliberate(known) }, worldIn(scene));
  const { problem, ahead, advisories } = contentOf({ intake: after, knowledge, advisories: shelf.advisories, now, withdrawn });
  const learn: CaseEffect = {
    kind: 'learn',
    case: one.id,
    facts: { [fact]: masked(known) },
    content: { problem, ahead, advisories: one.content.leftOut.includes(ADVISORIES) ? [] : advisories },
  };
  const intake: Intake | null = own === null ? scene.intake : { ...after, revision: after.revision + 1 };
  return { ...silence(scene), intake, cases: [sayingOf(one, words), learn] };
}

function masked(known: KnownFact): KnownFact {
  return known.source.kind === 'written' ? { ...known, source: { ...known.source, words: maskIdentifiers(known.source.words) } } : known;
}

function told(scene: Scene, phrase: string): Decision {
  return { ...silence(scene), toast: note(phrase) };
}
