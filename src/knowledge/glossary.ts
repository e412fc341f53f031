import { z } from 'zod';
import type { Language } from '../ports.ts';
import type { Report } from './faults.ts';
import type { Page } from './page.ts';
import { readEntries, readShape } from './read-shape.ts';
import { textShape } from './shapes.ts';
import { textsIn } from './texts.ts';

const words = z.array(z.string().min(1)).default([]);

const shape = z.strictObject({ names: words, terms: z.record(z.string(), z.unknown()).default({}) });

const termShape = z.strictObject({
  meaning: textShape,
  use: textShape,
  not: z.strictObject({ en: words, ja: words }),
  except: words,
});

/** A word that is not used, and the one to use in its place. */
interface Avoided {
  readonly word: string;
  readonly pattern: RegExp;
  readonly use: string;
}

/** Which words are used, and what stands in a text word for word. */
export interface Glossary {
  readonly avoided: Readonly<Record<Language, readonly Avoided[]>>;
  /** English that stands in Japanese texts as it is. */
  readonly names: readonly string[];
  /** What may hold a word that is not used. */
  readonly except: readonly string[];
}

/** The glossaries of these pages, ours and an organisation's own. */
export function glossaryOf(pages: readonly Page[], report: Report): Glossary {
  const glossaries = pages.map((page) => ({ page, read: page.isBroken ? null : readShape(shape, page, [], report) }));
  const terms = glossaries.flatMap(({ page, read }) => {
    if (read === null) return [];
    return readEntries(termShape, { ...page, value: read.terms, lineOf: (path) => page.lineOf(['terms', ...path]) }, report);
  });
  const latest = [...new Map(terms.map((term) => [term.id, term])).values()];
  const avoidedIn = (language: Language): readonly Avoided[] =>
    latest.flatMap(({ value }) => value.not[language].map((word) => ({ word, pattern: patternOf(word), use: value.use[language] })));
  return {
    avoided: { en: avoidedIn('en'), ja: avoidedIn('ja') },
    names: byLength(glossaries.flatMap(({ read }) => read?.names ?? [])),
    except: byLength(latest.flatMap(({ value }) => value.except)),
  };
}

/** Reports words that the glossary has another word for. */
export function checkWords(page: Page, glossary: Glossary, report: Report): void {
  for (const text of textsIn(page.value))
    for (const language of ['en', 'ja'] as const) {
      const said = without(text[language], glossary.except);
      for (const { word, pattern, use } of glossary.avoided[language])
        if (pattern.test(said))
          report(
            page,
            text.placeOf(language),
            `the ${language === 'en' ? 'English' : 'Japanese'} says "${word}", and the glossary says "${use}"`,
            'use the word of glossary.yaml; add what is shown word for word to "except" there',
          );
    }
}

/** The text with what stands in it word for word blanked out. */
export function without(text: string, verbatim: readonly string[]): string {
  return verbatim.reduce((rest, each) => rest.replaceAll(each, ' · '), text);
}

function byLength(list: readonly string[]): readonly string[] {
  return list.toSorted((left, right) => right.length - left.length);
}

/** Latin words count whole and in any case, beside Japanese too; Japanese ones wherever they stand, a katakana word not with a long vowel behind it. */
function patternOf(word: string): RegExp {
  const literal = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return /^[A-Za-z]/.test(word)
    ? new RegExp(`(?<![A-Za-z0-9.])${literal}(?![A-Za-z0-9]|\\.\\w)`, 'i')
    : new RegExp(/[ァ-ヺ]$/.test(word) ? `${literal}(?!ー)` : literal);
}
