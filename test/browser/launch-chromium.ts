import { type Browser, chromium } from 'playwright-core';

/** Where Chromium is looked for: Debian's place, or where CHROMIUM points. */
export const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Quiet and alone: no sandbox (tests may run as root), nothing fetched for the browser's own sake. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}
