import { existsSync } from 'node:fs';
import { describe } from '@jest/globals';
import { CHROMIUM } from './launch-chromium.ts';

/** `describe` where there is a Chromium; elsewhere the tests are skipped, and a line says how to get one. */
export const describeInBrowser: typeof describe | typeof describe.skip = existsSync(CHROMIUM) ? describe : skipLoudly();

function skipLoudly(): typeof describe.skip {
  process.stderr.write(
    `BROWSER TESTS SKIPPED: there is no Chromium at ${CHROMIUM}. Install it ("apt-get install chromium fonts-noto-cjk") or set CHROMIUM to its path.\n`,
  );
  return describe.skip;
}
