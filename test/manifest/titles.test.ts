import { describe, expect, it } from '@jest/globals';
import { deskCommand } from '../../src/helpdesk/channel-text.ts';
import { placeWord } from '../../src/helpdesk/words.ts';
import { textsOf } from '../../src/manifest/check-texts.ts';
import { understand } from '../../src/understand/understand.ts';
import { lexicon } from '../understand/lexicon.ts';
import { ourSources } from './sources.ts';

const { manifest, languages } = ourSources();
const LANGUAGES = [textsOf(manifest), ...languages.values()].map((texts) =>
  Object.entries(texts).flatMap(([path, title]) => {
    const list = /^bots\[0\]\.commandLists\[(\d)\]\.commands\[\d+\]\.title$/.exec(path)?.[1];
    return list === undefined ? [] : [{ path, title, scope: manifest.bots[0]?.commandLists[Number(list)]?.scopes[0] }];
  }),
);

// The bot receives the title of the command that was picked, in the language of the person's Teams.
describe('the title of a command', () => {
  it.each(LANGUAGES.flat())('is understood where it is offered ($scope): $title', ({ title, scope }) => {
    expect(meant(title, scope)).not.toBeNull();
    if (scope === 'personal') expect(understand(title, lexicon).facts).toEqual({});
  });

  it('is the same command in every language, and none is there twice', () => {
    const [english = [], japanese = []] = LANGUAGES.map((titles) =>
      titles.map(({ path, title, scope }) => ({ path, scope, command: meant(title, scope) })),
    );

    expect(japanese).toEqual(english);
    for (const list of ['personal', 'team']) {
      const commands = english.filter(({ scope }) => scope === list).map(({ command }) => JSON.stringify(command));
      expect(commands.length).toBeGreaterThan(5);
      expect(new Set(commands).size).toBe(commands.length);
    }
  });
});

function meant(title: string, scope: string | undefined) {
  return scope === 'personal' ? understand(title, lexicon).command : (placeWord(title) ?? deskCommand(title));
}
