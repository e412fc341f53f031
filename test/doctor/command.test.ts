import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { migrate, readMigrations } from '../../src/storage/migrations.ts';
import { openPostgres } from '../../src/storage/postgres.ts';
import { makeCertificate } from '../graph/made-certificate.ts';
import { type FreshDatabase, freshDatabase } from '../postgres.ts';

const DOCTOR = fileURLToPath(new URL('../../src/cli/doctor.ts', import.meta.url));
const SECRET = 'correct-horse-battery';
const report = z.object({ status: z.string(), findings: z.array(z.object({ id: z.string(), level: z.string(), text: z.string() })).default([]) });

/** Runs the command and gives how it ended and what it wrote. */
function consult(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [DOCTOR, ...args], { env: { PATH: process.env.PATH, ...env } }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

/** The names of what is not fine, as a machine reads them. */
async function told(env: Readonly<Record<string, string>>) {
  const { code, stdout } = await consult(env, '--json');
  const { status, findings } = report.parse(JSON.parse(stdout));
  return { code, status, ids: findings.filter(({ level }) => level !== 'ok').map(({ id }) => id) };
}

describe('npm run doctor', () => {
  let folder: string;
  let fresh: FreshDatabase;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kiku-doctor-'));
    fresh = await freshDatabase();
    const database = openPostgres(fresh.url, { connections: 1 });
    await migrate(database, await readMigrations());
    await database.query('insert into kiku.advisory_reading (read_at) values ($1::bigint)', [Date.now()]);
    await database.close();
  });
  afterAll(async () => {
    await fresh.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('ends with 0 where all is well, in the language that is set', async () => {
    const english = await consult({ DATABASE_URL: fresh.url });
    const japanese = await consult({ DATABASE_URL: fresh.url, DEFAULT_LANGUAGE: 'ja' });

    expect([english.code, japanese.code]).toEqual([0, 0]);
    expect(english.stdout).toMatch(/^database-ok +OK: /m);
    expect(japanese.stdout).toMatch(/^database-ok +正常: /m);
  });

  it('ends with 1 where something is to be done, and says what', async () => {
    const away = await consult({ DATABASE_URL: `postgres://me:${SECRET}@127.0.0.1:1/kiku` });

    expect(away.code).toBe(1);
    expect(away.stdout).toMatch(/^database-away +Fault: .*DATABASE_URL/m);
    expect(away.stdout + away.stderr).not.toContain(SECRET);
  });

  it('tells a machine the same', async () => {
    const empty = await freshDatabase();

    expect(await told({ DATABASE_URL: fresh.url })).toEqual({ code: 0, status: 'healthy', ids: ['no-cloud', 'channel-none'] });
    expect(await told({ DATABASE_URL: empty.url })).toMatchObject({ code: 1, status: 'findings', ids: ['schema-behind', 'no-cloud'] });
    await empty.drop();
  });

  it('makes nothing: a folder without a database stays as it is', async () => {
    const first = await told({ DATA_DIR: join(folder, 'nothing') });
    const second = await told({ DATA_DIR: join(folder, 'nothing') });

    expect(first).toMatchObject({ code: 1, ids: ['database-none', 'no-cloud'] });
    expect(second).toEqual(first);
  });

  it('tells of faulty knowledge in the words of ours', async () => {
    await writeFile(join(folder, 'steps.yaml'), 'x: 1');

    const { code, stdout } = await consult({ DATABASE_URL: fresh.url, KNOWLEDGE_DIR: folder });

    expect(code).toBe(1);
    expect(stdout).toMatch(/^knowledge-faulty +Fault: .*steps\.yaml/m);
  });

  it('tells of a certificate that has ended, whatever else is wrong in the cloud', async () => {
    const path = join(folder, 'bot.pem');
    await writeFile(path, makeCertificate(Date.now() - 86_400_000));
    const cloud = { MICROSOFT_APP_ID: 'app', MICROSOFT_APP_TENANT_ID: '11111111-1111-1111-1111-111111111111', MICROSOFT_APP_CERTIFICATE: path };

    const { code, ids } = await told({ DATABASE_URL: fresh.url, ...cloud });

    expect(code).toBe(1);
    expect(ids).toContain('certificate-ended');
  });

  it('ends with 2 where it could not run, and says why without a secret', async () => {
    const spoken = await consult({ PORT: 'x', DATABASE_URL: SECRET });
    const machine = await consult({ PORT: 'x' }, '--json');

    expect([spoken.code, machine.code]).toEqual([2, 2]);
    expect(spoken.stderr).toMatch(/PORT[\s\S]*DATABASE_URL/);
    expect(spoken.stderr).not.toContain(SECRET);
    expect(report.parse(JSON.parse(machine.stdout)).status).toBe('could-not-run');
  });
});
