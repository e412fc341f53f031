import type { Report } from './faults.ts';
import type { Page, Path } from './page.ts';
import { type PlacedText, textsIn } from './texts.ts';

/** Texts that are read as sentences, by the last name on the way to them. */
const SENTENCES = ['body', 'why', 'actions', 'verify', 'undo', 'notWhere', 'departs', 'meaning', 'ask', 'again', 'answer', 'fix'];
/** What stands on buttons, in lists and in headings may end as it likes, even with a full stop. */
const SHORT = ['title', 'label', 'labels', 'short', 'checks'];
/** The kinds of phrases that are labels, names of values, headings, or clauses put one after another. */
const SHORT_PHRASE = /^(button|label|reason|value|status|ago|language|continue)\.|\.title/;

const POLITE = /(^はい|^いいえ|こんにちは|です|ます|でした|ました|ません|ましょう|ください|でしょう)か?$/;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
/** What is shown word for word may exclaim. */
const QUOTED = /「[^」]*」|"[^"]*"|“[^”]*”|`[^`]*`/g;

/** Reports what Kiku would not say so: exclaiming, begging, Japanese that ends without です or ます. `isPhrases`: the page holds phrases. */
export function checkVoice(page: Page, isPhrases: boolean, report: Report): void {
  for (const text of textsIn(page.value)) {
    const [en, ja] = [text.en.replace(QUOTED, ''), text.ja.replace(QUOTED, '')];
    for (const [language, said] of [
      ['en', en],
      ['ja', ja],
    ] as const) {
      if (/[!！]/.test(said)) report(page, text.placeOf(language), 'there is an exclamation mark', 'Kiku does not exclaim; end with a full stop');
      if (EMOJI.test(said)) report(page, text.placeOf(language), 'there is an emoji', 'take it out');
    }
    if ((en.match(/\bplease\b/gi)?.length ?? 0) > 1) report(page, text.placeOf('en'), 'the text says "please" more than once', 'once is enough');
    const isShort = isPhrases ? SHORT_PHRASE.test(String(text.path[0])) : text.path.some((part) => SHORT.includes(String(part)));
    const rude = text.isBoth || isShort ? null : impolite(text, isPhrases || SENTENCES.includes(lastName(text.path)));
    if (rude !== null)
      report(page, text.placeOf('ja'), `this Japanese sentence does not end politely ("${rude}")`, 'end it with です, ます, ません or ください');
  }
}

function lastName(path: Path): string {
  return String(path.findLast((part) => typeof part === 'string'));
}

/** The end of the first sentence that does not end politely, or `null`. What has no full stop is a sentence only where sentences stand. */
function impolite(text: PlacedText, isWhole: boolean): string | null {
  const pieces = text.ja.split(/(?<=。)/);
  for (const piece of pieces) {
    const isEnded = piece.trim().endsWith('。');
    if (!isEnded && !isWhole) continue;
    const end = piece
      .trim()
      .replace(/。$/, '')
      .replace(/\s*[(（][^()（）]*[)）]$/, '')
      .trim();
    if (end !== '' && !/[:：」)）]$/.test(end) && /[\u3040-\u30ff]$/.test(end) && !POLITE.test(end)) return end.slice(-12);
  }
  return null;
}
