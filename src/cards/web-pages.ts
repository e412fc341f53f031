import type { Knowledge } from '../knowledge/content.ts';
import type { Retention } from '../retention.ts';
import { type Words, wordsIn } from './words.ts';

/** Where the pages are that the Teams app names. */
export const WEB_PAGES = ['/about', '/privacy', '/terms'] as const;

/** One of them. */
export type WebPage = (typeof WEB_PAGES)[number];

/** What people read about Kiku before they add it: in every language on one page, as HTML that loads nothing. */
export function webPage(page: WebPage, knowledge: Knowledge, kept: Retention): string {
  const sections = (['en', 'ja'] as const).map((language) => section(page, wordsIn(knowledge, language), kept));
  const title = wordsIn(knowledge, 'en').label(titleOf(page));
  return [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kiku: ${escaped(title)}</title>`,
    '<style>body{font:16px/1.6 "Segoe UI",Meiryo,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#242424;background:#fff}',
    'section+section{border-top:1px solid #d1d1d1;margin-top:2rem}a{color:#4f52b2}</style></head>',
    `<body>${sections.join('')}</body></html>`,
    '',
  ].join('\n');
}

function section(page: WebPage, words: Words, kept: Retention): string {
  const { title, texts, points } = partsOf(page, words, kept);
  const links = WEB_PAGES.filter((other) => other !== page).map((other) => `<a href="${other}">${escaped(words.label(titleOf(other)))}</a>`);
  const list = points.length === 0 ? '' : `<ul>${points.map((point) => `<li>${escaped(point)}</li>`).join('')}</ul>`;
  const body = texts.map((text) => `<p>${escaped(text)}</p>`).join('');
  return `<section lang="${words.language}"><h1>${escaped(title)}</h1>${body}${list}<p>${links.join(' · ')}</p></section>`;
}

function partsOf(page: WebPage, words: Words, { intakeDays, caseDays }: Retention) {
  const title = words.label(titleOf(page));
  const say = (...keys: readonly string[]) => keys.map((key) => words.label(key));
  switch (page) {
    case '/about':
      return { title, texts: say('page-about.body', 'welcome.body', 'welcome.person'), points: say('help.own-data') };
    case '/privacy': {
      const days = words.label('own-data.how-long', { intake: String(intakeDays), cases: String(caseDays) });
      return {
        title,
        texts: [...say('page-privacy.body', 'own-data.why', 'own-data.where'), days, ...say('help.own-data')],
        points: say('forget.stays-cases', 'forget.stays-helpdesk', 'forget.stays-chat'),
      };
    }
    case '/terms':
      return { title, texts: say('page-terms.body', 'page-terms.advice', 'page-terms.licence'), points: [] };
  }
}

function titleOf(page: WebPage): string {
  return `page-${page.slice(1)}.title`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
