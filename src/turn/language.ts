import type { Language } from '../ports.ts';

/** The stored choice, else the activity's locale, else the client's, else the tenant's default. Only the language part counts. */
export function languageFor(chosen: Language | null, locales: readonly string[], fallback: Language): Language {
  return chosen ?? locales.map(languageOf).find((language) => language !== null) ?? fallback;
}

function languageOf(locale: string): Language | null {
  const part = locale.toLowerCase().split(/[-_]/)[0];
  return part === 'en' || part === 'ja' ? part : null;
}
