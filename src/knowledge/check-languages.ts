import type { Report } from './faults.ts';
import type { Glossary } from './glossary.ts';
import { without } from './glossary.ts';
import type { Page } from './page.ts';
import { textsIn } from './texts.ts';
import { placeholders } from './words.ts';

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff\uff01-\uff60]/;
/** Words that only a sentence has; a name of a product or of a button has them hardly ever. */
const SENTENCE =
  /(?<![\w.])(?:the|is|are|was|were|will|would|can|cannot|could|should|must|does|did|not|your|you|it|its|this|that|these|there|with|from|if|when|then|which|who|have|has|been|be|please|and then|because|only|also|still|again)(?![\w.-])/;
/** Four words in a row of which the later ones begin small. */
const RUN = /(?<![\w.\\/-])[A-Za-z]+(?: [a-z]{2,}){3,}(?![\w.\\/-])/;
/** What is shown or typed word for word: in 「」, in quotes, in back quotes, in braces, and what looks like a path, an option or a setting. */
const VERBATIM = /「[^」]*」|"[^"]*"|“[^”]*”|`[^`]*`|\{[^}]*\}|\S*[\\/=:]\S*|\S+\.\w{2,}/g;

/** Reports words that stand in the wrong language, and arguments that only one language has. `hasArguments`: this page may use them. */
export function checkLanguages(page: Page, hasArguments: boolean, glossary: Glossary, report: Report): void {
  for (const { en, ja, path, isBoth, placeOf } of textsIn(page.value)) {
    const english = englishIn(ja, glossary);
    if (isBoth) {
      if (english !== null) report(page, path, `"both" holds an English sentence ("${english}")`, 'write en and ja; "both" is for names');
      continue;
    }
    if (en !== ja && JAPANESE.test(en))
      report(page, placeOf('en'), 'there is Japanese in the English text', 'write the English, or use both for a name');
    if (english !== null)
      report(
        page,
        placeOf('ja'),
        `there is English in the Japanese text ("${english}")`,
        'write the Japanese; add a name to "names" of glossary.yaml',
      );
    const [inEnglish, inJapanese] = [placeholders(en), placeholders(ja)];
    const lost = [...inEnglish.filter((name) => !inJapanese.includes(name)), ...inJapanese.filter((name) => !inEnglish.includes(name))];
    if (lost.length > 0) report(page, path, `only one language has {${lost.join('}, {')}}`, 'use the same arguments in both');
    else if (!hasArguments && inEnglish.length > 0)
      report(page, path, `{${inEnglish.join('}, {')}} will not be filled in here`, 'take the braces out; only phrases have arguments');
  }
}

/** A piece of English in what should be Japanese, or `null`. */
function englishIn(text: string, glossary: Glossary): string | null {
  const rest = without(text, glossary.names).replace(VERBATIM, ' · ');
  return RUN.exec(rest)?.[0] ?? SENTENCE.exec(rest)?.[0] ?? null;
}
