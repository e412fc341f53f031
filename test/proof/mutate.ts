import { knowledgeFolders } from '../../src/config.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { isSeenByPaths, isSeenByProof } from './caught.ts';
import { mutantsOf } from './mutants.ts';

// Prints how many slips of each kind the proof sees, how many the worked paths, and which neither.
const { knowledge } = readKnowledge(knowledgeFolders({}));
const table = new Map<string, { all: number; proof: number; paths: number; either: number }>();
const survivors: string[] = [];
for (const mutant of mutantsOf(knowledge)) {
  const row = table.get(mutant.kind) ?? { all: 0, proof: 0, paths: 0, either: 0 };
  const [proof, paths] = [isSeenByProof(mutant), isSeenByPaths(mutant)];
  table.set(mutant.kind, {
    all: row.all + 1,
    proof: row.proof + Number(proof),
    paths: row.paths + Number(paths),
    either: row.either + Number(proof || paths),
  });
  if (!proof && !paths) survivors.push(`${mutant.kind.padEnd(8)} ${mutant.name}`);
}
console.table(Object.fromEntries(table));
console.log(survivors.join('\n'));
