import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { faultList } from '../../src/knowledge/faults.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { loadSpellings } from '../../src/knowledge/spellings.ts';
import { checkTriedExamples, readTried, triedFaults } from '../../src/knowledge/tried-spellings.ts';

const knowledge = loadKnowledge('knowledge');
const lexicon = loadSpellings('knowledge');
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder in which people may say that they have done this step. */
function folderWith(step: string, example = 'I did it', not = 'I did not'): string {
  const folder = mkdtempSync(join(tmpdir(), 'kiku-tried-'));
  folders.push(folder);
  const words = (text: string) => JSON.stringify({ en: [text], ja: [text] });
  writeFileSync(join(folder, 'tried.yaml'), `${step}:\n  phrases: ${words('did it')}\n  examples: ${words(example)}\n  not: ${words(not)}\n`);
  return folder;
}

describe('words for a step that was done before', () => {
  it('stand only for steps on which nothing riskier builds', () => {
    expect(triedFaults('knowledge', knowledge)).toEqual([]);
  });

  it.each([
    ['dance', /no step "dance"/],
    ['set-default-secure-protocols', /is R2/],
    ['rejoin-hybrid', /is R3/],
    ['sign-in-on-web', /only looks/],
  ])('are refused for %s', (step, wrong) => {
    expect(triedFaults(folderWith(step), knowledge)).toMatchObject([
      { file: expect.stringContaining('tried.yaml'), line: 1, wrong: expect.stringMatching(wrong) },
    ]);
  });

  it('are refused for a step whose command another command needs before it', () => {
    const step = knowledge.steps.get('restart-onedrive');
    if (step === undefined) throw new Error('The step is gone.');
    const looking = { ...step, commands: [{ shell: 'cmd' as const, text: 'cmdkey /list', note: null }] };
    const steps = new Map([...knowledge.steps, [step.id, looking]]);

    expect(triedFaults(folderWith(step.id), { ...knowledge, steps })).toMatchObject([{ wrong: expect.stringMatching(/needs a command/) }]);
  });

  it.each([
    ['an example that is not understood', 'I danced', 'I slept', ['examples']],
    ['a text that must not be understood so', 'I restarted OneDrive', 'We restarted OneDrive', ['not']],
  ])('are held against %s', (_what, example, not, wrong) => {
    const { report, sorted } = faultList();
    const tried = readTried(folderWith('restart-onedrive', example, not), report);

    if (tried !== null) checkTriedExamples(tried, lexicon, report);

    expect(sorted().map(({ line }) => ({ 3: 'examples', 4: 'not' })[line])).toEqual(wrong);
  });
});
