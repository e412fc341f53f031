import { expect, it } from '@jest/globals';
import { languageFor } from '../../src/turn/language.ts';

it.each([
  ['what the person chose', 'ja', ['en-US', 'en'], 'en', 'ja'],
  ["the activity's locale", null, ['ja-JP', 'en-US'], 'en', 'ja'],
  ["the client's, where the activity's is none that Kiku speaks", null, ['fr-FR', 'ja'], 'en', 'ja'],
  ["the tenant's default, where neither is", null, ['fr-FR', 'zh_CN'], 'ja', 'ja'],
  ["the tenant's default, where nothing is said", null, [], 'ja', 'ja'],
  ['the language of the locale, whatever the country', null, ['EN_au'], 'ja', 'en'],
] as const)('speaks %s', (_what, chosen, locales, fallback, language) => {
  expect(languageFor(chosen, locales, fallback)).toBe(language);
});
