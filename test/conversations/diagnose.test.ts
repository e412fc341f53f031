import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { MODERN, windowsOutput, withPrompts } from '../understand/check-outputs.ts';
import { type Actor, Stage } from './stage.ts';

const block = loadKnowledge('knowledge').diagnostics.get('modern-windows')?.text ?? '';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 60_000);
afterAll(() => stage.close());

const ANSWERS = {
  web: 'works',
  network: 'elsewhere',
  affected: 'only-me',
  device: 'managed',
  rights: 'no-admin',
  changed: 'nothing',
  files: 'safe',
  filter: 'no',
} as const;

/** Answers each question and finds that no step helps, until nothing is left to do; gives back what was asked. */
async function goThrough(actor: Actor): Promise<readonly string[]> {
  const asked: string[] = [];
  for (let card = actor.open(); card.length > 0; card = actor.open()) {
    const [name = '', of = ''] = (card[0] ?? '').split(' ');
    if (name === 'answer') asked.push(of);
    const value = Object.entries(ANSWERS).find(([fact]) => fact === of)?.[1] ?? 'unknown';
    await actor.tap(name === 'answer' ? { do: 'answer', fact: of, value } : { do: 'outcome', step: of, outcome: 'failing' });
    await actor.client.waitFor(actor.person, () => actor.open()[0] !== `${name} ${of}`, 10_000);
  }
  return asked;
}

describe.each([
  ['English', 'en-GB', 'en', 'OneDrive says 0x8004de40 on my Windows 10 laptop', 'diagnose'],
  ['Japanese', 'ja-JP', 'ja', 'Windows 10 のノートPCで OneDrive に接続できません。0x8004de40 と出ます', '診断'],
] as const)('a check in %s', (_name, locale, language, first, command) => {
  it('is offered, shown exactly, pasted back, and saves questions', async () => {
    const [without, actor] = [await stage.enter({ locale }), await stage.enter({ locale })];
    await without.say(first);
    await without.sees('answer web');
    const asked = await goThrough(without);

    await actor.say(first);
    await actor.sees('answer web');
    await actor.tap({ do: 'check' });
    await actor.client.waitFor(actor.person, () => actor.entries().some((entry) => entry.activity.text?.includes(block) === true), 10_000);
    await actor.say(withPrompts(windowsOutput(language, MODERN)));
    await actor.sees('answer web');
    const askedThen = await goThrough(actor);

    expect(askedThen.length).toBeLessThan(asked.length);
    expect(askedThen.filter((fact) => ['device', 'rights', 'internet'].includes(fact))).toEqual([]);
    expect(actor.text()).not.toMatch(/kondo|192\.168\.44\.17/);
  }, 60_000);

  it('comes on a word too, after the system is known', async () => {
    const actor = await stage.enter({ locale });

    await actor.say(command);
    await actor.sees('answer os');
    await actor.tap({ do: 'answer', fact: 'os', value: 'windows-11' });

    await actor.client.waitFor(actor.person, () => actor.text().includes('--- End'), 10_000);
    expect(actor.entries().some((entry) => entry.activity.text?.includes(block) === true)).toBe(true);
  });
});
