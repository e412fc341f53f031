import { knowledgeFolders } from '../config.ts';
import { KnowledgeFaults } from '../knowledge/knowledge-fault.ts';
import type { KnowledgeFolders, Read } from '../knowledge/read-knowledge.ts';
import { readProved } from '../knowledge/read-proved.ts';

/** Everything Kiku knows, an organisation's own included; with faults, says each in a line of `stream` and ends with 1. */
export function readOrEnd(stream: NodeJS.WriteStream = process.stderr, read: (folders: KnowledgeFolders) => Read = readProved): Read {
  try {
    return read(knowledgeFolders(process.env));
  } catch (error) {
    if (!(error instanceof KnowledgeFaults)) throw error;
    stream.write(`${error.message}\n`);
    process.exit(1);
  }
}
