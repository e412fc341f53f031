import { createRenderer } from '../cards/render.ts';
import { CARDS_FOLDER } from '../config.ts';
import { inOneLine } from '../knowledge/knowledge-fault.ts';
import { readKnowledge } from '../knowledge/read-knowledge.ts';
import { prove } from '../proof/prove.ts';
import { toldToTheAuthor } from '../proof/told.ts';
import { readOrEnd } from './reading.ts';

const { knowledge } = readOrEnd(process.stdout, readKnowledge);

createRenderer(knowledge, CARDS_FOLDER, { defaultTimeZone: 'UTC' });
const began = performance.now();
const proof = prove(knowledge);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
const paths = [...knowledge.problems.values()].reduce((sum, problem) => sum + problem.paths.length, 0);
const { problems, steps, stops, facts, codes, sources, phrases, topics, faq, safety } = knowledge;
const count = new Intl.NumberFormat('en').format;
const lines = [
  ...toldToTheAuthor(proof.faults, knowledge).map(inOneLine),
  `${problems.size} problems, ${paths} worked paths, ${steps.size} steps, ${stops.size} stops, ${facts.size} facts, ${codes.size} codes, ` +
    `${faq.size} answers, ${sources.size} sources, ${topics.length} advisory topics, ${phrases.size} phrases, ${safety.length} safety rules.`,
  `${count(proof.ways)} ways in ${count(proof.states)} states in ${seconds} s: ` +
    `at most ${proof.questions.before} questions before the first step (median ${proof.questions.median}), at most ${proof.questions.whole} in all.`,
  proof.faults.length === 0 ? 'No fault.' : `Faults: ${proof.faults.length}.`,
];
process.stdout.write(`${lines.join('\n')}\n`);
if (proof.faults.length > 0) process.exitCode = 1;
