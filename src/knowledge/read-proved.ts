import { join } from 'node:path';
import { proveProblem } from '../proof/prove.ts';
import { toldToTheAuthor } from '../proof/told.ts';
import type { Knowledge } from './content.ts';
import { inOneLine, KnowledgeFaults } from './knowledge-fault.ts';
import { type KnowledgeFolders, type Read, readKnowledge } from './read-knowledge.ts';

/**
 * As `readKnowledge`; and every problem that an organisation's own folder touches is proved before anybody is shown it, because its author
 * may never have run the check. Ours are proved by the check. Throws `KnowledgeFaults` with all that is wrong.
 */
export function readProved(folders: KnowledgeFolders): Read {
  const read = readKnowledge(folders);
  const { knowledge } = read;
  const faults = touchedBy(folders.own, knowledge).flatMap((problem) => toldToTheAuthor(proveProblem(problem, knowledge).faults, knowledge));
  if (faults.length > 0) throw new KnowledgeFaults([...new Map(faults.map((fault) => [inOneLine(fault), fault])).values()]);
  return read;
}

function touchedBy(own: string | null, { problems, places }: Knowledge) {
  if (own === null) return [];
  const isOwn = (name: string): boolean => places.get(name)?.file.startsWith(join(own, '/')) ?? false;
  return [...problems.values()].filter(
    ({ id, branches }) => isOwn(`problem ${id}`) || branches.some((branch) => branch.steps.some((step) => isOwn(`step ${step}`))),
  );
}
