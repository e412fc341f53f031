import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COFFEE, ownFolder } from '../knowledge/own-folder.ts';
import { Stage } from './stage.ts';

const STEPS = 'steps/coffee.yaml';
const PROBLEM = 'problems/coffee.yaml';

let own: string;
let stage: Stage;
let news: AsyncGenerator<readonly string[]>;

beforeAll(async () => {
  own = ownFolder(COFFEE);
  stage = await Stage.open('pglite', { KNOWLEDGE_DIR: own });
  news = tidings(stage.program.origin);
  await news.next();
}, 60_000);
afterAll(async () => {
  await news.return(undefined);
  await stage.close();
  rmSync(own, { recursive: true });
});

/** What the page is told of the knowledge: its faults now, and then after each time it was saved. */
async function* tidings(origin: string): AsyncGenerator<readonly string[]> {
  const end = new AbortController();
  try {
    const { body } = await fetch(`${origin}/local/events`, { signal: end.signal });
    let text = '';
    for await (const chunk of (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const [rest = '', ...events] = text.split('\n\n').toReversed();
      text = rest;
      for (const event of events.toReversed()) {
        const { kind, faults } = event.startsWith('data: ') ? JSON.parse(event.slice(6)) : { kind: null, faults: [] };
        if (kind === 'knowledge') yield faults;
      }
    }
  } finally {
    end.abort();
  }
}

/** Saves our folder's file as an editor does, and resolves with what is wrong with the knowledge then. */
async function save(file: string, from: string | RegExp, to: string): Promise<readonly string[]> {
  const text = String(COFFEE[file]).replaceAll(from, to);
  writeFileSync(join(own, '.new'), text);
  renameSync(join(own, '.new'), join(own, file));
  return (await news.next()).value ?? [];
}

describe('while Kiku runs', () => {
  it('takes what an author saves, and a conversation that is under way goes on with it', async () => {
    const actor = await stage.enter();
    await actor.say('error 0x00c0ffee, we are out of beans');
    await actor.sees('outcome fill-up');
    const before = performance.now();

    const faults = await save(STEPS, 'en: Fill up,', 'en: Fill it to the brim,');
    const took = performance.now() - before;
    await actor.tap({ do: 'outcome', outcome: 'failing' });
    await actor.sees();

    expect(faults).toEqual([]);
    // A second is promised; the machine of the tests may have much else to do.
    expect(took).toBeLessThan(5_000);
    expect(actor.text()).toContain('Fill it to the brim');
  });

  it('keeps what it had while a file is faulty, tells all faults to the page and the terminal, and takes it when it is sound again', async () => {
    const faults = await save(PROBLEM, '{ fact: beans }', '{ fact: beens }');
    const actor = await stage.enter();
    await actor.say('error 0x00c0ffee, we are out of beans');
    await actor.sees('outcome fill-up');
    const terminal = stage.program.output().stderr;
    const sound = await save(PROBLEM, '', '');

    expect(faults).toEqual([expect.stringContaining(`${join(own, PROBLEM)}:9: there is no fact "beens"`)]);
    expect(terminal).toContain(`${faults[0]}\n`);
    expect(sound).toEqual([]);
    expect(stage.program.output().stderr.slice(terminal.length)).toMatch(/^The knowledge was read anew; [^\n]+\n$/);
  });

  it('goes on when the step that a person is at is no longer there', async () => {
    const actor = await stage.enter();
    await actor.say('error 0x00c0ffee, we are out of beans');
    await actor.sees('outcome fill-up');

    // Both files must be saved before the knowledge is sound again; whether the half is seen is a matter of moments.
    const [both, half] = [join(own, PROBLEM), String(COFFEE[PROBLEM]).replaceAll('fill-up', 'top-up')];
    writeFileSync(both, half);
    let faults = await save(STEPS, 'fill-up:', 'top-up:');
    while (faults.length > 0) faults = (await news.next()).value ?? [];
    await actor.tap({ do: 'outcome', step: 'fill-up', outcome: 'failing' });

    await actor.sees('outcome top-up');
  });
});
