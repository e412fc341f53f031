import type { CaseContent } from '../case-ports.ts';
import { ADVISORIES, TRIED, WORDS } from '../left-out.ts';
import type { View } from '../views.ts';
import { button, sendButton } from './buttons.ts';
import { asWritten } from './case-in-words.ts';
import { ending, outcomeOf, type Section, section, stepTitle } from './ending-parts.ts';
import { factRows } from './facts-in-words.ts';
import { escapeMarkdown, plainLine } from './markdown.ts';
import { dayAndTime, knownTimeZone } from './moments.ts';
import type { Presented } from './presented.ts';
import type { Words } from './words.ts';

type ViewOf<Kind extends View['kind']> = Extract<View, { kind: Kind }>;

/** In characters; the whole stands in the case. */
const LONGEST_CHOICE = 240;
const MOST_WORDS = 6;

/** What would go along to the helpdesk, to take things out of before it is sent. */
export function presentOffer({ content, place }: ViewOf<'offer'>, words: Words): Presented {
  return ending(words.label('own-case.offer-title'), {
    texts: [words.say('own-case.offer'), words.say('own-case.offer-registered')],
    along: alongPart(content, words),
    first: [sendButton(words.label('button.send'), { do: 'send', ...place })],
    buttons: [button(words.label('button.change-answer'), { do: 'change', ...place })],
  });
}

/** A list in which everything that goes along is ticked; nothing where there is nothing. */
export function alongPart(content: CaseContent, words: Words) {
  const separator = words.label('label.list-separator');
  const tried = content.tried.map((one) => `${stepTitle(one.step, words)} (${plainLine(outcomeOf(one, words))})`);
  const choices = [
    ...factRows(content.facts, words).map(({ fact, title, value }) => choice(`${title}: ${value}`, fact)),
    ...sort(words.label('label.tried'), tried.join(separator), TRIED),
    ...sort(words.label('own-case.words'), content.words.slice(-MOST_WORDS).join(' / '), WORDS),
    ...sort(words.label('label.advisories'), content.advisories.map(({ id }) => id).join(separator), ADVISORIES),
  ];
  if (choices.length === 0) return [];
  return [{ label: words.label('own-case.along'), value: choices.map(({ value }) => value).join(), choices }];
}

/** That the helpdesk has the case, what to expect, and what was sent. */
export function presentOwnCase(view: ViewOf<'own-case'>, words: Words, usualTimeZone: string): Presented {
  const { id, content } = view.case;
  const sections = sentSections(content, words);
  return ending(words.label('own-case.title', { id }), {
    texts: [words.say('own-case.keep-writing'), ...expectation(view, words, usualTimeZone)],
    sections,
    areShown: false,
    toggles: sections.length === 0 ? [] : [{ title: words.label('button.show-what-was-sent') }],
    buttons: [button(words.label('button.withdraw'), { do: 'own-case', case: id, act: 'withdraw' })],
  });
}

/** What became of the case in the helpdesk's hands, where it asks for something: whether it helped, to go on, to reopen it. */
export function presentOwnEvent(view: ViewOf<'case-event'>, words: Words): Presented {
  const { id, outcome } = view.case;
  switch (view.event) {
    case 'resolve':
      return ending(words.label('own-case.resolved', { id }), {
        texts: [
          words.say('own-case.resolved-by', { by: view.by }),
          ...asWritten(outcome ?? '')
            .split('\n\n')
            .filter((line) => line.trim() !== ''),
          words.say('own-case.did-it-help'),
        ],
        first: [button(words.label('button.helped'), { do: 'own-case', case: id, act: 'helped' }, 'positive')],
        buttons: [button(words.label('button.helped-not'), { do: 'own-case', case: id, act: 'not-helped' })],
      });
    case 'hand-back':
      return ending(words.label('own-case.handed-back'), {
        texts: [words.say('own-case.handed-back-by', { by: view.by, id })],
        first: [button(words.label('button.continue'), { do: 'own-case', case: id, act: 'go-on' }, 'positive')],
      });
    default:
      return ending(words.label('own-case.closed', { id }), {
        texts: [words.say('own-case.closed-silence')],
        first: [button(words.label('button.reopen'), { do: 'own-case', case: id, act: 'tell' }, 'positive')],
        buttons: [button(words.label('button.new-trouble'), { do: 'own-case', case: id, act: 'new' })],
      });
  }
}

/** Whether the employee is asked something, so that it is a card. */
export function asksEmployee({ to, event }: ViewOf<'case-event'>): boolean {
  return to === 'employee' && ['resolve', 'hand-back', 'close'].includes(event);
}

/** For whom a message is: the helpdesk, which has the case or had it, or Kiku, because it is about another trouble. */
export function presentWhom({ case: { id, state, outcome } }: ViewOf<'whom'>, words: Words): Presented {
  const isOpen = state === 'waiting-helpdesk' || state === 'waiting-employee';
  const about = isOpen ? 'open' : outcome === null ? 'closed' : 'resolved';
  const title = words.label(isOpen ? 'own-case.whom-title' : 'own-case.over-title');
  return {
    template: 'choice',
    summary: title,
    data: {
      title,
      texts: [words.say(`own-case.whom-${about}`, { id })],
      remark: '',
      points: [],
      rows: [],
      links: [],
      buttons: [
        button(words.label(isOpen ? 'button.to-helpdesk' : 'button.reopen'), { do: 'own-case', case: id, act: 'tell' }, 'positive'),
        button(words.label('button.new-trouble'), { do: 'own-case', case: id, act: 'new' }),
      ],
    },
  };
}

function expectation(view: ViewOf<'own-case'>, words: Words, usualTimeZone: string): readonly string[] {
  const { case: one, now, opensAt } = view;
  if (one.respondedAt !== null) return [];
  const clock = (at: number) => dayAndTime(at, now, words.language, knownTimeZone(view.timeZone, usualTimeZone));
  const time = clock(one.respondBy);
  const first = opensAt === null ? words.say('own-case.answer-by', { time }) : words.say('own-case.shut', { opening: clock(opensAt), time });
  return [first, ...(opensAt !== null && view.hasWeb ? [words.say('own-case.web')] : [])];
}

function sentSections(content: CaseContent, words: Words): readonly Section[] {
  const tried = content.tried.map((one) => `${escapeMarkdown(stepTitle(one.step, words))}: ${outcomeOf(one, words)}`);
  return [
    ...section(
      'label.facts',
      factRows(content.facts, words).map(({ title, value }) => `${escapeMarkdown(title)}: ${escapeMarkdown(value)}`),
      words,
    ),
    ...section('label.tried', tried, words),
    ...section(
      'own-case.words',
      content.words.slice(-MOST_WORDS).map((line) => escapeMarkdown(line.slice(0, LONGEST_CHOICE))),
      words,
    ),
    ...section(
      'label.advisories',
      content.advisories.map(({ id }) => escapeMarkdown(id)),
      words,
    ),
  ];
}

function sort(label: string, text: string, value: string) {
  return text === '' ? [] : [choice(`${label}: ${text}`, value)];
}

function choice(title: string, value: string) {
  const line = plainLine(title);
  return { title: line.length > LONGEST_CHOICE ? `${line.slice(0, LONGEST_CHOICE)}…` : line, value };
}
