import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 60_000);
afterAll(() => stage.close());

const people = [
  ['English', 'en-GB', 'OneDrive on Windows 11 says de40', 'Is it 0x8004de40 or 0x8004de90?'],
  ['Japanese', 'ja-JP', 'Windows 11 の OneDrive で de40 と表示されます', '0x8004de40 または 0x8004de90'],
] as const;

describe.each(people)('a code that may be either of two, in %s', (_language, locale, text, question) => {
  it('is read back with a button for each, and the one that is tapped leads on', async () => {
    const actor = await stage.enter({ locale });

    await actor.say(text);
    await actor.sees('answer code');
    expect(actor.text()).toContain(question);
    await actor.tap({ do: 'answer', fact: 'code', value: '0x8004de40' });

    await actor.sees('answer web');
    expect(actor.text()).toContain('0x8004de40');
  });
});

it('a code that was read back is known as such when the program was killed in between', async () => {
  const actor = await stage.enter();
  await actor.say('OneDrive on Windows 11 says de40');
  await actor.sees('answer code');

  await stage.restart();
  await actor.say('de40');

  await actor.sees('answer web');
});

describe.each([
  ['English', 'en-GB', 'OneDrive says 0x8004de50', 'Did you mean 0x8004de'],
  ['Japanese', 'ja-JP', 'OneDrive で 0x8004de50 と出ます', 'ではありませんか'],
] as const)('a code that nobody knows beside some that are known, in %s', (_language, locale, text, question) => {
  it('is not acted on before it is confirmed, and can be insisted on', async () => {
    const actor = await stage.enter({ locale });

    await actor.say(text);
    await actor.sees('answer code');
    expect(actor.text()).toContain(question);
    await actor.tap({ do: 'answer', fact: 'code', value: '0x8004de50' });

    await actor.sees();
    expect(actor.actions(actor.entries().at(-1) ?? fail()).map(({ data }) => data.do)).toContain('person');
  });
});

describe.each([
  ['English', 'en-GB', 'Office error 0x80072efd', 'What you can do first'],
  ['Japanese', 'ja-JP', 'Office で 0x80072efd が出ます', '最初に試せること'],
] as const)('a code without steps of its own, in %s', (_language, locale, text, heading) => {
  it('is explained with its first fix and source, and a person goes on', async () => {
    const actor = await stage.enter({ locale });

    await actor.say(text);
    await actor.client.waitFor(actor.person, () => actor.text().includes(heading), 5_000);

    expect(actor.text()).toMatch(/2024-11-25/);
    expect(actor.actions(actor.entries().at(-1) ?? fail()).map(({ data }) => data.do)).toContain('person');
  });
});

function fail(): never {
  throw new Error('Kiku wrote nothing.');
}
