import type { CaseContent } from '../case-ports.ts';
import { contentOf } from '../helpdesk/content.ts';
import type { Facts, KnownFact } from '../triage/facts.ts';
import type { Intake } from '../triage/intake.ts';
import type { Scene } from './scene.ts';

/** What stands for everything of one sort in the list of what goes along; no fact is called so. */
const TRIED = '*tried';
const WORDS = '*words';
const ADVISORIES = '*advisories';

/** Everything that can be left out of what goes along. */
export function choicesOf({ facts }: Intake): readonly string[] {
  return [...Object.keys(facts), TRIED, WORDS, ADVISORIES];
}

/** What the helpdesk would be told of `intake`, without what is left out. */
export function contentIn(intake: Intake, leftOut: readonly string[], scene: Scene): CaseContent {
  const { knowledge, shelf, now, withdrawn } = scene;
  const facts = leftOut.filter((name) => Object.hasOwn(intake.facts, name));
  const words = scene.intake === null || scene.intake.id === intake.id ? scene.person.heard.map(({ text }) => text) : [];
  const content = contentOf({ intake, knowledge, advisories: shelf.advisories, now, withdrawn, leftOut: facts, words });
  const has = (sort: string) => !leftOut.includes(sort);
  return {
    ...content,
    tried: has(TRIED) ? content.tried : [],
    advisories: has(ADVISORIES) ? content.advisories : [],
    ...(has(WORDS) ? {} : { words: [], facts: withoutWords(content.facts), contradictions: [] }),
  };
}

function withoutWords(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).map(([fact, { values }]): [string, KnownFact] => [fact, { values, source: { kind: 'given' } }]));
}
