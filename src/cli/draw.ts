import { drawProblem } from '../knowledge/draw.ts';
import { readOrEnd } from './reading.ts';

const { knowledge } = readOrEnd();
const problem = knowledge.problems.get(process.argv[2] ?? '');
if (problem === undefined) {
  process.stderr.write(`Say which problem to draw: npm run -s draw -- PROBLEM. Known: ${[...knowledge.problems.keys()].join(', ')}.\n`);
  process.exitCode = 1;
} else {
  process.stdout.write(drawProblem(problem, knowledge));
}
