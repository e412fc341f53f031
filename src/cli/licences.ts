import { readFileSync, writeFileSync } from 'node:fs';
import { readThirdParties, thirdPartyPage, unlicensed } from '../supply/third-party.ts';

const LOCK = new URL('../../package-lock.json', import.meta.url);
const PAGE = new URL('../../THIRD-PARTY.md', import.meta.url);

const all = readThirdParties(JSON.parse(readFileSync(LOCK, 'utf8')));
writeFileSync(PAGE, thirdPartyPage(all));
for (const { name, version, licence } of unlicensed(all)) {
  process.stderr.write(
    `${name} ${version}: ${licence === '' ? 'no licence is stated' : `nobody has looked at ${licence}`} (src/supply/third-party.ts).\n`,
  );
  process.exitCode = 1;
}
