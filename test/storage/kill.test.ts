import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openStorage } from '../../src/storage/open-storage.ts';
import { runChild } from './children/run.ts';
import { emptyFolder } from './databases.ts';
import { somebody, wordsOf } from './turns.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('an embedded database whose process is killed', () => {
  it('has every save that was acknowledged, whole, five times in a row', async () => {
    const place = await emptyFolder();
    const who = somebody();
    let acknowledged = 0;
    for (let kill = 0; kill < 5; kill += 1) {
      const child = runChild('save-for-ever', [place.folder]);
      await child.line(20 + kill * 17);
      await child.kill();
      acknowledged = Number(child.lines.at(-1));

      const storage = await openStorage({ databaseUrl: null, folder: place.folder }, silent);
      const { revision, person } = await storage.turns.load(who.key, '');
      const newest = await storage.turns.load(who.key, `input ${revision}`);
      const waiting = await storage.turns.claim(who.address.conversation, 0, 1000, 10_000);
      await storage.close();

      // One more may be there: saved, and killed before it could say so.
      expect(revision - acknowledged).toBeGreaterThanOrEqual(0);
      expect(revision - acknowledged).toBeLessThanOrEqual(1);
      expect(person?.puzzled).toBe(revision);
      expect(newest.isSeen).toBe(true);
      expect(wordsOf(waiting)).toEqual(Array.from({ length: revision }, (_, index) => `message ${index + 1}`));
    }
    await place.end();
  }, 60_000);

  it('opens again after kills in the middle of its very first start', async () => {
    const place = await emptyFolder();
    // PGlite itself starts over before this file is there, and can be left for good in what follows within some milliseconds.
    const isNearlyMade = () => ['database', 'database.new'].some((cluster) => existsSync(join(place.folder, cluster, 'PG_VERSION')));
    for (let kill = 0; kill < 3; kill += 1) {
      await rm(join(place.folder, 'database.new'), { recursive: true, force: true });
      const child = runChild('save-for-ever', [place.folder]);
      while (!isNearlyMade()) await new Promise((resolve) => setTimeout(resolve, 1));
      await child.kill();
      expect(child.lines).toEqual([]);
    }

    const storage = await openStorage({ databaseUrl: null, folder: place.folder }, silent);

    expect(await storage.readiness()).toEqual([]);
    await storage.close();
    await place.end();
  }, 60_000);
});
