import { describe, expect, it } from '@jest/globals';
import { WEB_PAGES, webPage } from '../../src/cards/web-pages.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';

const knowledge = loadKnowledge('knowledge');
const KEPT = { intakeDays: 45, caseDays: 365 };

describe.each(WEB_PAGES)('the page %s', (page) => {
  const html = webPage(page, knowledge, KEPT);

  it('is in both languages, and leads to the others', () => {
    expect([...html.matchAll(/<section lang="(\w+)">/g)].map(([, language]) => language)).toEqual(['en', 'ja']);
    expect(new Set([...html.matchAll(/href="([^"]+)"/g)].map(([, path]) => path))).toEqual(new Set(WEB_PAGES.filter((other) => other !== page)));
  });

  it('loads and runs nothing, and shows words as words', () => {
    expect(html).not.toMatch(/<script|<img|<link|<iframe|https?:|\son\w+=/);
    expect(html).not.toMatch(/\{\w+\}|undefined/);
  });
});

it('the page about privacy tells how long the organisation keeps things', () => {
  expect(webPage('/privacy', knowledge, KEPT)).toMatch(/45 days[^<]*365 days/);
});
