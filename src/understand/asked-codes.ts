import type { CodeMention } from './codes.ts';

/** "I don't have it, a colleague just asked." */
const NOT_MINE =
  /(?<![a-z])(?:(?:i|we) (?:dont|do not) (?:have|get|see) (?:it|this|that|(?:this|that|the) (?:error|code))(?: (?:myself|here|ourselves))?(?= ?(?:[,.;:!\n-]|$|but |only |just ))|(?:colleague|friend|coworker|neighbou?r|teammate|somebody|someone) (?:just|only) (?:asked|wanted to know)|asking for (?:a|my) (?:friend|colleague|coworker|neighbou?r|teammate))/;
const ASKS = /(?:^|[.!?\n] ?)(?:(?:hi|hello|hey|(?:quick |a )?question)[,:!]? )?(?:is|isnt|what|whats|which|how) [^.!?\n]{0,60}$/;

/** "…, or was it CAA50021? No, 50024" */
const SETTLED =
  /(?<![a-z])or (?:was|is) it [^?\n]{1,30}\? ?(?:no|nope|yes|sorry|wait|actually)[,. ]{1,3}(?:(?:its|it is|it was|the) )?(?:([0-9a-f]{3,6})(?![0-9a-z]))?/;

/** The codes of a text that its writer may have: none that is only asked about for somebody else, and of two between which they waver the one on which they settle. */
export function ownCodes(codes: readonly CodeMention[], text: string): readonly CodeMention[] {
  const choice = SETTLED.exec(text);
  const [all = '', ending] = choice ?? [];
  const settled =
    choice === null ? [] : codes.filter(({ code, start }) => (ending === undefined ? start === choice.index + all.length : code.endsWith(ending)));
  const own = settled.length > 0 ? settled : codes;
  return NOT_MINE.test(text)
    ? own.filter(({ start, end }) => !ASKS.test(text.slice(Math.max(0, start - 90), start)) || !/^[^.!?\n]{0,80}\?/.test(text.slice(end, end + 82)))
    : own;
}
