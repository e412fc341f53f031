import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openStorage } from '../../src/storage/open-storage.ts';
import { freshDatabase } from '../postgres.ts';
import { emptyFolder } from './databases.ts';
import { post, rowsOf, somebody, turnOf, wordsOf } from './turns.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

describe('storage', () => {
  let place: Awaited<ReturnType<typeof emptyFolder>>;

  beforeEach(async () => {
    place = await emptyFolder();
  });
  afterEach(() => place.end());

  it('lies in the folder when there is no address, survives a restart, and frees what was leased before', async () => {
    const who = somebody();
    const before = await openStorage({ databaseUrl: null, folder: place.folder }, silent);
    expect(before.description).toContain(place.folder);
    expect(await before.readiness()).toEqual([]);
    expect(rowsOf(await before.turns.save(turnOf(who, { outbox: [post('unsent')] })))).toHaveLength(1);
    await before.close();
    await before.close();

    const after = await openStorage({ databaseUrl: null, folder: place.folder }, silent);

    expect(wordsOf((await after.turns.claimAny(1000, 1000, 10)).rows)).toEqual(['unsent']);
    await after.purge(Number.MAX_SAFE_INTEGER);
    expect((await after.turns.load(who.key, 'input-1')).revision).toBe(1);
    await after.close();
  });

  it('in a folder runs jobs beside everything else', async () => {
    const storage = await openStorage({ databaseUrl: null, folder: place.folder }, silent);
    const who = somebody();
    const ran = Promise.withResolvers<unknown>();
    storage.jobs.handle('greet', async (payload) => {
      await storage.turns.save(turnOf(who));
      ran.resolve(payload);
    });
    await storage.jobs.start();

    await storage.jobs.ask('greet', 'a', { id: 1 });

    expect(await ran.promise).toEqual({ id: 1 });
    expect((await storage.turns.load(who.key, '')).revision).toBe(1);
    await storage.jobs.stop(1000);
    await storage.purge(0);
    await storage.close();
  });

  it('in a folder is refused to a second one, and the first goes on', async () => {
    const first = await openStorage({ databaseUrl: null, folder: place.folder }, silent);

    await expect(openStorage({ databaseUrl: null, folder: place.folder }, silent)).rejects.toMatchObject({ code: 'held' });

    expect(await first.readiness()).toEqual([]);
    await first.close();
  });

  it('on a server names it without the password, and is shared by two instances', async () => {
    const { url, drop } = await freshDatabase();
    const who = somebody();
    const [one, two] = await Promise.all([0, 1].map(() => openStorage({ databaseUrl: url, folder: place.folder }, silent)));
    if (one === undefined || two === undefined) throw new Error('No storage.');

    await one.turns.save(turnOf(who, { outbox: [post('on its way')] }));

    expect((await two.turns.load(who.key, 'input-1')).isSeen).toBe(true);
    expect((await two.turns.claimAny(1000, 1000, 10)).rows).toEqual([]);
    expect(one.description).toContain(new URL(url).host);
    expect(one.description).not.toContain(new URL(url).password);
    await two.purge(0);
    await Promise.all([one.close(), two.close()]);
    await drop();
  });

  it('tells what is missing when the database goes away', async () => {
    const { url, drop } = await freshDatabase();
    const storage = await openStorage({ databaseUrl: url, folder: place.folder }, silent);
    expect(await storage.readiness()).toEqual([]);

    await drop();

    expect(await storage.readiness()).toHaveLength(1);
    await storage.close();
  });

  it('does not open without its database, and leaves nothing behind that would keep the process alive', async () => {
    await expect(openStorage({ databaseUrl: 'postgres://a:b@127.0.0.1:1/c', folder: place.folder }, silent)).rejects.toMatchObject({
      name: 'StorageFailure',
      code: 'unreachable',
    });
  });
});
