import type { HeardMessage } from '../ports.ts';
import { maskIdentifiers } from '../understand/mask.ts';
import { MOST_TEXT, type Reading, readBelonging, readIn } from './reading.ts';
import { before, type Decision, note, type Scene } from './scene.ts';
import { decideText, hear, hearHeld, TEXT_RULES, TEXT_RULES_WHILE_HELD } from './text-rules.ts';

/** So many messages of an intake are remembered, in case they are edited. */
const MOST_HEARD = 50;

/** What a written or pasted message comes to. */
export function onText(scene: Scene, text: string): Decision {
  const isWaiting = scene.intake !== null && scene.person.held.length > 0;
  const reading = isWaiting ? readBelonging(scene, text) : readIn(scene, scene.intake, text);
  const decision = isWaiting ? decideText(TEXT_RULES_WHILE_HELD, hearHeld(scene, text, reading)) : take(scene, text, reading);
  const remembered = remember(scene, text, reading, decision);
  return text.length > MOST_TEXT ? before(remembered, note('note.too-long')) : remembered;
}

/** A message that was read where the person is. */
export function take(scene: Scene, text: string, reading: Reading): Decision {
  return decideText(TEXT_RULES, hear(scene, text, reading));
}

/** Remembers which messages the intake was told by, so that an edit finds what it changes. */
function remember(scene: Scene, text: string, reading: Reading, decision: Decision): Decision {
  const { person } = decision;
  const puzzledTimes = person.puzzled > scene.person.puzzled ? person.puzzled : 0;
  if (person.held.length > 0) return { ...decision, person: { ...person, puzzled: puzzledTimes } };
  const said = Object.fromEntries(Object.entries(reading.facts).map(([fact, known]) => [fact, known.values]));
  const own: HeardMessage = { id: scene.incoming.id, asked: reading.asked, said, text: isOnlyForKiku(reading) ? '' : beginningOf(text) };
  return { ...decision, person: { ...person, heard: [...heardBefore(scene, decision), own].slice(-MOST_HEARD), puzzled: puzzledTimes } };
}

/** What the intake of this decision had been told in writing, with what waited until now. */
function heardBefore(scene: Scene, decision: Decision): readonly HeardMessage[] {
  const isSame = decision.intake?.id === scene.intake?.id;
  const released = decision.person.held.length === 0 ? scene.person.held : [];
  return [...(isSame ? scene.person.heard : []), ...released.map(({ id, text }) => ({ id, asked: null, said: {}, text: beginningOf(text) }))];
}

/** In characters. */
const LONGEST_KEPT = 300;

/** The beginning of a message, masked. More is masked than is kept, so that nothing is left of an identifier that was cut in two. */
export function beginningOf(text: string): string {
  return maskIdentifiers(text.slice(0, 2 * LONGEST_KEPT)).slice(0, LONGEST_KEPT);
}

function isOnlyForKiku({ command, smallTalk, facts }: Reading): boolean {
  const isTalk = command !== null || smallTalk === 'greeting' || smallTalk === 'thanks' || smallTalk === 'about-kiku';
  return isTalk && Object.keys(facts).length === 0;
}
