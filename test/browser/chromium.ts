import { existsSync } from 'node:fs';
import { describe } from '@jest/globals';
import { type Browser, chromium } from 'playwright-core';

const WANTED = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Quiet and alone: no sandbox (tests may run as root), nothing fetched for the browser's own sake. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** `describe` where there is a Chromium; elsewhere the tests are skipped, and a line says how to get one. */
export const describeInBrowser: typeof describe | typeof describe.skip = existsSync(WANTED) ? describe : skipLoudly();

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: WANTED, args: FLAGS });
}

function skipLoudly(): typeof describe.skip {
  process.stderr.write(
    `BROWSER TESTS SKIPPED: there is no Chromium at ${WANTED}. Install it ("apt-get install chromium fonts-noto-cjk") or set CHROMIUM to its path.\n`,
  );
  return describe.skip;
}
