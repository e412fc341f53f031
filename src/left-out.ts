/** What stands for everything of one sort in the list of what goes along to the helpdesk; no fact is called so. */
export const TRIED = '*tried';
export const WORDS = '*words';
export const ADVISORIES = '*advisories';
