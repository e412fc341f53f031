import type { Language } from '../ports.ts';

/**
 * What is said in a channel about the helpdesk's channels. `here`: this one is it; `backup`: this one stands in should the other take nothing;
 * `not-here`: this one is no longer either; `no-backup`: there is none any more, wherever it was; `language`: this one speaks another language from
 * now on; `other-language`: one that Kiku does not speak; `which`: which are they?
 */
export type PlaceWord = 'here' | 'backup' | 'not-here' | 'no-backup' | 'language' | 'other-language' | 'which';

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

const ENGLISH = /^(?:english|英語|en)$/iu;
const NAME = '(english|japanese|英語|日本語|en|ja)';
/** The language of a channel, said alone: `helpdesk in Japanese`, `ヘルプデスクを英語で`. */
const SPOKEN: readonly RegExp[] = [
  new RegExp(`^help ?desk(?: language:?| speaks?(?: in)?| talks? in| writes? in| in)? ${NAME}(?: please| from now on)?$`, 'iu'),
  new RegExp(
    `^ヘルプ ?デスク(?:の(?:言語|表示))?[をはで]? ?${NAME}(?: ?(?:です|[でに]|[でに](?:する|して|お願いします|変更|表示|変更して|切り替えて|表示して|話して|書いて)(?:ください)?))?$`,
    'iu',
  ),
];
/** The same, said together with something else: `helpdesk here in Japanese`, `ヘルプデスクはここ、英語で`. */
const ALONG = new RegExp(`(?:,? in ${NAME}|[、,。 ]${NAME}(?:です|でお願いします|で))$`, 'iu');

const OTHER =
  /^(?:help ?desk(?: here)? (?:speaks?|in) (?:chinese|mandarin|korean|french|german|spanish|portuguese|italian|dutch|thai|vietnamese|indonesian|hindi|arabic|polish|swedish)|ヘルプ ?デスク[をは][\p{Script=Han}\p{Script=Katakana}ー]{1,10}語(?:[でに](?:して|する|表示して)?(?:ください)?)?)$/iu;

/** What somebody wants of the helpdesk's channels; `null`: nothing. */
export function placeWord(text: string): PlaceWord | null {
  const said = plain(text);
  if (SPOKEN.some((pattern) => pattern.test(said))) return 'language';
  if (OTHER.test(said)) return 'other-language';
  const [whole, first] = [wordOf(said), wordOf(said.replace(ALONG, ''))];
  return whole ?? (first === 'here' || first === 'backup' ? first : null);
}

/** The language that is wanted of a channel: the one that is named, else the one in which it was said. */
export function wantedLanguage(text: string): Language {
  const said = plain(text);
  const named =
    SPOKEN.reduce<string | undefined>((found, pattern) => found ?? pattern.exec(said)?.[1], undefined) ?? ALONG.exec(said)?.slice(1).find(Boolean);
  if (named !== undefined) return ENGLISH.test(named) ? 'en' : 'ja';
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(said) ? 'ja' : 'en';
}

function wordOf(said: string): PlaceWord | null {
  return WORDS.find(([, pattern]) => pattern.test(said))?.[0] ?? null;
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/[.。!]$/u, '');
}
