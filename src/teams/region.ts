const zones = new Map<string, boolean>();

/** The first of these that is an IANA time zone; `null` when none is. Windows names and offsets are none. */
export function firstTimeZone(candidates: readonly (string | null | undefined)[]): string | null {
  for (const zone of candidates) if (typeof zone === 'string' && isTimeZone(zone)) return zone;
  return null;
}

/** Those of the candidates that are language tags, in their order, each once. */
export function languageTags(candidates: readonly (string | null | undefined)[]): readonly string[] {
  const tags = candidates.filter((tag): tag is string => typeof tag === 'string' && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag));
  return [...new Set(tags)];
}

function isTimeZone(zone: string): boolean {
  const known = zones.get(zone);
  if (known !== undefined) return known;
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{1,60}$/.test(zone)) return false;

  if (zones.size >= 1_000) zones.clear();
  const isKnown = isAcceptedByIntl(zone);
  zones.set(zone, isKnown);
  return isKnown;
}

function isAcceptedByIntl(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    // Throwing is how Intl says no; it has no other way to ask.
    return false;
  }
}
