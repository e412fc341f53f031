import type { FactValue } from './triage/facts.ts';

/** A code in doubt, to be confirmed before it counts: as it was written, and those it may be (also itself), the likeliest first. */
export interface ReadBack {
  readonly written: FactValue;
  readonly codes: readonly FactValue[];
}

/** A code as Windows and Office show it: `aadsts50020` is AADSTS50020, `0xcaa50021` is CAA50021. */
export function shownCode(code: FactValue): string {
  return code.replace(/^(?:aadsts|0xcaa).*/, (own) => own.replace('0x', '').toUpperCase());
}

/** The phrase that reads it back; `{code}` is what was written, `{codes}` what it may be. */
export function readBackPhrase({ written, codes }: ReadBack): string {
  if (codes.length === 0) return 'note.incomplete-code';
  if (codes[0] !== written) return 'note.did-you-mean';
  return codes.length === 1 ? 'note.read-back' : 'note.read-back-alike';
}

/** What to choose from: without the code as it was written, where that is only the last resort. */
export function candidatesOf({ written, codes }: ReadBack): readonly FactValue[] {
  return codes[0] === written ? codes : codes.filter((code) => code !== written);
}
