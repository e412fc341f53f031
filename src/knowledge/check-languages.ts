import type { Report } from './faults.ts';
import type { Page, Path } from './page.ts';
import { placeholders } from './words.ts';

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff\uff01-\uff60]/;
/** Four English words in a row: a sentence, and not the name of a product or a button. */
const ENGLISH = /\b[A-Za-z]+(?: [a-z]+){3,}/;

/** Reports words that stand in the wrong language, and arguments that only one language has. `hasArguments`: this page may use them. */
export function checkLanguages(page: Page, hasArguments: boolean, report: Report): void {
  for (const { en, ja, path } of textsIn(page.value, [])) {
    if (en === ja) continue;
    if (JAPANESE.test(en)) report(page, [...path, 'en'], 'there is Japanese in the English text', 'write the English, or use both for a name');
    const english = ENGLISH.exec(ja)?.[0];
    if (english !== undefined) report(page, [...path, 'ja'], `there is English in the Japanese text ("${english}")`, 'write the Japanese');
    const [inEnglish, inJapanese] = [placeholders(en), placeholders(ja)];
    const lost = [...inEnglish.filter((name) => !inJapanese.includes(name)), ...inJapanese.filter((name) => !inEnglish.includes(name))];
    if (lost.length > 0) report(page, path, `only one language has {${lost.join('}, {')}}`, 'use the same arguments in both');
    else if (!hasArguments && inEnglish.length > 0)
      report(page, path, `{${inEnglish.join('}, {')}} will not be filled in here`, 'take the braces out; only phrases have arguments');
  }
}

function* textsIn(value: unknown, path: Path): Generator<{ readonly en: string; readonly ja: string; readonly path: Path }> {
  if (typeof value !== 'object' || value === null) return;
  const { en, ja } = value as { readonly en?: unknown; readonly ja?: unknown };
  if (typeof en === 'string' && typeof ja === 'string') yield { en, ja, path };
  for (const [key, inside] of Object.entries(value)) yield* textsIn(inside, [...path, Array.isArray(value) ? Number(key) : key]);
}
