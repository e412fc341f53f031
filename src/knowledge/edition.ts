import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnowledgeSeen } from '../doctor-ports.ts';
import type { Knowledge } from './content.ts';
import type { KnowledgeFolders } from './read-knowledge.ts';

/** The knowledge for the doctor; `faults`: of the files as they are now, which may be others than those in force. */
export function knowledgeSeen(folders: KnowledgeFolders, { problems, steps }: Knowledge, faults: readonly string[]): KnowledgeSeen {
  return { faults, problems: problems.size, steps: steps.size, edition: editionOf(folders) };
}

/** Eight letters that are others as soon as a file of the knowledge is; two instances with the same ones know the same. */
function editionOf({ ours, own }: KnowledgeFolders): string {
  const hash = createHash('sha256');
  for (const folder of [ours, own]) {
    if (folder === null) continue;
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ya?ml$/.test(name));
    for (const name of names.toSorted())
      hash
        .update(`${name.replaceAll('\\', '/')}\0`)
        .update(readFileSync(join(folder, name)))
        .update('\0');
  }
  return hash.digest('hex').slice(0, 8);
}
