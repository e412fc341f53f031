import { join } from 'node:path';
import { it } from '@jest/globals';
import { settingsTable, TABLE_BEGINS, TABLE_ENDS } from '../../src/config/settings-table.ts';
import { expectPart } from '../kept-part.ts';

it('docs/running.md tells the settings as the program reads them (what was stale has been written anew: look at it and keep it)', () => {
  expectPart(join(import.meta.dirname, '../../docs/running.md'), [TABLE_BEGINS, TABLE_ENDS], settingsTable());
});
