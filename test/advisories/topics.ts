import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Topic } from '../../src/knowledge/content.ts';

const LISTS = { codes: [], deeds: [], words: [], ids: [], os: [], steps: [] };
type Written = Omit<Topic, keyof typeof LISTS> & Partial<Pick<Topic, keyof typeof LISTS>>;

/** The real topic map. */
export const topics: readonly Topic[] = (
  parse(readFileSync(new URL('../../knowledge/advisory-topics.yaml', import.meta.url), 'utf8')) as { topics: Written[] }
).topics.map((topic) => ({ ...LISTS, ...topic }));
