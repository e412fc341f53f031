import type { View } from '../views.ts';
import { button, sendButton } from './buttons.ts';
import { factTitle } from './facts-in-words.ts';
import { plainLine } from './markdown.ts';
import type { Words } from './words.ts';

type CardView = Extract<View, { kind: 'case-card' }>;
type Choice = { readonly title: string; readonly value: string };

const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
/** Data sets of Teams' people picker. */
const EVERYBODY = 'graph.microsoft.com/users';
const THE_TEAM = `${EVERYBODY}?scope=currentContext`;
const MOST_STEPS = 40;

/** What can be filled in on the card of an open case and sent, each under a button of its own. */
export function casePanels({ case: one, isPrivate, steps, asks }: CardView, words: Words) {
  const on = { do: 'case', case: one.id } as const;
  const none = { texts: [], choices: [], pickers: [] };
  const text = (id: string, label: string) => [{ id, label: words.label(label) }];
  const choice = (id: string, label: string, value: string, options: readonly Choice[]) =>
    options.length === 0 ? [] : [{ id, label: words.label(label), value, options }];
  const known = steps.flatMap((id) => words.knowledge.steps.get(id) ?? []).slice(0, MOST_STEPS);
  return [
    {
      title: words.label('button.case-answer'),
      parts: [
        {
          ...none,
          texts: text('text', 'case.answer-label'),
          buttons: [sendButton(words.label('button.case-send'), { ...on, act: 'answer' })],
        },
      ],
    },
    {
      title: words.label('button.case-ask'),
      parts: [
        {
          ...none,
          choices: choice(
            'fact',
            'case.ask-label',
            '',
            asks.map((fact) => ({ title: plainLine(factTitle(fact, words)), value: fact })),
          ),
          texts: text('question', 'case.question-label'),
          buttons: [sendButton(words.label('button.case-send'), { ...on, act: 'ask' })],
        },
      ],
    },
    {
      title: words.label('button.case-resolve'),
      parts: [
        {
          ...none,
          texts: text('outcome', 'case.outcome-label'),
          buttons: [sendButton(words.label('button.case-resolve'), { ...on, act: 'resolve' })],
        },
      ],
    },
    {
      title: words.label('button.case-more'),
      parts: [
        {
          ...none,
          // In a private chat nobody else is in the conversation.
          pickers: [{ id: 'to', label: words.label('case.to-label'), dataset: isPrivate ? EVERYBODY : THE_TEAM }],
          buttons: [sendButton(words.label('button.case-give'), { ...on, act: 'give' })],
        },
        {
          ...none,
          choices: choice(
            'priority',
            'case.priority',
            one.priority,
            PRIORITIES.map((value) => ({ title: words.label(`case.priority-${value}`), value })),
          ),
          buttons: [sendButton(words.label('button.case-set-priority'), { ...on, act: 'priority' })],
        },
        {
          ...none,
          choices: choice(
            'step',
            'case.step-label',
            '',
            known.map(({ id, title }) => ({ title: plainLine(words.of(title)).slice(0, 70), value: id })),
          ),
          buttons:
            known.length === 0
              ? []
              : [
                  sendButton(words.label('button.case-share'), { ...on, act: 'share' }),
                  sendButton(words.label('button.case-show'), { ...on, act: 'show' }),
                ],
        },
        { ...none, buttons: [button(words.label('button.case-hand-back'), { ...on, act: 'hand-back' })] },
      ].filter(({ buttons }) => buttons.length > 0),
    },
  ];
}
