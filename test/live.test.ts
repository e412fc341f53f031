import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLive, type Live } from '../src/live.ts';

let folder: string;
let live: Live<string> | null = null;
let made: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kiku-live-'));
  mkdirSync(join(folder, 'steps'));
  writeFileSync(join(folder, 'steps', 'one.yaml'), 'first');
  made = 0;
});
afterEach(() => {
  live?.stop();
  rmSync(folder, { recursive: true, force: true });
});

function watch(): Live<string> {
  live = createLive({
    folders: [folder],
    make() {
      made += 1;
      const text = readFileSync(join(folder, 'steps', 'one.yaml'), 'utf8');
      if (text.includes('wrong')) throw new Error('It is wrong.');
      return text;
    },
    faultsOf: (error) => [String(error)],
    everyMs: 5,
  });
  return live;
}

/** Long enough for many looks. */
const turnsOfTheClock = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setTimeout(resolve, 5));
};

/** Resolves with the next time that `on` was made anew. */
const told = (on: Live<string>): Promise<void> => new Promise((resolve) => void on.subscribe(resolve));

describe('what is made from files', () => {
  it('is made anew when a file is saved', async () => {
    const on = watch();

    writeFileSync(join(folder, 'steps', 'one.yaml'), 'second');
    await told(on);

    expect(on.current()).toBe('second');
  });

  it('is made anew when an editor writes another file and renames it', async () => {
    const on = watch();

    writeFileSync(join(folder, 'steps', '.one.yaml.tmp'), 'renamed');
    renameSync(join(folder, 'steps', '.one.yaml.tmp'), join(folder, 'steps', 'one.yaml'));
    await told(on);

    expect(on.current()).toBe('renamed');
  });

  it('stays as it was while the files are wrong, and says what is wrong', async () => {
    const on = watch();

    writeFileSync(join(folder, 'steps', 'one.yaml'), 'wrong');
    await told(on);
    const [current, faults] = [on.current(), on.faults()];
    writeFileSync(join(folder, 'steps', 'one.yaml'), 'right again');
    await told(on);

    expect([current, faults]).toEqual(['first', ['Error: It is wrong.']]);
    expect([on.current(), on.faults()]).toEqual(['right again', []]);
  });

  it('is made once after a burst', async () => {
    const on = watch();
    const news = told(on);

    for (let index = 0; index < 50; index += 1) writeFileSync(join(folder, 'steps', 'one.yaml'), `burst ${index}`);
    await news;

    expect(on.current()).toBe('burst 49');
    expect(made).toBe(2);
  });

  it('is not made anew for what is hidden or lies deeper than knowledge does', async () => {
    const on = watch();

    mkdirSync(join(folder, '.git'));
    mkdirSync(join(folder, 'steps', 'deeper'));
    writeFileSync(join(folder, '.git', 'HEAD'), 'x');
    writeFileSync(join(folder, 'steps', 'deeper', 'x.yaml'), 'x');
    await turnsOfTheClock();
    writeFileSync(join(folder, 'steps', 'two.yaml'), 'x');
    await told(on);

    expect(made).toBe(2);
  });

  it('survives a folder that goes away and comes back', async () => {
    const on = watch();
    const kept = mkdtempSync(join(tmpdir(), 'kiku-kept-'));
    cpSync(folder, kept, { recursive: true });

    rmSync(folder, { recursive: true });
    await told(on);
    const faults = on.faults();
    writeFileSync(join(kept, 'steps', 'one.yaml'), 'back');
    renameSync(kept, folder);
    await told(on);

    expect(faults).toHaveLength(1);
    expect([on.current(), on.faults()]).toEqual(['back', []]);
  });
});
