import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pack } from '../../src/manifest/pack.ts';
import { MANIFEST_FOLDER, readSources } from '../../src/manifest/sources.ts';
import { PUBLICATION } from './sources.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiku-package-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm run package', () => {
  it('writes what was asked for, into a folder that need not be there', async () => {
    const out = join(folder, 'new', 'kiku.zip');
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    const { appId, botId, domain, publisher } = PUBLICATION;

    const ran = await run(['--app-id', appId, '--bot-id', botId, '--domain', domain, '--publisher', publisher, '--out', out]);

    expect(ran).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining(appId) });
    expect((await readFile(out)).equals(pack(readSources(MANIFEST_FOLDER, PUBLICATION, version)))).toBe(true);
  });

  it.each(['Pacific/Auckland', 'America/Los_Angeles'])('writes the same bytes where it is %s time', async (zone) => {
    const { appId, botId, domain } = PUBLICATION;
    const args = ['--app-id', appId, '--bot-id', botId, '--domain', domain, '--out'];

    await run([...args, join(folder, 'utc.zip')], 'UTC');
    await run([...args, join(folder, 'zone.zip')], zone);

    expect((await readFile(join(folder, 'zone.zip'))).equals(await readFile(join(folder, 'utc.zip')))).toBe(true);
  });

  it('says all that is wrong on standard error, a line each, and ends with 1', async () => {
    const ran = await run(['--app-id', 'kiku', '--domain', 'localhost']);

    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr.trim().split('\n')).toEqual([/app-id/, /bot-id/, /domain/].map((name) => expect.stringMatching(name)));
  });
});

function run(args: readonly string[], zone = 'UTC'): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const flags = ['--disable-warning=ExperimentalWarning', join(ROOT, 'src/cli/package.ts')];
    execFile(process.execPath, [...flags, ...args], { cwd: folder, env: { ...process.env, TZ: zone } }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}
