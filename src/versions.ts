import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { VersionsSeen } from './doctor-ports.ts';

const packageFile = z.object({ version: z.string() });

/** Which Kiku this is, and on which Node it runs. */
export function readVersions(): VersionsSeen {
  const { version } = packageFile.parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')));
  return { kiku: version, node: process.versions.node };
}
