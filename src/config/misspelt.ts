/** Two names are near when so many letters have to be changed at most; short names are near to too many others. */
const SHORT = 8;
const LONG = 14;

/**
 * A sentence for each variable that is none of ours and looks like one that is not set (`MICROSOFT_APP_TENANTID`, `MicrosoftAppId`). One that is
 * set beside ours is taken for somebody else's.
 */
export function misspelt(given: Readonly<Record<string, string | undefined>>, known: readonly string[]): readonly string[] {
  const missing = known.filter((name) => given[name] === undefined);
  return Object.keys(given)
    .filter((name) => !known.includes(name))
    .flatMap((name) => {
      const meant = missing.find((candidate) => isNear(name, candidate));
      return meant === undefined ? [] : [`${name} is no setting of Kiku's; if ${meant} is meant, set that instead.`];
    });
}

function isNear(name: string, known: string): boolean {
  const [a, b] = [lettersOf(name), lettersOf(known)];
  if (b.length < SHORT) return name !== name.toLowerCase() && a === b && b.length > 4;
  return lettersBetween(a, b) <= (b.length < LONG ? 1 : 2);
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** How many letters are put in, left out, changed, or swapped with their neighbour. */
function lettersBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY;
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (isSame ? 0 : 1));
      row.push(isSwapped ? Math.min(best, (older[j - 2] ?? 0) + 1) : best);
    }
    older = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}
