import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { type FreshDatabase, freshDatabase } from '../postgres.ts';
import { type Contents, layDown } from './contents.ts';
import { ROOT, readDockerfile } from './dockerfile.ts';

const image = readDockerfile();
const ours = image.copied.filter(({ stage }) => stage === null).flatMap(({ sources }) => sources);
/** A bot that no cloud knows: the program starts, and what it asks of the cloud fails. */
const CREDENTIALS = {
  MICROSOFT_APP_TYPE: 'UserAssignedMSI',
  MICROSOFT_APP_ID: '11111111-1111-4111-8111-111111111111',
  MICROSOFT_APP_TENANT_ID: '22222222-2222-4222-8222-222222222222',
};

describe('the Dockerfile', () => {
  it('copies only what is there, and what is sent to the build', () => {
    const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n');
    const sent = ignored.filter((line) => line.startsWith('!')).map((line) => line.slice(1));

    expect(ours.filter((source) => !existsSync(join(ROOT, source)))).toEqual([]);
    expect(ignored).toContain('*');
    expect(new Set(ours)).toEqual(new Set(sent));
  });

  it('stands on the version of Node that the tests run on, in all its stages', () => {
    const { devDependencies } = z.object({ devDependencies: z.object({ node: z.string() }) }).parse(JSON.parse(read('package.json')));

    expect(new Set(image.images)).toEqual(new Set([`node:${devDependencies.node}-bookworm-slim`]));
  });

  it('takes the packages of the lock that are needed at run time, and runs no script of theirs', () => {
    const installs = image.built.filter((command) => /\bnpm (?:i|ci|install)\b/.test(command));

    expect(installs).toEqual([expect.stringMatching(/^npm install (?=.*--omit=dev\b)(?=.*--ignore-scripts\b)/)]);
  });

  it('ends as a user without rights, in production, with nothing between the platform and Node', () => {
    expect(image.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(image.env.NODE_ENV).toBe('production');
    expect(image.command[0]).toBe('node');
    expect(existsSync(join(ROOT, image.command.at(-1) ?? ''))).toBe(true);
  });
});

describe('what the image holds', () => {
  let contents: Contents;
  let database: FreshDatabase;
  beforeAll(async () => {
    contents = layDown(image);
    database = await freshDatabase();
  }, 120_000);
  afterAll(async () => {
    contents.end();
    await database.drop();
  });

  /** A command of the image, run as it would be there. */
  function run(command: readonly string[], env: Readonly<Record<string, string>>) {
    const [program, ...args] = command;
    expect(program).toBe('node');
    const child = spawn(contents.node, args, { cwd: contents.app, ...contents.as, env: { ...image.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const written = { text: '' };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        written.text += chunk.toString();
      });
    return { child, written, gone: once(child, 'exit') };
  }

  it('starts without the right to write anything, is ready, passes its own check, and ends on SIGTERM', async () => {
    const program = run(image.command, { ...CREDENTIALS, PORT: '0', DATABASE_URL: database.url, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' });
    const address = await new Promise<string>((resolve, reject) => {
      program.child.stdout.on('data', () => {
        const [, found] = /listening on (http:\S+)/.exec(program.written.text) ?? [];
        if (found !== undefined) resolve(found);
      });
      program.child.once('exit', () => reject(new Error(`It ended:\n${program.written.text}`)));
    });

    const ready = await fetch(`${address}/readyz`);
    const checked = run(image.healthcheck, { PORT: new URL(address).port });
    const [health] = await checked.gone;
    program.child.kill('SIGTERM');
    const [code] = await program.gone;

    expect(ready.status).toBe(200);
    expect(health).toBe(0);
    expect(code).toBe(0);
    expect(program.written.text).not.toContain('ERR_ACCESS_DENIED');
  }, 60_000);

  it('holds the doctor too, which says of a database that is away that it is', async () => {
    const doctor = run(['node', 'src/cli/doctor.ts'], { ...CREDENTIALS, DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:1/kiku' });
    const [code] = await doctor.gone;

    expect(doctor.written.text).not.toMatch(/ERR_MODULE_NOT_FOUND|Error \[/);
    expect(code).toBeGreaterThan(0);
  }, 60_000);

  it('is found unwell when nothing answers', async () => {
    const [health] = await run(image.healthcheck, { PORT: '1' }).gone;

    expect(health).toBe(1);
  });

  it('writes no file, whatever asks it to', async () => {
    const permissions = image.command.filter((word) => word.startsWith('--'));
    const attempt = run(['node', ...permissions, '--eval', "require('node:fs').writeFileSync('/tmp/kiku-was-here', '')"], {});
    const [code] = await attempt.gone;

    expect(code).not.toBe(0);
    expect(attempt.written.text).toContain('ERR_ACCESS_DENIED');
  });
});

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}
