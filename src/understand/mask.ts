import { MASKS } from './masks.ts';

/**
 * `text` without what points to a person, a device or an organisation: addresses, ids, thumbprints, serial numbers, names of users,
 * computers and domains in output. For anything stored or shown to somebody else; what commands state can still be read in it.
 */
export function maskIdentifiers(text: string): string {
  return MASKS.reduce((masked, [pattern, mark]) => masked.replace(pattern, mark), narrowed(text));
}

/** Wide letters and hard spaces hide nothing. */
function narrowed(text: string): string {
  return text
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff20\uff0e\uff3f\uff1a\uff3c\uff0d]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    );
}
