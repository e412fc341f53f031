import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Topic } from '../../src/knowledge/content.ts';

type Written = Omit<Topic, 'os' | 'ids' | 'steps'> & Partial<Pick<Topic, 'os' | 'ids' | 'steps'>>;

/** The real topic map. */
export const topics: readonly Topic[] = (
  parse(readFileSync(new URL('../../knowledge/advisory-topics.yaml', import.meta.url), 'utf8')) as { topics: Written[] }
).topics.map((topic) => ({ os: [], ids: [], steps: [], ...topic }));
