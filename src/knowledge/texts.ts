import type { Language } from '../ports.ts';
import type { Path } from './page.ts';

/** A text somewhere in a page. */
export interface PlacedText {
  readonly en: string;
  readonly ja: string;
  readonly path: Path;
  /** Whether it was written once for both languages. */
  readonly isBoth: boolean;
  /** Where the words of one language stand. */
  readonly placeOf: (language: Language) => Path;
}

/** Every text in what a page holds. */
export function* textsIn(value: unknown, path: Path = []): Generator<PlacedText> {
  if (typeof value !== 'object' || value === null) return;
  const { en, ja, both } = value as { readonly en?: unknown; readonly ja?: unknown; readonly both?: unknown };
  if (typeof en === 'string' && typeof ja === 'string') yield { en, ja, path, isBoth: false, placeOf: (language) => [...path, language] };
  else if (typeof both === 'string') yield { en: both, ja: both, path, isBoth: true, placeOf: () => [...path, 'both'] };
  for (const [key, inside] of Object.entries(value)) yield* textsIn(inside, [...path, Array.isArray(value) ? Number(key) : key]);
}
