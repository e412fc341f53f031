import { describe, expect, it } from '@jest/globals';
import { deskCommand } from '../../src/helpdesk/channel-text.ts';
import { isHelpdeskHere } from '../../src/helpdesk/words.ts';
import { textsOf } from '../../src/manifest/check-texts.ts';
import { understand } from '../../src/understand/understand.ts';
import { lexicon } from '../understand/lexicon.ts';
import { ourSources } from './sources.ts';

const { manifest, languages } = ourSources();
const TITLES = [textsOf(manifest), ...languages.values()]
  .flatMap((texts) => Object.entries(texts))
  .flatMap(([path, title]) => {
    const list = /^bots\[0\]\.commandLists\[(\d)\]\.commands\[\d+\]\.title$/.exec(path)?.[1];
    return list === undefined ? [] : [{ scope: manifest.bots[0]?.commandLists[Number(list)]?.scopes[0], title }];
  });

// The bot receives the title of the command that was picked, in the language of the person's Teams.
describe('the title of a command is understood', () => {
  it.each(TITLES.filter(({ scope }) => scope === 'personal'))('in private: $title', ({ title }) => {
    const { command, facts } = understand(title, lexicon);

    expect(command).not.toBeNull();
    expect(facts).toEqual({});
  });

  it.each(TITLES.filter(({ scope }) => scope === 'team'))('in the helpdesk’s channel: $title', ({ title }) => {
    expect(isHelpdeskHere(title) || deskCommand(title) !== null).toBe(true);
  });

  it('in both languages as the same command', () => {
    const inPrivate = TITLES.filter(({ scope }) => scope === 'personal');
    const meant = inPrivate.map(({ title }) => understand(title, lexicon).command);
    const half = meant.length / 2;

    expect(half).toBe(manifest.bots[0]?.commandLists[0]?.commands.length);
    expect(meant.slice(half)).toEqual(meant.slice(0, half));
  });
});
