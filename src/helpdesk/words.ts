/**
 * What is said in a channel about the helpdesk's channels. `here`: this one is it; `backup`: this one stands in should the other take nothing;
 * `not-here`: this one is no longer either; `no-backup`: there is none any more, wherever it was; `which`: which are they?
 */
export type PlaceWord = 'here' | 'backup' | 'not-here' | 'no-backup' | 'which';

/** The title of a command comes as text in the language of whoever picks it. */
const WORDS: readonly (readonly [PlaceWord, RegExp])[] = [
  ['here', /^(?:help ?desk here|ヘルプ ?デスクはここ(?:です)?|ここを?ヘルプ ?デスクに(?:する|して(?:ください)?)?)$/iu],
  [
    'backup',
    /^(?:help ?desk (?:backup here|here too|here as (?:a )?backup)|backup help ?desk here|ヘルプ ?デスクの予備はここ(?:です)?|ヘルプ ?デスクはここも|ここを?ヘルプ ?デスクの予備に(?:する|して(?:ください)?)?)$/iu,
  ],
  [
    'not-here',
    /^(?:help ?desk not here(?: any ?more)?|ヘルプ ?デスクはここでは(?:ない|ありません)|ここの?ヘルプ ?デスクを解除(?:する|して(?:ください)?)?)$/iu,
  ],
  ['no-backup', /^(?:help ?desk no backup|no help ?desk backup|ヘルプ ?デスクの予備(?:は(?:なし|不要)|を解除(?:する|して(?:ください)?)?))$/iu],
  ['which', /^(?:(?:which |where is the )?help ?desk(?: channels?)?|ヘルプ ?デスク(?:は(?:どこ(?:ですか)?)?|のチャネル)?)\??$/iu],
];

/** What somebody wants of the helpdesk's channels; `null`: nothing. */
export function placeWord(text: string): PlaceWord | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/[.。!]$/u, '');
  return WORDS.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}
