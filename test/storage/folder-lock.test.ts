import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { holdFolder } from '../../src/storage/folder-lock.ts';
import { StorageFailure } from '../../src/storage/storage-failure.ts';
import { type Child, runChild } from './children/run.ts';
import { emptyFolder } from './databases.ts';

const answer = z.object({ held: z.boolean(), code: z.string().optional(), message: z.string().optional() });

describe('the lock of a data folder', () => {
  let place: Awaited<ReturnType<typeof emptyFolder>>;
  let children: Child[];

  beforeEach(async () => {
    place = await emptyFolder();
    children = [];
  });
  afterEach(async () => {
    await Promise.all(children.map((child) => child.kill()));
    await place.end();
  });

  const start = (moment = 0): Child => {
    const child = runChild('hold-folder', [place.folder, String(moment)]);
    children.push(child);
    return child;
  };
  const answerOf = async (child: Child) => answer.parse(JSON.parse(await child.line(0)));
  const refusal = () => {
    try {
      holdFolder(place.folder, 0).release();
    } catch (thrown) {
      return thrown;
    }
    return null;
  };

  it('tells a second process who holds it and since when', async () => {
    const holder = start();
    expect((await answerOf(holder)).held).toBe(true);

    const second = await answerOf(start());

    expect(second).toMatchObject({ held: false, code: 'held' });
    expect(second.message).toContain(`process ${holder.process.pid}, since 20`);
    expect(second.message).toContain(place.folder);
  });

  it('ends with the holder, also when that is killed', async () => {
    const holder = start();
    await answerOf(holder);
    expect(refusal()).toBeInstanceOf(StorageFailure);

    await holder.kill();

    expect((await answerOf(start())).held).toBe(true);
  });

  it('is refused to the same process as well, until it is released', () => {
    const lock = holdFolder(place.folder, 0);
    expect(refusal()).toMatchObject({ code: 'held', retryable: false });

    lock.release();
    lock.release();

    expect(refusal()).toBeNull();
  });

  it('says no also where the file that tells of the holder is broken', async () => {
    const lock = holdFolder(place.folder, 0);
    await writeFile(`${place.folder}/holder.json`, '{"pid": 1');

    expect(refusal()).toMatchObject({ code: 'held' });

    lock.release();
  });

  it('has exactly one winner in twenty races of two, each over the folder of one that was killed', async () => {
    for (let race = 0; race < 20; race += 1) {
      const moment = Date.now() + 350;
      const racers = Array.from({ length: 2 }, () => start(moment));

      const answers = await Promise.all(racers.map(answerOf));

      expect([race, answers.filter(({ held }) => held).length]).toEqual([race, 1]);
      await Promise.all(racers.map((racer) => racer.kill()));
    }
  }, 60_000);
});
