import type { View } from '../views.ts';
import { button } from './buttons.ts';
import { fenced } from './markdown.ts';
import type { Presented } from './presented.ts';
import type { Words } from './words.ts';

type ViewOf<Kind extends View['kind']> = Extract<View, { kind: Kind }>;

/** What Kiku keeps of the person, in a few lines; all of it follows in messages. */
export function presentOwnData({ counts, keep, isWhole }: ViewOf<'own-data'>, words: Words): Presented {
  const said = { conversations: String(counts.conversations), cases: String(counts.cases), alerts: String(counts.alerts) };
  const days = { intake: String(keep.intakeDays), cases: String(keep.caseDays) };
  return choice(words.label('own-data.title'), {
    texts: [words.say('own-data.body', said), words.say(isWhole ? 'own-data.follows' : 'own-data.follows-in-part')],
    points: [words.say('own-data.why'), words.say('own-data.how-long', days), words.say('own-data.where')].map((text) => ({ text })),
    buttons: [button(words.label('button.forget'), { do: 'own-data', act: 'ask' })],
  });
}

/** A part of what is kept, exactly, as text that can be selected in every client. */
export function ownDataText({ text }: ViewOf<'own-data-part'>): string {
  return fenced(text);
}

/** What would be deleted, and what stays. */
export function presentForget(view: ViewOf<'forget'>, words: Words): Presented {
  const goes = ['forget.goes', ...(view.case === null ? [] : ['forget.case'])];
  const args = { case: view.case ?? '' };
  return choice(words.label('forget.title'), {
    texts: goes.map((key) => words.say(key, args)),
    points: STAYS.map((key) => ({ text: words.say(key) })),
    buttons: [
      button(words.label('button.forget-now'), { do: 'own-data', act: 'delete', at: view.at }, 'destructive'),
      button(words.label('button.show-own-data'), { do: 'own-data', act: 'show' }),
      button(words.label('button.keep'), { do: 'own-data', act: 'keep' }),
    ],
  });
}

/** It is done; what stays, and why. */
export function presentForgotten(words: Words): Presented {
  return choice(words.label('forgotten.title'), {
    texts: [words.say('forgotten.body')],
    points: STAYS.map((key) => ({ text: words.say(key) })),
  });
}

const STAYS = ['forget.stays-cases', 'forget.stays-helpdesk', 'forget.stays-chat'];

function choice(title: string, parts: Readonly<Record<string, unknown>>): Presented {
  const none = { remark: '', points: [], rows: [], buttons: [], links: [] };
  return { template: 'choice', summary: title, data: { title, ...none, ...parts } };
}
