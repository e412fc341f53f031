import { describe, expect, it } from '@jest/globals';
import { bothForms } from '../../src/understand/contractions.ts';
import { freeEnglish, freeEnglishLast, freeEnglishLater, freeEnglishUnseen, freeNothingEnglish } from './free-en.ts';
import { classesEnglish } from './free-en-classes.ts';
import { familiesEnglish, nothingOfFamilies } from './free-en-families.ts';
import { freeEnglishFifth, freeEnglishSeventh, freeEnglishSixth } from './free-en-fifth.ts';
import { hurriedEnglish } from './free-en-hurried.ts';
import { turnsEnglish, voicesEnglish, voicesEnglishLater } from './free-en-voices.ts';
import { found, linesOf } from './labelled-lines.ts';

describe('free English', () => {
  it.each([
    ['the first set', freeEnglish],
    ['the second set', freeEnglishLater],
    ['the third set', freeEnglishLast],
    ['the fourth set', freeEnglishUnseen],
    ['many voices', voicesEnglish],
    ['more voices', voicesEnglishLater],
    ['turns of speech', turnsEnglish],
    ['the fifth set', freeEnglishFifth],
    ['the sixth set', freeEnglishSixth],
    ['the seventh set', freeEnglishSeventh],
    ['what the others missed', classesEnglish],
    ['employees in a hurry', hurriedEnglish],
    ['families of wordings', familiesEnglish],
  ])('is understood in %s: hardly anything invented, little missed', (_, block) => {
    const lines = linesOf(block).map(({ text, wanted }) => ({ wanted, got: found(text) }));
    const right = lines.reduce((sum, { wanted, got }) => sum + got.filter((pair) => wanted.includes(pair)).length, 0);

    expect(right / lines.reduce((sum, { got }) => sum + got.length, 0)).toBeGreaterThanOrEqual(0.97);
    expect(right / lines.reduce((sum, { wanted }) => sum + wanted.length, 0)).toBeGreaterThanOrEqual(0.96);
  });

  it.each([...linesOf(freeNothingEnglish), ...linesOf(nothingOfFamilies)])('states nothing: $text', ({ text }) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['a correction', 'windows 10, actually 11', ['os=windows-11']],
    ['several minutes, not a correction', 'windows 10, wait 10 minutes', ['os=windows-10']],
    ['a device on which it does not work', 'works on my iphone but not on my windows 11 laptop', ['os=windows-11', 'os=ios']],
    ['a system denied', 'not on windows 10', []],
    ['a guess', 'maybe windows 10', []],
    ['a guess, taken back behind it', 'windows 10 but not sure', []],
    ['a thing that is ordered', 'can I have a second monitor at home', []],
    ['a place', 'I am at home', ['network=elsewhere']],
    ['a no that answers something else', 'no I am at home', ['network=elsewhere']],
    ['a place denied', 'not at home', []],
    ['a proxy that asks nothing', 'the proxy needs no password', ['proxy=open']],
    ['a proxy that asks', 'the proxy needs a password', ['proxy=authenticated']],
    ['a default', 'TLS 1.2 is on by default', []],
    ['a system that is not known', 'no idea which windows it is', ['os=unknown']],
    ['a reply below which the answers stand', 'my answers are below\n> Teams says CAA50021\n> on Windows 10', []],
    ['a reply to what somebody wrote', 'I tried that, see below\n> Open Windows 11 settings in the office', []],
    ['a mail that is passed on', 'please see below\n> Teams on Windows 10', ['product=teams', 'os=windows-10']],
    ['a number that answers no question about Windows', '> Is it Windows 10 or 11?\n10 minutes ago I wrote that', []],
    ['a number that does', '> Is it Windows 10 or 11?\n\n10.', ['os=windows-10']],
    ['teams of people', 'my teams are all busy', []],
    ['a code of which something else is not known', 'a code comes up, no idea what it means', []],
    ['files that are not everywhere', 'not everything is on a usb drive', []],
    ['a slip in another verb', 'can not collect the parcel', []],
    ['another device', 'it is not on my pc', []],
    ['the web as a whole', 'the rest of the web is ok', ['internet=works']],
    ['a place where it works', 'fails at home, on the company vpn its fine', ['network=elsewhere']],
  ])('tells %s from what only looks like it', (_, text, facts) => {
    expect(found(text).filter((pair) => !pair.startsWith('symptom=tls'))).toEqual(facts);
  });

  it.each([
    ['onedrive doesnt sync', ['onedrive doesnt sync', 'onedrive does not sync']],
    ['it is not working', ['it is not working', 'it isnt working']],
    ['paint notes', ['paint notes']],
  ])('reads contractions and full forms alike: %s', (phrase, forms) => {
    expect(bothForms(phrase)).toEqual(forms);
  });
});
