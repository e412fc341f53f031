import { button } from './buttons.ts';
import type { Presented } from './presented.ts';
import type { Words } from './words.ts';

/** The first card of all: what Kiku is for, and an example of what to write. */
export function presentWelcome(name: string, words: Words): Presented {
  const title = name.trim() === '' ? 'welcome.title-nameless' : 'welcome.title';
  return {
    template: 'welcome',
    summary: words.label(title, { name }),
    data: {
      title: words.say(title, { name }),
      body: words.say('welcome.body'),
      example: words.say('welcome.example'),
      note: words.say('welcome.person'),
      buttons: [
        button(words.label('button.start'), { do: 'start' }, 'positive'),
        button(words.label('button.help'), { do: 'help' }),
        button(words.label('button.language'), { do: 'language' }),
      ],
    },
  };
}

/** Our own fault: nothing is lost, here is a reference, and a person can take over. */
export function presentSorry(reference: string, words: Words): Presented {
  return {
    template: 'sorry',
    summary: words.label('sorry.title'),
    data: {
      title: words.say('sorry.title'),
      body: words.say('sorry.body'),
      person: words.say('help.person'),
      reference: words.say('sorry.reference', { reference }),
    },
  };
}
