import { MASKS } from './masks.ts';
import { rejoined } from './rejoin.ts';

/** One line break may be chance. */
const FEWEST_BREAKS = 2;
/** Shorter names stand in many words. */
const SHORTEST = 4;
const LONGEST = 120;
/** So many different names are looked for elsewhere. */
const MOST = 40;
/** Names that many things have, products, and versions: what they say elsewhere is evidence. */
const COMMON =
  /^(?:windows|win|office|microsoft|onedrive|outlook|teams|sharepoint|exchange|server|proxy|local\w*|domain|work\w*|admin\w*|users?|public|default|system|guest|azuread|none|null|true|false|https?|online|group|company|organi[sz]ation|network|device|computer|laptop|desktop|surface|account|direct|nothing|reg_\w+|[0-9.:-]{1,12}|(?:windows|win|server|w)[- ]?(?:7|8|10|11|20[0-9]{2}).{0,4})$/i;
/**
 * `text` without what points to a person, a device or an organisation: addresses, ids, thumbprints, serial numbers, names of users,
 * computers and domains in output. What a field or a path names is masked elsewhere too, and where a line break has torn it.
 * For anything stored or shown to somebody else; what commands state can still be read in it.
 */
export function maskIdentifiers(text: string): string {
  const written = narrowed(text);
  const whole = rejoined(written, FEWEST_BREAKS);
  const names = new Set<string>();
  const masked = withoutIdentifiers(whole ?? written, names);
  return whole === null ? withoutNames(masked, names) : withoutIdentifiers(withoutNames(written, names), new Set());
}

function withoutIdentifiers(text: string, names: Set<string>): string {
  return MASKS.reduce((before, [pattern, mark]) => before.replace(pattern, (...match) => marked(match, mark, names)), text);
}

/** What stands in the place of a match; what it hides becomes one of the names. */
function marked(match: readonly unknown[], mark: string, names: Set<string>): string {
  let [rest, shown] = [String(match[0]), ''];
  for (const part of mark.split(/(\$[0-9])/)) {
    const group = /^\$[0-9]$/.test(part) ? String(match[Number(part.slice(1))] ?? '') : null;
    shown += group ?? part;
    if (group !== null && rest.startsWith(group)) rest = rest.slice(group.length);
  }
  for (const name of [rest, ...rest.split(/[\s,;\\@"'()<>]+/)]) if (names.size < MOST && isName(name.trim())) names.add(name.trim());
  return shown;
}

function isName(name: string): boolean {
  return name.length >= SHORTEST && name.length <= LONGEST && !/[[\r\n]|[:：=]\s|\s{3}/.test(name) && !COMMON.test(name);
}

/** Masks names wherever else they stand, also where a line break tears them. */
function withoutNames(text: string, names: ReadonlySet<string>): string {
  if (names.size === 0) return text;
  const torn = '(?:[ \\t]{0,4}\\r?\\n[ \\t>|]{0,40})?';
  const patterns = [...names]
    .sort((left, right) => right.length - left.length)
    .map((name) => Array.from(name, (char) => char.replace(/[\\^$.*+?()[\]{}|]/, '\\$&')).join(torn));
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'giu'), '[name]');
}

/** Wide letters and hard spaces hide nothing. */
function narrowed(text: string): string {
  return text
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff20\uff0e\uff3f\uff1a\uff3c\uff0d]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    );
}
