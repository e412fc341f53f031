import { shownCode } from '../read-back.ts';
import type { View } from '../views.ts';
import { button } from './buttons.ts';
import { factRows, understoodLine } from './facts-in-words.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Presented } from './presented.ts';
import type { Words } from './words.ts';

type ViewOf<Kind extends View['kind']> = Extract<View, { kind: Kind }>;

/** Whether a message belongs to the old trip or begins a new one. */
export function presentContinueOrNew(view: ViewOf<'continue-or-new'>, words: Words): Presented {
  const line = understoodLine(view.facts, words);
  const ask = words.say(`continue.${view.reason}`, view.code === null ? {} : { code: shownCode(view.code) });
  return choice(words.label('continue.title'), {
    texts: [ask],
    remark: line === '' ? '' : words.say('continue.so-far', { facts: line }),
    buttons: [
      button(words.label('button.continue'), { do: 'continue', ...view.place }, 'positive'),
      button(words.label('button.new'), { do: 'new', ...view.place }),
    ],
  });
}

/** Which answer shall be given anew. Only what can be asked stands here. */
export function presentChange(view: ViewOf<'change'>, words: Words): Presented {
  const rows = factRows(view.facts, words).filter((row) => words.knowledge.facts.get(row.fact)?.question != null);
  return choice(words.label('change.title'), {
    texts: [words.say(rows.length === 0 ? 'change.none' : 'change.body')],
    rows: rows.map((row) => ({
      title: escapeMarkdown(row.title),
      value: escapeMarkdown(row.value),
      action: button(words.label('button.change'), { do: 'change', ...view.place, fact: row.fact }),
    })),
  });
}

/** What Kiku can do and which words it obeys. */
export function presentHelp(words: Words): Presented {
  return choice(words.label('help.title'), {
    texts: [words.say('help.body')],
    points: [
      'help.change',
      'help.restart',
      'help.faq',
      'help.check',
      'help.health',
      'help.alerts',
      'help.language',
      'help.person',
      'help.own-data',
      'help.forget',
    ].map((key) => ({
      text: words.say(key),
    })),
    buttons: [button(words.label('button.start'), { do: 'start' }, 'positive'), button(words.label('button.language'), { do: 'language' })],
  });
}

/** Not understood: what Kiku can do, and the second time in a row a person. */
export function presentPuzzled(view: ViewOf<'puzzled'>, words: Words): Presented {
  const help = button(words.label('button.help'), { do: 'help' });
  if (!view.isAgain) return choice(words.label('note.puzzled'), { texts: [words.say('note.can-do')], buttons: [help] });
  const person = button(words.label('button.person'), { do: 'person', ...view.place }, 'positive');
  return choice(words.label('puzzled.title'), { texts: [words.say('puzzled.body')], buttons: [person, help] });
}

/** What Kiku is, or that it cannot help with this; a person can. */
export function presentNotMine({ about, place }: ViewOf<'not-mine'>, words: Words): Presented {
  const person = button(words.label('button.person'), { do: 'person', ...place }, 'positive');
  const help = button(words.label('button.help'), { do: 'help' });
  return choice(words.label(about === 'elsewhere' ? 'note.elsewhere' : 'note.about-kiku'), {
    texts: [words.say('note.can-do')],
    buttons: [person, help],
  });
}

/** Which language: each in its own words. */
export function presentLanguage(words: Words): Presented {
  return choice(words.label('language.title'), {
    texts: [words.say('language.ask')],
    buttons: (['en', 'ja'] as const).map((language) => button(words.label(`language.${language}`), { do: 'language', language })),
  });
}

/** In a channel or group chat: let us go on in private. */
export function presentPrivate(link: string | null, words: Words): Presented {
  return choice(words.label('private.title'), {
    texts: [words.say('private.body'), ...(link === null ? [words.say('private.no-link')] : [])],
    links: link === null ? [] : [{ title: words.label('button.private'), url: link }],
  });
}

function choice(title: string, parts: Readonly<Record<string, unknown>>): Presented {
  const none = { remark: '', points: [], rows: [], buttons: [], links: [] };
  return { template: 'choice', summary: title, data: { title, ...none, ...parts } };
}
