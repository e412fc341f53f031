import type { Language, Text } from '../ports.ts';
import { didYouMean, type Report } from './faults.ts';
import { entriesOf, type Layers } from './own-pages.ts';
import type { Page, Path } from './page.ts';
import { readEntries } from './read-shape.ts';
import { textShape } from './shapes.ts';

/** `{org.portal}`: what one organisation calls a thing, out of `organisation.yaml`. */
const NAMED = /\{org\.([^{}]*)\}/g;

const LANGUAGES = ['en', 'ja', 'both'];

/** The words of the organisation, and the names that texts have used so far. */
export interface OrganisationWords {
  readonly texts: ReadonlyMap<string, Text>;
  readonly used: Set<string>;
}

/** Reads them; an organisation's own replace ours. */
export function wordsOf(layers: Layers, report: Report): OrganisationWords {
  const entries = entriesOf(layers).flatMap((page) => readEntries(textShape, page, report));
  return { texts: new Map(entries.map(({ id, value }) => [id, value])), used: new Set() };
}

/** The page with the organisation's words in its texts. A name that `organisation.yaml` does not have is reported, and stays as it is. */
export function fillOrganisation(page: Page, { texts, used }: OrganisationWords, report: Report): Page {
  const fill = (text: string, language: Language, path: Path): string =>
    text.replace(NAMED, (whole, name: string) => {
      const said = texts.get(name);
      used.add(name);
      if (said === undefined)
        report(
          page,
          path,
          `the organisation has no words {org.${name}}${didYouMean(name, texts.keys())}`,
          'correct the name, or add it to organisation.yaml',
        );
      return said?.[language] ?? whole;
    });
  const walk = (value: unknown, path: Path): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((inside, index) => walk(inside, [...path, index]));
    return Object.fromEntries(Object.entries(value).flatMap(([key, inside]) => entry(key, inside, [...path, key])));
  };
  const entry = (key: string, inside: unknown, path: Path): readonly (readonly [string, unknown])[] => {
    if (typeof inside !== 'string' || !LANGUAGES.includes(key) || !inside.includes('{org.')) return [[key, walk(inside, path)]];
    const language = key === 'ja' ? 'ja' : 'en';
    if (key !== 'both') return [[key, fill(inside, language, path)]];
    return [
      ['en', fill(inside, 'en', path)],
      ['ja', fill(inside, 'ja', path)],
    ];
  };
  return page.isBroken ? page : { ...page, value: walk(page.value, []) };
}

/** Reports words that no text uses, once all texts are filled: most likely their names are misspelt. */
export function checkOrganisation(layers: Layers, { texts, used }: OrganisationWords, report: Report): void {
  const ours = layers.ours.flatMap((page) => readEntries(textShape, page, () => undefined)).map(({ id }) => id);
  for (const page of layers.own)
    for (const { id, path } of readEntries(textShape, page, () => undefined))
      if (!used.has(id) && !ours.includes(id))
        report(
          page,
          path,
          `no text uses {org.${id}}${didYouMean(
            id,
            [...texts.keys()].filter((name) => name !== id),
          )}`,
          'correct the name, use it in a text, or take it out',
        );
}
