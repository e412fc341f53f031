import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 60_000);
afterAll(() => stage.close());

interface Spoken {
  readonly locale: string;
  /** Tells the trouble, without and with the system. */
  readonly trouble: string;
  readonly onTen: string;
  readonly output: string;
  readonly correction: string;
  readonly person: string;
  readonly solved: string;
  /** What the card says of Windows 10, said, and Windows 11, in the output. */
  readonly contradiction: string;
}

const LANGUAGES: Readonly<Record<string, Spoken>> = {
  English: {
    locale: 'en-GB',
    trouble: 'OneDrive says 0x8004de40',
    onTen: 'OneDrive says 0x8004de40 on my Windows 10 laptop',
    output: 'Microsoft Windows [Version 10.0.22631.4317]\n(c) Microsoft Corporation. All rights reserved.',
    correction: 'no, it is Windows 11',
    person: 'talk to a person',
    solved: 'it is solved',
    contradiction: 'You said Windows 10; the output is from Windows 11',
  },
  Japanese: {
    locale: 'ja-JP',
    trouble: 'OneDrive で 0x8004de40 が出ます',
    onTen: 'Windows 10 の OneDrive で 0x8004de40 が出ます',
    output: 'Microsoft Windows [Version 10.0.22631.4317]\n(c) Microsoft Corporation. All rights reserved.',
    correction: '違います、11です',
    person: '担当者に相談したい',
    solved: '解決しました',
    contradiction: 'お話では「Windows 10」でしたが、貼り付けられた出力は「Windows 11」のものです',
  },
};

describe.each(Object.entries(LANGUAGES))('in %s', (_language, { locale, ...said }) => {
  it('output that contradicts a tap is asked about once, also when the program is killed in between', async () => {
    const actor = await stage.enter({ locale });
    await actor.say(said.trouble);
    await actor.tap({ do: 'answer', fact: 'os', value: 'windows-10' });
    await actor.sees('answer web');

    await actor.say(said.output);
    await actor.sees('answer os');
    expect(actor.text()).toContain(said.contradiction);
    await stage.restart();
    await actor.tap({ do: 'answer', fact: 'os', value: 'windows-11' });

    await actor.sees('answer web');
    await actor.say(said.onTen);
    await actor.sees('answer web');
  }, 60_000);

  it('a tap that contradicts output is asked about once, and the tap counts when it is confirmed', async () => {
    const actor = await stage.enter({ locale });
    await actor.say(`${said.trouble}\n\n${said.output}`);
    await actor.sees('answer web');

    await actor.tap({ do: 'change', fact: 'os' });
    await actor.sees('answer os');
    await actor.tap({ do: 'answer', fact: 'os', value: 'windows-10' });
    await actor.client.waitFor(actor.person, () => actor.text().includes(said.contradiction), 10_000);
    await actor.tap({ do: 'answer', fact: 'os', value: 'windows-10' });

    await actor.sees('answer web');
    await actor.say(said.person);
    await actor.sees();
    expect(JSON.stringify(actor.entries().at(-1)?.activity)).toMatch(/Windows 10 [^"]*Windows 11/);
  }, 60_000);

  it('words and output of one message that contradict each other are asked about once, and never after the answer', async () => {
    const actor = await stage.enter({ locale });
    await actor.say(`${said.onTen}\n\n${said.output}`);
    await actor.sees('answer os');
    expect(asked(actor, said.contradiction)).toBe(1);

    await actor.tap({ do: 'answer', fact: 'os', value: 'windows-10' });
    await actor.sees('answer web');
    for (const again of [said.output, said.onTen, `${said.onTen}\n\n${said.output}`]) {
      await actor.say(again);
      await actor.sees('answer web');
    }

    expect(asked(actor, said.contradiction)).toBe(0);
    await actor.say(said.person);
    await actor.sees();
    expect(JSON.stringify(actor.entries().at(-1)?.activity)).toMatch(/Windows 10 [^"]*Windows 11/);
  }, 60_000);

  it('an item that was read back is changed with one tap, also after the trip has ended', async () => {
    const actor = await stage.enter({ locale });
    await actor.say(said.onTen);
    await actor.sees('answer web');

    await actor.tap({ do: 'change', fact: 'os' });
    await actor.sees('answer os');
    await actor.tap({ do: 'answer', fact: 'os', value: 'windows-11' });
    await actor.sees('answer web');
    await actor.say(said.solved);
    await actor.sees();
    await actor.tap({ do: 'change', fact: 'os' });
    await actor.sees('answer os');
    await actor.tap({ do: 'answer', fact: 'os', value: 'windows-10' });

    await actor.sees('answer web');
  }, 60_000);

  it('a correction in words counts at once', async () => {
    const actor = await stage.enter({ locale });
    await actor.say(said.onTen);
    await actor.sees('answer web');

    await actor.say(said.correction);

    await actor.sees('answer web');
    expect(JSON.stringify(actor.entries().at(-1)?.activity)).toContain('Windows 11');
    expect(JSON.stringify(actor.entries().at(-1)?.activity)).not.toContain('Windows 10');
  }, 60_000);
});

/** In how many messages that stand there now the question is asked; what was answered is one line without it. */
function asked(actor: Actor, contradiction: string): number {
  return actor.entries().filter((entry) => JSON.stringify(actor.client.cards(actor.person, entry.id)).includes(contradiction)).length;
}
