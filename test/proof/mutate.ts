import { knowledgeFolders } from '../../src/config.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { isSeenByPaths, isSeenByRules } from './caught.ts';
import { isDifferent } from './difference.ts';
import { mutantsOf } from './mutants.ts';

// Prints how many slips of each kind the safety rules see, how many the worked paths, which make no difference, and which live on.
const { knowledge } = readKnowledge(knowledgeFolders({}));
const table = new Map<string, Row>();
const survivors: string[] = [];
for (const mutant of mutantsOf(knowledge)) {
  const row = table.get(mutant.kind) ?? { all: 0, rules: 0, paths: 0, seen: 0, 'no difference': 0, survivors: 0 };
  const [rules, paths] = [isSeenByRules(mutant), isSeenByPaths(mutant)];
  const isSame = !rules && !paths && !isDifferent(mutant, knowledge);
  const isAlive = !rules && !paths && !isSame;
  table.set(mutant.kind, {
    all: row.all + 1,
    rules: row.rules + Number(rules),
    paths: row.paths + Number(paths),
    seen: row.seen + Number(rules || paths),
    'no difference': row['no difference'] + Number(isSame),
    survivors: row.survivors + Number(isAlive),
  });
  if (isAlive) survivors.push(`${mutant.kind.padEnd(8)} ${mutant.name}`);
}
console.table(Object.fromEntries(table));
console.log(survivors.join('\n'));

interface Row {
  readonly all: number;
  readonly rules: number;
  readonly paths: number;
  readonly seen: number;
  readonly 'no difference': number;
  readonly survivors: number;
}
