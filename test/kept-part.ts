import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';

/** The part of a page from `begins` to `ends`, both with it, has to be `wanted`. What was stale is written anew, and the test fails: look at it and keep it. */
export function expectPart(page: string, [begins, ends]: readonly [string, string], wanted: string): void {
  const text = readFileSync(page, 'utf8');
  const [begin, end] = [text.indexOf(begins), text.indexOf(ends)];
  const shown = text.slice(begin, end + ends.length);

  expect({ hasBegin: begin >= 0, hasEnd: end > begin }).toEqual({ hasBegin: true, hasEnd: true });
  if (shown !== wanted)
    writeFileSync(
      page,
      text.replace(shown, () => wanted),
    );
  expect(shown).toBe(wanted);
}
