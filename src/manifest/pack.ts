import { strToU8, zipSync } from 'fflate';
import type { Sources } from './sources.ts';

/** A zip has no time zone: read by the local clock, this is the same moment everywhere, and the first one that it can hold. */
const SAME_MOMENT = new Date(1980, 0, 1);

/** The package as Teams takes it. The same sources give the same bytes, whenever and wherever. */
export function pack({ manifest, languages, icons }: Sources): Uint8Array {
  const files = {
    'manifest.json': asText(manifest),
    [manifest.icons.color]: new Uint8Array(icons.color),
    [manifest.icons.outline]: new Uint8Array(icons.outline),
    ...Object.fromEntries([...languages].map(([file, texts]) => [file, asText(texts)])),
  };
  return zipSync(files, { level: 9, mtime: SAME_MOMENT });
}

function asText(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, null, 2)}\n`);
}
