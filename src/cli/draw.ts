import { KNOWLEDGE_FOLDER } from '../config.ts';
import { drawProblem } from '../knowledge/draw.ts';
import { loadKnowledge } from '../knowledge/load.ts';

const knowledge = loadKnowledge(KNOWLEDGE_FOLDER);
const problem = knowledge.problems.get(process.argv[2] ?? '');
if (problem === undefined) {
  process.stderr.write(`Say which problem to draw: npm run -s draw -- PROBLEM. Known: ${[...knowledge.problems.keys()].join(', ')}.\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(drawProblem(problem, knowledge));
}
