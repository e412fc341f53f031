import type { ReadBack } from '../read-back.ts';
import type { Move } from '../triage/advance.ts';
import { codesIn } from '../triage/identify.ts';
import type { Intake } from '../triage/intake.ts';
import { readBackNote } from './doubt.ts';
import { before, type Decision, type Scene } from './scene.ts';
import { arrive, go, showAgain, type Trail, trailFrom } from './show.ts';
import { whereIs } from './standing.ts';

/** What was said, for the intake that is open, or for a new one, and a code in doubt that came with it. */
export function tell(scene: Scene, intake: Intake, said: Said, readBack: ReadBack | null): Decision {
  const isQuiet = intake === scene.intake && Object.keys(said.facts).length === 0;
  return arriveInDoubt(isQuiet ? trailFrom(intake) : go(trailFrom(intake), { kind: 'told', ...said }, scene), readBack, scene);
}

/** Facts, and what was written beside an output that says otherwise. */
type Said = Pick<Extract<Move, { kind: 'told' }>, 'facts' | 'overruled'>;

/** What a trail comes to. A code in doubt is read back: with a choice where no code is known, else in a sentence before the rest. */
export function arriveInDoubt(trail: Trail, readBack: ReadBack | null, scene: Scene): Decision {
  if (readBack === null) return arrive(trail, scene);
  const decision = readingBack(trail, readBack, scene);
  return { ...decision, person: { ...decision.person, readBack } };
}

function readingBack(trail: Trail, readBack: ReadBack, scene: Scene): Decision {
  const isQuiet = trail.effects.length === 0;
  const { intake } = trail;
  if (codesIn(intake.facts).length > 0) return before(isQuiet ? showAgain(scene, intake) : arrive(trail, scene), readBackNote(readBack, scene));
  const position = whereIs(scene, intake);
  if (position?.kind !== 'ask' || position.fact !== 'code') return arrive(go(trail, { kind: 'reopened', fact: 'code' }, scene), scene, { readBack });
  return isQuiet ? showAgain(scene, intake, { readBack }) : arrive(trail, scene, { readBack });
}
