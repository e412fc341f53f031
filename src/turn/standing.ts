import { type Match, matchesFor, worldOf } from '../advisories/world.ts';
import { positionOf, type World } from '../triage/advance.ts';
import type { Facts } from '../triage/facts.ts';
import type { Intake } from '../triage/intake.ts';
import type { Position } from '../triage/next.ts';
import type { Scene } from './scene.ts';

/** What the core decides with in this scene. */
export function worldIn(scene: Scene): World {
  return worldOf(scene.knowledge, scene.shelf.advisories, scene.now, scene.withdrawn);
}

/** The advisories that concern these facts, the likeliest first. */
export function matchesIn(scene: Scene, facts: Facts): readonly Match[] {
  return matchesFor(facts, scene.shelf.advisories, scene.knowledge, scene.now);
}

/** Where this intake stands; `null` when it has ended, or there is none. */
export function whereIs(scene: Scene, intake: Intake | null): Position | null {
  return intake?.state === 'open' ? positionOf(intake, worldIn(scene)) : null;
}
