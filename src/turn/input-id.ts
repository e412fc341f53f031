import { createHash } from 'node:crypto';
import type { Incoming } from '../ports.ts';
import { parseTap, type Tap } from '../taps.ts';

/** Taps that are the answer to a card: each can be given once, and then the card is settled. */
const ANSWERS: ReadonlySet<Tap['do']> = new Set(['answer', 'outcome', 'go-on', 'not-mine', 'phone', 'person', 'send', 'own-case', 'continue', 'new']);

/**
 * What an input is recognised by when it comes again. Teams repeats a tap under a new id, and people press twice: so the answer
 * to a card is known by the card and the answer, everything else by the id of its activity.
 */
export function inputIdOf({ id, what }: Incoming): string {
  const tap = what.kind === 'tap' ? parseTap(what.data) : null;
  if (tap === null || !('slot' in tap) || tap.slot === undefined || !isAnswer(tap)) return id;
  return `tap/${createHash('sha256').update(JSON.stringify(tap)).digest('base64url')}`;
}

function isAnswer(tap: Tap): boolean {
  // Without a fact it only asks which there are.
  return ANSWERS.has(tap.do) || (tap.do === 'change' && tap.fact !== undefined);
}
