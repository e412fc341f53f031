import type { FactValue } from '../triage/facts.ts';

/** Digits that are easily read or typed for one another. */
const LOOK_ALIKE = ['49', '08', '17', '38', '56', '68', '8b', '0d', 'ef', 'cd', '5f'];

/** Which of the `known` codes are one slip away from `written`: a digit wrong, missing or too many, or two exchanged. The likeliest slips first. */
export function oneSlipAway(written: FactValue, known: readonly FactValue[]): readonly FactValue[] {
  const found = known.flatMap((code) => {
    const cost = slipBetween(written, code);
    return cost === null ? [] : [{ code, cost }];
  });
  return found.toSorted((left, right) => left.cost - right.cost).map(({ code }) => code);
}

/** 0 for a slip that many make, 1 for any other, `null` when there is more than one, or none. */
function slipBetween(written: string, code: string): 0 | 1 | null {
  if (written === code || kindOf(written) !== kindOf(code)) return null;
  if (written.length === code.length) return changeBetween(written, code);
  if (written.length + 1 === code.length) return isWithout(code, written) ? (code.startsWith(written) || hasTwin(code, written) ? 0 : 1) : null;
  if (written.length === code.length + 1) return isWithout(written, code) ? (written.startsWith(code) || hasTwin(written, code) ? 0 : 1) : null;
  return null;
}

function changeBetween(written: string, code: string): 0 | 1 | null {
  const places = [...written].flatMap((digit, place) => (digit === code[place] ? [] : [place]));
  const [first = 0, second] = places;
  const [left, right] = [written.slice(first, first + 2), code.slice(first, first + 2)];
  if (places.length === 1) return LOOK_ALIKE.includes([left.charAt(0), right.charAt(0)].sort().join('')) ? 0 : 1;
  return places.length === 2 && second === first + 1 && left === [...right].reverse().join('') ? 0 : null;
}

/** Whether `shorter` is `longer` without one of its digits. */
function isWithout(longer: string, shorter: string): boolean {
  const place = firstDifference(longer, shorter);
  return longer.slice(place + 1) === shorter.slice(place);
}

/** Whether the digit that is missing stands beside its like. */
function hasTwin(longer: string, shorter: string): boolean {
  const place = firstDifference(longer, shorter);
  return longer.charAt(place) === longer.charAt(place - 1) || longer.charAt(place) === longer.charAt(place + 1);
}

function firstDifference(longer: string, shorter: string): number {
  let place = 0;
  while (place < shorter.length && longer[place] === shorter[place]) place += 1;
  return place;
}

function kindOf(code: string): string {
  return code.slice(0, 2);
}
