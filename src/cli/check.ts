import { createRenderer } from '../cards/render.ts';
import { CARDS_FOLDER, KNOWLEDGE_FOLDER } from '../config.ts';
import { KnowledgeFaults } from '../knowledge/knowledge-fault.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { loadSpellings } from '../knowledge/spellings.ts';

// Everything is read, and every fault of either reading is told, before it ends.
const read = [attempt(() => loadKnowledge(KNOWLEDGE_FOLDER)), attempt(() => loadSpellings(KNOWLEDGE_FOLDER))] as const;
const faults = read.flatMap((one) => one.faults);
const [{ value: knowledge }] = read;

if (faults.length > 0 || knowledge === null) {
  process.stdout.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
} else {
  createRenderer(knowledge, CARDS_FOLDER, { defaultTimeZone: 'UTC' });
  const paths = [...knowledge.problems.values()].reduce((sum, problem) => sum + problem.paths.length, 0);
  const { problems, steps, stops, facts, codes, sources, phrases, topics } = knowledge;
  process.stdout.write(
    `${problems.size} problems, ${paths} worked paths, ${steps.size} steps, ${stops.size} stops, ${facts.size} facts, ${codes.size} codes, ` +
      `${sources.size} sources, ${topics.length} advisory topics, ${phrases.size} phrases: no fault.\n`,
  );
}

function attempt<T>(load: () => T): { readonly value: T | null; readonly faults: readonly string[] } {
  try {
    return { value: load(), faults: [] };
  } catch (error) {
    if (error instanceof KnowledgeFaults) return { value: null, faults: error.message.split('\n') };
    throw error;
  }
}
