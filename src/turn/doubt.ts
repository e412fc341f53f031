import { candidatesOf, type ReadBack, readBackPhrase, shownCode } from '../read-back.ts';
import type { FactValue } from '../triage/facts.ts';
import { codesIn } from '../triage/identify.ts';
import { oneSlipAway } from '../understand/slips.ts';
import type { View } from '../views.ts';
import { problemOf } from './codes.ts';
import type { Reading } from './reading.ts';
import { note, type Scene } from './scene.ts';

/** A message without the code that is in doubt, and that code, to be read back before anything is acted on; `null`: none is. */
export interface Doubted {
  readonly reading: Reading;
  readonly readBack: ReadBack | null;
}

/** A card has room for so many candidates, beside the code as it was written. */
const MOST_CANDIDATES = 3;

/**
 * OneDrive's own codes and those of signing in are few, so one that nobody knows is often a slip. Windows' 0x8007… and AADSTS numbers
 * are so many that one digit beside a known one is most likely right.
 */
const SPARSE = /^0x(?:8004|caa)/;
const WHOLE = /^(?:0x[0-9a-f]{8}|aadsts[0-9]{5,7})$/;

/** Holds the codes of a message against those that exist. What the person has confirmed, or written twice, is in doubt no more. */
export function inDoubt(reading: Reading, scene: Scene): Doubted {
  const stated = codesIn(reading.facts);
  if (stated.some((code) => isSure(code, reading, scene))) return { reading, readBack: null };
  const [first] = stated;
  if (first !== undefined) {
    const readBack = doubtOf(first, scene);
    if (readBack === null) return { reading, readBack };
    const { code: _, ...facts } = reading.facts;
    return { reading: { ...reading, facts }, readBack };
  }
  const confirmed = confirmedIn(reading, scene);
  if (confirmed !== null) {
    const code = { values: [confirmed], source: { kind: 'written' as const, words: confirmed } };
    return { reading: { ...reading, facts: { ...reading.facts, code } }, readBack: null };
  }
  const doubts = reading.nearCodes.flatMap((code) => nearDoubt(code, scene) ?? []);
  return { reading, readBack: doubts[0] ?? null };
}

/** A code in doubt read back in a sentence, where there is no card to choose from. */
export function readBackNote(readBack: ReadBack, scene: Scene): View {
  const or = scene.knowledge.phrases.get('label.or')?.[scene.language] ?? ' / ';
  return note(readBackPhrase(readBack), { code: shownCode(readBack.written), codes: candidatesOf(readBack).map(shownCode).join(or) });
}

function isSure(code: FactValue, reading: Reading, scene: Scene): boolean {
  const content = scene.knowledge.codes.get(code);
  const isUncertain = reading.uncertainCodes.includes(code) && content !== undefined && content.alike.length > 0;
  return (scene.person.readBack?.codes.includes(code) ?? false) || (content !== undefined && !isUncertain);
}

/** The code that was read back, in its short form again, or by a "yes" where there was but one. */
function confirmedIn(reading: Reading, scene: Scene): FactValue | null {
  const { readBack } = scene.person;
  if (readBack === null) return null;
  const [only, ...others] = candidatesOf(readBack);
  if (reading.isYes && reading.asked === 'code' && only !== undefined && others.length === 0) return only;
  return reading.nearCodes.find((code) => readBack.codes.includes(code)) ?? null;
}

/** A whole code: taken for another one, or one that nobody knows beside some that are known; `null`: it stands as it is. */
function doubtOf(code: FactValue, scene: Scene): ReadBack | null {
  const content = scene.knowledge.codes.get(code);
  if (content !== undefined) return { written: code, codes: [code, ...content.alike] };
  const candidates = SPARSE.test(code) ? candidatesFor(code, scene) : [];
  return candidates.length === 0 ? null : { written: code, codes: [...candidates, code] };
}

/** A short form or a code of the wrong length. Where it may be anything, only a known family is worth a question. */
function nearDoubt(code: FactValue, scene: Scene): ReadBack | null {
  if (scene.knowledge.codes.has(code) || (WHOLE.test(code) && SPARSE.test(code))) return doubtOf(code, scene) ?? { written: code, codes: [code] };
  if (WHOLE.test(code)) return null;
  const candidates = candidatesFor(code, scene);
  return candidates.length > 0 || SPARSE.test(code) ? { written: code, codes: candidates } : null;
}

/** Codes of which something can be said come first, and those that lead to a problem before the rest; of grade C only when there is no other. */
function candidatesFor(code: FactValue, scene: Scene): readonly FactValue[] {
  const contents = [...scene.knowledge.codes.values()];
  const told = contents.filter((content) => content.told !== null).map((content) => content.code);
  const near = oneSlipAway(code, told);
  const leading = near.filter((one) => problemOf(one, scene) !== null);
  const candidates =
    near.length > 0
      ? [...leading, ...near.filter((one) => !leading.includes(one))]
      : oneSlipAway(
          code,
          contents.map((one) => one.code),
        );
  return candidates.slice(0, MOST_CANDIDATES);
}
