import { createRenderer } from '../cards/render.ts';
import { CARDS_FOLDER } from '../config.ts';
import { readOrEnd } from './reading.ts';

const { knowledge } = readOrEnd(process.stdout);

createRenderer(knowledge, CARDS_FOLDER, { defaultTimeZone: 'UTC' });
const paths = [...knowledge.problems.values()].reduce((sum, problem) => sum + problem.paths.length, 0);
const { problems, steps, stops, facts, codes, sources, phrases, topics } = knowledge;
process.stdout.write(
  `${problems.size} problems, ${paths} worked paths, ${steps.size} steps, ${stops.size} stops, ${facts.size} facts, ${codes.size} codes, ` +
    `${sources.size} sources, ${topics.length} advisory topics, ${phrases.size} phrases: no fault.\n`,
);
