import type { Facts } from '../triage/facts.ts';
import type { Place } from '../views.ts';
import { button } from './buttons.ts';
import { understoodItems } from './facts-in-words.ts';
import type { Words } from './words.ts';

/** So many items can be tapped themselves, because each makes the card larger; the rest are changed from the list behind *change*. */
const MOST_LINKS = 6;

/** The line that reads back what was understood: each item asks for that answer anew, *change* shows all. What was tapped needs no reading back. */
export function understoodPart(facts: Facts, place: Place, words: Words, mostLinks = MOST_LINKS) {
  const items = understoodItems(readFacts(facts), words);
  const links = items.filter(({ fact }) => words.knowledge.facts.get(fact)?.question != null).slice(0, mostLinks);
  const change = button(words.label('button.change'), { do: 'change', ...place });
  const linkTo = ({ fact, text }: Item) => button(words.label('button.change-item', { item: text }), { do: 'change', ...place, fact });
  const lead = `${words.label('label.understood')}: `;
  const separator = words.label('label.separator');
  const runs = items.flatMap((item, index) => [
    run(index === 0 ? lead : separator),
    links.includes(item) ? { isLink: true, text: item.text, ...linkTo(item) } : run(item.text),
  ]);
  return { understood: items.length === 0 ? [] : [{ runs: joined(runs), change }] };
}

type Item = ReturnType<typeof understoodItems>[number];
type Run = { readonly isLink: boolean; readonly text: string };

function run(text: string): Run {
  return { isLink: false, text };
}

/** What is no link and stands beside another that is none is one with it. */
function joined(runs: readonly Run[]): readonly Run[] {
  const all: Run[] = [];
  for (const next of runs) {
    const last = all.at(-1);
    if (last === undefined || last.isLink || next.isLink) all.push(next);
    else all.splice(-1, 1, run(last.text + next.text));
  }
  return all;
}

function readFacts(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, { source }]) => source.kind !== 'tapped' && source.kind !== 'learned'));
}
