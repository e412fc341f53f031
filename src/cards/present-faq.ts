import type { FaqContent } from '../knowledge/content.ts';
import type { View } from '../views.ts';
import { type Button, button } from './buttons.ts';
import type { Presented } from './presented.ts';
import { sourcesLine, withSourceNumbers } from './sources.ts';
import type { Words } from './words.ts';

type ViewOf<Kind extends View['kind']> = Extract<View, { kind: Kind }>;

/** So many questions are read at once, and fit into a card. */
const PAGE = 8;

/** A question with its answer, and what it stands on. */
export function presentFaqAnswer(view: ViewOf<'faq-answer'>, words: Words): Presented {
  const content = words.knowledge.faq.get(view.faq);
  if (content === undefined) throw new Error(`The question "${view.faq}" is to be answered, but the knowledge does not have it.`);
  const question = words.of(content.question);
  return {
    template: 'faq',
    summary: question,
    data: {
      title: question,
      texts: words
        .of(content.answer)
        .trim()
        .split(/\n\s*\n/),
      facts: content.facts.map(({ label, value }) => ({ label: words.of(label), value: words.of(value) })),
      departs:
        content.departs === null ? '' : `**${words.say('label.departs')}:** ${withSourceNumbers(words.of(content.departs), content.sources, words)}`,
      sources: sourcesLine(content.sources, words),
      buttons: [button(words.label('button.faq-all'), { do: 'faq' })],
    },
  };
}

/** Several questions that were perhaps meant. */
export function presentFaqChoice(view: ViewOf<'faq-choice'>, words: Words): Presented {
  const asked = view.faqs.flatMap((id) => words.knowledge.faq.get(id) ?? []);
  return list('faq.choose', asked, [button(words.label('button.faq-all'), { do: 'faq' })], words);
}

/** All questions, a page at a time; behind the last page comes the first. */
export function presentFaqList(view: ViewOf<'faq-list'>, words: Words): Presented {
  const all = [...words.knowledge.faq.values()];
  const pages = Math.max(1, Math.ceil(all.length / PAGE));
  const page = view.page < pages ? view.page : 0;
  const more = pages === 1 ? [] : [button(words.label('button.faq-more'), { do: 'faq', page: (page + 1) % pages })];
  return list('faq.title', all.slice(page * PAGE, (page + 1) * PAGE), more, words);
}

function list(key: string, asked: readonly FaqContent[], buttons: readonly Button[], words: Words): Presented {
  const title = words.label(key);
  const rows = asked.map((content) => {
    const question = words.of(content.question);
    return { question, action: button(question, { do: 'faq', faq: content.id }) };
  });
  return { template: 'faq-list', summary: title, data: { title, rows, buttons } };
}
