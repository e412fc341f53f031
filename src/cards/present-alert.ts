import { moveOf } from '../advisories/whose-move.ts';
import type { View } from '../views.ts';
import { beginningOf, headlineOf, nextUpdateOf, serviceInWords, servicesInWords, shortened, statusOf } from './advisory-in-words.ts';
import { type Button, button } from './buttons.ts';
import { escapeMarkdown, plainLine } from './markdown.ts';
import { dayAndTime, knownTimeZone } from './moments.ts';
import type { Presented } from './presented.ts';
import type { Words } from './words.ts';

type AlertView = Extract<View, { kind: 'alert' }>;
type QuestionView = Extract<View, { kind: 'alert-question' }>;

/** Told unasked, so shorter than what somebody has come to read. */
const LONGEST_TEXT = 600;
const LONGEST_SENTENCE = 600;
/** What a notification shows of a title. */
const LONGEST_SUMMARY = 90;

/** What changed about an advisory, why this person is told, and whose move it is. It stands in the chat, so every time has its day. */
export function presentAlert(view: AlertView, words: Words, usualTimeZone: string): Presented {
  const { advisory, transitions } = view;
  const at = clockOf(view, words, usualTimeZone);
  const service = servicesInWords(advisory.services, words) || words.label('label.microsoft-365');
  const changes = transitions.map((transition) => words.label(`label.change-${transition}`)).join(words.label('label.list-separator'));
  const { paragraphs, isCut } = beginningOf(advisory.text, LONGEST_TEXT);
  const title = words.label(titleOf(view), { service });
  return {
    template: 'alert',
    summary: words.label('alert.summary', { id: advisory.id, title: shortened(plainLine(advisory.title), LONGEST_SUMMARY), change: changes }),
    data: {
      title,
      changed: transitions.join() === 'new' ? '' : words.say('alert.changed', { changes }),
      id: escapeMarkdown(advisory.id),
      headline: headlineOf(advisory),
      why: words.say(`alert.why-${view.reason}`, { service }),
      sentence: sentenceOf(view, words),
      move: moveInWords(view, words),
      rows: rowsOf(view, at, words),
      microsoft: paragraphs.length === 0 ? [] : [{ label: words.say('label.microsoft-text'), paragraphs: paragraphs.map((text) => ({ text })) }],
      cut: isCut ? words.say('advisory.cut', { id: advisory.id }) : '',
      freshness: words.say(advisory.isResolved ? 'alert.read-last' : 'alert.read', { time: at(view.at) }),
      buttons: buttonsOf(view, words),
    },
  };
}

/** Microsoft says that it is over: one question, and nothing else. */
export function presentAlertQuestion(view: QuestionView, words: Words, usualTimeZone: string): Presented {
  const { advisory } = view;
  const at = clockOf(view, words, usualTimeZone);
  const told = { do: 'works-again', advisory: advisory.id, about: view.place.intake } as const;
  return {
    template: 'alert-question',
    summary: words.label('alert-question.title', { id: advisory.id }),
    data: {
      title: words.label('alert-question.title', { id: advisory.id }),
      headline: headlineOf(advisory),
      over: words.say('alert-question.over', { time: at(advisory.endAt ?? advisory.updatedAt) }),
      sentence: sentenceOf(view, words),
      ask: words.say('alert-question.ask'),
      buttons: [
        button(words.label('button.works-again'), { ...told, answer: 'yes' }, 'positive'),
        button(words.label('button.works-not'), { ...told, answer: 'no' }),
      ],
    },
  };
}

function clockOf(view: AlertView | QuestionView, words: Words, usual: string): (time: number) => string {
  const timeZone = knownTimeZone(view.timeZone === '' ? usual : view.timeZone, usual);
  return (time) => dayAndTime(time, view.at, words.language, timeZone);
}

function titleOf({ advisory, transitions: [strongest = 'changed'] }: AlertView): string {
  if (advisory.kind === 'message') return 'alert.title-message';
  return `alert.title-${advisory.isResolved ? 'resolved' : strongest}`;
}

function sentenceOf({ sentence }: AlertView | QuestionView, words: Words): readonly { readonly label: string; readonly text: string }[] {
  if (sentence === null) return [];
  return [{ label: words.say('alert.from-helpdesk', { by: sentence.by }), text: escapeMarkdown(shortened(sentence.text, LONGEST_SENTENCE)) }];
}

function moveInWords({ advisory }: AlertView, words: Words): string {
  if (advisory.isResolved) return words.say('alert.move-over');
  if (advisory.kind === 'message') return words.say('alert.move-message');
  return words.say(`alert.move-${moveOf(advisory, words.knowledge.topics)}`);
}

function rowsOf(view: AlertView, at: (time: number) => string, words: Words): readonly { readonly title: string; readonly value: string }[] {
  const { advisory } = view;
  const row = (key: string, value: string) => ({ title: words.label(key), value });
  return [
    row('label.service', escapeMarkdown(advisory.services.join(words.label('label.list-separator')))),
    ...(advisory.kind === 'issue' ? [row('label.status', statusOf(advisory, words)), row('label.kind', classificationOf(view, words))] : []),
    row('label.began', escapeMarkdown(at(advisory.startAt))),
    ...(advisory.isResolved && advisory.endAt !== null && advisory.endAt >= advisory.startAt
      ? [row('label.ended', escapeMarkdown(at(advisory.endAt)))]
      : []),
    row('label.updated', escapeMarkdown(at(advisory.updatedAt))),
    ...(advisory.isResolved ? [] : [row('label.next-update', nextUpdateOf(advisory, at, words))]),
  ].filter(({ value }) => value !== '');
}

function classificationOf({ advisory }: AlertView, words: Words): string {
  const key = `label.kind-${advisory.classification}`;
  return words.has(key) ? words.say(key) : escapeMarkdown(advisory.classification);
}

function buttonsOf(view: AlertView, words: Words): readonly Button[] {
  const { advisory } = view;
  const [service] = advisory.services;
  const isToAct = !advisory.isResolved && moveOf(advisory, words.knowledge.topics) === 'customer';
  const isTheirs = !advisory.isResolved && view.reason !== 'follows';
  return [
    ...(isToAct ? [button(words.label('button.show-step'), { do: 'steps', advisory: advisory.id }, 'positive')] : []),
    ...(isTheirs ? [button(words.label('button.not-mine'), { do: 'disown', advisory: advisory.id })] : []),
    button(words.label('button.mute-this'), { do: 'mute', on: true, advisory: advisory.id }),
    ...(service === undefined
      ? []
      : [
          button(words.label('button.mute-service', { service: serviceInWords(service, words) }), {
            do: 'mute',
            on: true,
            service: plainLine(service),
          }),
        ]),
    button(words.label('button.my-alerts'), { do: 'my-alerts' }),
  ];
}
