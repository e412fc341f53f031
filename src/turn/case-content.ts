import type { CaseContent } from '../case-ports.ts';
import { contentOf } from '../helpdesk/content.ts';
import { ADVISORIES, TRIED, WORDS } from '../left-out.ts';
import type { Facts, KnownFact } from '../triage/facts.ts';
import type { Intake } from '../triage/intake.ts';
import type { Scene } from './scene.ts';

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
  const held = { [TRIED]: content.tried, [WORDS]: content.words, [ADVISORIES]: content.advisories };
  const sorts = Object.entries(held).flatMap(([sort, all]) => (!has(sort) && all.length > 0 ? [sort] : []));
  return {
    ...content,
    leftOut: [...sorts, ...content.leftOut],
    tried: has(TRIED) ? content.tried : [],
    advisories: has(ADVISORIES) ? content.advisories : [],
    ...(has(WORDS) ? {} : { words: [], facts: withoutWords(content.facts), contradictions: [] }),
  };
}

function withoutWords(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).map(([fact, { values }]): [string, KnownFact] => [fact, { values, source: { kind: 'given' } }]));
}
