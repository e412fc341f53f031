// Draws the icons of the Teams app out of their sources: npm run icons
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { launchChromium } from './launch-chromium.ts';

const MANIFEST = join(import.meta.dirname, '../../manifest');

/** The sides are those of the source; `isWhite`: pure white where anything is drawn, whatever the browser has rounded. */
const ICONS = [
  { name: 'color', side: 192, isWhite: false },
  { name: 'outline', side: 32, isWhite: true },
];

const browser = await launchChromium();
for (const { name, side, isWhite } of ICONS) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${await readFile(join(MANIFEST, 'icons', `${name}.svg`), 'utf8')}`);
  const picture = PNG.sync.read(await page.screenshot({ omitBackground: true }));
  if (isWhite) whiten(picture);
  await writeFile(join(MANIFEST, `${name}.png`), PNG.sync.write(picture));
  await page.close();
}
await browser.close();

function whiten({ data }: PNG): void {
  for (let at = 0; at < data.length; at += 4) data.fill(data[at + 3] === 0 ? 0 : 255, at, at + 3);
}
