import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStorage, type Storage } from '../../src/storage/open-storage.ts';
import { freshDatabase } from '../postgres.ts';
import { intakeOf, somebody, state, turnOf } from '../storage/turns.ts';

const CLI = fileURLToPath(new URL('../../src/cli/own-data.ts', import.meta.url));
const log = { info() {}, warn() {}, error() {} };

let url: string;
let storage: Storage;
let clear: () => Promise<void>;
beforeAll(async () => {
  const fresh = await freshDatabase();
  url = fresh.url;
  storage = await openStorage({ databaseUrl: url, folder: '' }, log);
  clear = async () => {
    await storage.close();
    await fresh.drop();
  };
}, 60_000);
afterAll(() => clear());

describe('what an operator does for somebody', () => {
  it('shows what is kept of them, deletes it, and then finds nothing', async () => {
    const who = somebody();
    const intake = intakeOf('theirs');
    await storage.turns.save(turnOf(who, { intake, person: { ...state, intake: 'theirs' } }));
    const of = [who.key.tenant, who.key.id];

    const shown = await run(['show', ...of]);
    const deleted = await run(['forget', ...of]);
    const again = await run(['forget', ...of]);

    expect(JSON.parse(shown.stdout)).toMatchObject({ person: [{ id: who.key.id }], conversations: [{ id: 'theirs' }] });
    expect([deleted.stdout, again.stdout]).toEqual([expect.stringMatching(/^Deleted/), expect.stringMatching(/^Nothing/)]);
    expect((await storage.turns.load(who.key, 'next')).person).toBeNull();
  });

  it.each([[[]], [['show']], [['show', 'tenant']], [['delete', 'tenant', 'person']], [['show', 'tenant', 'person', 'more']]])(
    'asks for %j to be said as it should be',
    async (args) => {
      expect(await run(args)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('npm run -s own-data') });
    },
  );

  it('says in a sentence that the database is not there', async () => {
    const ran = await run(['show', 'tenant', 'person'], { DATABASE_URL: 'postgresql://127.0.0.1:1/kiku' });

    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr.trim().split('\n')).toHaveLength(1);
  });
});

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const options = { env: { PATH: process.env.PATH, DATABASE_URL: url, ...env } };
    execFile(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
