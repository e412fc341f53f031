import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../src/storage/database.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { type EmptyDatabase, emptyDatabase } from './databases.ts';

const thrownBy = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
const everythingOf = (thrown: unknown): string =>
  thrown instanceof Error
    ? `${JSON.stringify(thrown, Object.getOwnPropertyNames(thrown))} ${everythingOf(thrown.cause)}`
    : JSON.stringify(thrown ?? null);

describe.each(['postgres', 'pglite'] as const)('a database on %s', (kind) => {
  let empty: EmptyDatabase;
  let database: Database;

  beforeAll(async () => {
    empty = await emptyDatabase(kind);
    database = empty.database;
    await database.query('create table kiku.note (id int primary key, words text not null)', []);
  });
  afterAll(() => empty.end());

  const notes = () => database.query('select id from kiku.note order by id', []);

  it('keeps all of a transaction', async () => {
    const answer = await database.transaction(async (transaction) => {
      await transaction.query('insert into kiku.note values ($1, $2)', [1, 'a']);
      await transaction.script('insert into kiku.note values (2, $$b$$); insert into kiku.note values (3, $$c$$)');
      return 'kept';
    });

    expect(answer).toBe('kept');
    expect(await notes()).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  });

  it('keeps nothing of a transaction that fails, and throws what was thrown', async () => {
    const before = await notes();
    const reason = new Error('a reason of our own');

    const thrown = await thrownBy(
      database.transaction(async (transaction) => {
        await transaction.query('insert into kiku.note values ($1, $2)', [10, 'x']);
        throw reason;
      }),
    );

    expect(thrown).toBe(reason);
    expect(await notes()).toEqual(before);
  });

  it('keeps nothing of a transaction in which a statement failed', async () => {
    const before = await notes();

    const thrown = await thrownBy(
      database.transaction(async (transaction) => {
        await transaction.query('insert into kiku.note values ($1, $2)', [11, 'x']);
        await transaction.query('insert into kiku.note values ($1, $2)', [11, 'x']);
      }),
    );

    expect(thrown).toMatchObject({ name: 'StorageFailure', code: 'taken', retryable: false });
    expect(await notes()).toEqual(before);
  });

  it('refuses a statement beside the open transaction instead of waiting for ever', async () => {
    const thrown = await thrownBy(database.transaction(() => database.query('select 1', [])));

    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).not.toMatchObject({ name: 'StorageFailure' });
    expect(await database.query('select 1 as one', [])).toEqual([{ one: 1 }]);
  });

  it('says nothing of what was to be stored when it fails', async () => {
    await database.query(`insert into kiku.note values (20, 'x') on conflict do nothing`, []);

    const failures = [
      await thrownBy(database.query('insert into kiku.note values (20, $1)', ['s3cret words'])),
      await thrownBy(database.query('select $1::int', ['s3cret words'])),
      await thrownBy(database.query('select $1::jsonb', ['{s3cret words'])),
    ];

    for (const failure of failures) {
      expect(failure).toMatchObject({ name: 'StorageFailure' });
      expect(everythingOf(failure)).not.toContain('s3cret');
    }
    expect(failures).toMatchObject([{ code: 'taken' }, { code: 'rejected' }, { code: 'rejected' }]);
    expect(everythingOf(failures[0])).toContain('note_pkey');
  });

  it('tells a table that is not there from other failures', async () => {
    expect(await thrownBy(database.query('select * from kiku.nowhere', []))).toMatchObject({ code: 'schema', retryable: false });
  });
});

describe('a PostgreSQL that does not answer', () => {
  let empty: EmptyDatabase;

  beforeAll(async () => {
    empty = await emptyDatabase('postgres');
  });
  afterAll(() => empty.end());

  it('stops a statement that takes too long', async () => {
    const thrown = await thrownBy(empty.database.transaction((transaction) => transaction.query('select pg_sleep(10)', []), 100));

    expect(thrown).toMatchObject({ code: 'timeout', retryable: true });
    expect(await empty.database.query('select 1 as one', [])).toEqual([{ one: 1 }]);
  });

  it('goes on with new connections after its own were cut', async () => {
    const others = 'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';
    const cut = await thrownBy(
      empty.database.transaction(async (transaction) => {
        const [mine] = await transaction.query('select pg_backend_pid()::text as pid', []);
        await thrownBy(empty.database.transaction(async () => undefined));
        await transaction.query('select pg_terminate_backend($1::int)', [String(Reflect.get(Object(mine), 'pid'))]);
      }),
    );
    expect(cut).toMatchObject({ code: 'unreachable', retryable: true });

    await empty.database.query(others, []);

    const answers = await Promise.all(Array.from({ length: 20 }, () => thrownBy(empty.database.query('select 1', []))));
    expect(answers.filter((thrown) => thrown !== null).length).toBeLessThanOrEqual(16);
    expect(await empty.database.query('select 1 as one', [])).toEqual([{ one: 1 }]);
  });

  it('is unreachable when nobody listens', async () => {
    const database = openPostgres('postgres://nobody:s3cret@127.0.0.1:1/nothing');

    const thrown = await thrownBy(database.query('select 1', []));

    expect(thrown).toMatchObject({ code: 'unreachable', retryable: true });
    expect(everythingOf(thrown)).not.toContain('s3cret');
    await database.close();
  });

  it('is unreachable when somebody listens and never speaks', async () => {
    const sockets: Socket[] = [];
    const mute: Server = createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const place = mute.address();
    const database = openPostgres(`postgres://a:b@127.0.0.1:${typeof place === 'object' && place !== null ? place.port : 0}/c`);

    const thrown = await thrownBy(database.query('select 1', []));

    expect(thrown).toMatchObject({ code: 'unreachable', retryable: true });
    for (const socket of sockets) socket.destroy();
    mute.close();
    await database.close();
  });

  it('refuses a wrong password, for good', async () => {
    const url = await empty.database.query('select inet_server_port() as port', []);
    const database = openPostgres(`postgres://postgres:wrong@127.0.0.1:${String(Reflect.get(Object(url[0]), 'port'))}/postgres`);

    expect(await thrownBy(database.query('select 1', []))).toMatchObject({ code: 'refused', retryable: false });
    await database.close();
  });
});
