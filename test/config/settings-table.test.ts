import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { settingsTable, TABLE_BEGINS, TABLE_ENDS } from '../../src/config/settings-table.ts';

const PAGE = join(import.meta.dirname, '../../docs/running.md');

it('docs/running.md tells the settings as the program reads them (what was stale has been written anew: look at it and keep it)', () => {
  const page = readFileSync(PAGE, 'utf8');
  const [begin, end] = [page.indexOf(TABLE_BEGINS), page.indexOf(TABLE_ENDS)];
  const shown = page.slice(begin, end + TABLE_ENDS.length);
  const wanted = settingsTable();

  expect({ hasBegin: begin >= 0, hasEnd: end > begin }).toEqual({ hasBegin: true, hasEnd: true });
  if (shown !== wanted)
    writeFileSync(
      PAGE,
      page.replace(shown, () => wanted),
    );

  expect(shown).toBe(wanted);
});
