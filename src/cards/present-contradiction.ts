import type { Contradiction } from '../triage/evidence.ts';
import { type KnownFact, UNKNOWN } from '../triage/facts.ts';
import type { View } from '../views.ts';
import { type Button, button } from './buttons.ts';
import { meaningOf } from './code-in-words.ts';
import { shortValue } from './facts-in-words.ts';
import { answer, isOffered, othersPart } from './present-question.ts';
import type { Presented } from './presented.ts';
import { understoodPart } from './understood.ts';
import type { Words } from './words.ts';

type QuestionView = Extract<View, { kind: 'question' }>;

/** Two sources say different things: both by name, and a button for each. Whoever does not know leaves what stands. */
export function presentContradiction(view: QuestionView, contradiction: Contradiction, words: Words): Presented {
  const { earlier, later } = contradiction;
  const stands = view.facts[view.fact] ?? later;
  const values = words.knowledge.facts.get(view.fact)?.values ?? [];
  const others = values.filter((value) => isOffered(value) && ![earlier, later].some((one) => one.values[0] === value.value));
  const said = phrase(contradiction, words);
  return {
    template: 'question',
    summary: words.label(...said),
    data: {
      notice: [...(view.isPuzzled ? [words.say('question.puzzled')] : []), words.say(...said)].join('\n\n'),
      explanation: meaningOf(view.explain, words),
      ...understoodPart(view.facts, view.place, words),
      ask: words.say('contradiction.ask'),
      why: words.say('contradiction.until-then', { value: nameOf(stands, view, words) }),
      input: [],
      send: [],
      answers: [earlier, later].map((one) => choice(one, view, words)),
      others: others.length === 0 ? [] : [othersPart(others, view, words)],
      unknown: button(words.label('button.unknown'), answer(view, UNKNOWN)),
      offer: [],
    },
  };
}

/** The sentence that names both, with the line of the output that says so. */
function phrase({ fact, earlier, later }: Contradiction, words: Words): [string, Readonly<Record<string, string>>] {
  const [before, now] = [earlier, later].map((one) => shortValue(fact, one.values[0] ?? UNKNOWN, words));
  const [first, second] = [before ?? '', now ?? ''];
  const outputs = [earlier, later].filter(({ source }) => source.kind === 'pasted');
  if (outputs.length !== 1) return [outputs.length === 0 ? 'contradiction.said-twice' : 'contradiction.two-outputs', { first, second }];
  const source = outputs[0]?.source;
  const line = source?.kind === 'pasted' ? source.line : '';
  const isLater = later.source.kind === 'pasted';
  const isDevice = words.knowledge.facts.get(fact)?.evidence === 'device';
  const key = isDevice ? 'contradiction.of-device' : 'contradiction.of-setting';
  return [key, { said: isLater ? first : second, shown: isLater ? second : first, line }];
}

function choice(one: KnownFact, view: QuestionView, words: Words): Button {
  const title = nameOf(one, view, words);
  return button(
    title.replace(/^[a-z](?=[a-z]* )/, (letter) => letter.toUpperCase()),
    answer(view, one.values[0] ?? UNKNOWN),
  );
}

function nameOf(one: KnownFact, { fact }: QuestionView, words: Words): string {
  return shortValue(fact, one.values[0] ?? UNKNOWN, words);
}
