/** The language a text is written in; `null` when there is too little to tell, or it is neither. Names and codes say nothing. */
export function languageOf(text: string, locale = ''): 'en' | 'ja' | null {
  const sample = text.slice(0, 4000);
  if (/[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]/.test(sample)) return 'ja';
  // Without kana it may as well be Chinese; where the person has Japanese set, or uses words that are Japanese only, it is not.
  if (/[\u4e00-\u9fff]/.test(sample)) return locale.startsWith('ja') || /社内|社外|会社|自宅|接続不可|無し/.test(sample) ? 'ja' : null;
  const words = sample.toLowerCase().match(/(?<![a-z])[a-z']{1,20}(?![a-z])/g) ?? [];
  return words.some((word) => ENGLISH.has(word)) ? 'en' : null;
}

// Words that every English sentence is full of, and the answers people give in one word.
const ENGLISH = new Set(
  `a an and any are as at be been but by can can't cant cannot company connect did do does doesn't doesnt don't dont down error for from get getting got has
  have hello help hi home how i i'm im in is isn't it it's its just keeps me my no not of on only open or our please restart says she sign so sync thanks that the
  their there this to trouble unable use using was we we're what when with won't work working works yes you your everyone nobody after before still`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
