import type { HeardMessage } from '../ports.ts';
import type { Facts } from '../triage/facts.ts';
import { asDeliberate } from '../understand/corrections.ts';
import { openIntake } from './commands.ts';
import { holdEdited } from './hold.ts';
import { beginningOf, onText } from './on-text.ts';
import { hasFacts, readFor } from './reading.ts';
import { before, type Decision, note, type Scene, silence } from './scene.ts';
import { move } from './show.ts';

/**
 * A message was edited: what it says differently now counts, as a correction. Only messages of the intake that is open are read
 * again; who edits one of an earlier trip, or a comma, is not disturbed.
 */
export function onEdit(scene: Scene, text: string, of: string): Decision {
  const { intake, person } = scene;
  if (intake !== null && person.held.some((held) => held.id === of)) return holdEdited(scene, intake, of, text);
  const heard = person.heard.find((one) => one.id === of);
  if (heard === undefined || (intake !== null && intake.state !== 'open')) return silence(scene);
  const open = openIntake(scene);
  if (open === null) return hasFacts(readFor(scene, null, text)) ? onText(scene, text) : silence(scene);
  const { facts } = readFor(scene, heard.asked, text);
  const corrected = asDeliberate(different(facts, heard));
  if (Object.keys(corrected).length === 0) return silence(scene);
  const decision = before(move(scene, open, { kind: 'told', facts: corrected }), note('note.edited'));
  const said = Object.fromEntries(Object.entries(facts).map(([fact, known]) => [fact, known.values]));
  const again = person.heard.map((one) => (one.id === of ? { ...one, said, text: beginningOf(text) } : one));
  return { ...decision, person: { ...decision.person, heard: again, held: person.held } };
}

/** What the message says now and did not say before. */
function different(facts: Facts, heard: HeardMessage): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([fact, known]) => heard.said[fact]?.join() !== known.values.join()));
}
