import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { holdFolder } from '../../src/storage/folder-lock.ts';
import { freePort } from '../program.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LIMIT_MS = 20_000;

/** Where a program is started: a folder and a port of its own. */
export interface Place {
  readonly folder: string;
  readonly port: number;
  readonly env: Readonly<Record<string, string>>;
  end(): Promise<void>;
}

export async function place(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'kiku-ending-'));
  const port = await freePort();
  const env = { DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'info' };
  return { folder, port, env, end: () => rm(folder, { recursive: true, force: true }) };
}

/** Something that was started, and everything it and its children wrote. */
export interface Started {
  readonly child: ChildProcess;
  readonly gone: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  written(): string;
  /** Waits until it has written something like this. */
  writes(pattern: RegExp): Promise<void>;
}

/** Starts a command in a process group of its own, like a terminal does. */
export function start(command: string, args: readonly string[], env: Readonly<Record<string, string>>): Started {
  const child = spawn(command, args, {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      written += chunk.toString();
    });
  const gone = once(child, 'exit').then(([code, signal]: unknown[]) =>
    z.object({ code: z.number().nullable(), signal: z.string().nullable() }).parse({ code, signal }),
  );
  return {
    child,
    gone,
    written: () => written,
    async writes(pattern) {
      for (const end = Date.now() + LIMIT_MS; !pattern.test(written); await pause(20))
        if (Date.now() > end || child.exitCode !== null) throw new Error(`It never wrote ${pattern}:\n${written}`);
    },
  };
}

export const startKiku = (env: Readonly<Record<string, string>>) => start(process.execPath, ['src/main.ts'], env);

/** `npm start`, with the shell that npm uses by itself or another one. */
export const startNpm = (env: Readonly<Record<string, string>>, shell: string | null) =>
  start('npm', ['start', ...(shell === null ? [] : [`--script-shell=${shell}`])], env);

/** A shell that puts another shell between itself and the command, and stays there. */
export async function writeDoubleShell(folder: string): Promise<string> {
  const file = join(folder, 'double-shell');
  await writeFile(file, '#!/bin/sh\n/bin/sh "$@"\nexit $?\n');
  await chmod(file, 0o755);
  return file;
}

/** The process that writes to a folder. */
export async function holderOf(folder: string): Promise<number> {
  return z.object({ pid: z.int() }).parse(JSON.parse(await readFile(join(folder, 'holder.json'), 'utf8'))).pid;
}

/** How long it takes until a process is gone and its port and folder are free. */
export async function freed(pid: number, { folder, port }: Place): Promise<number> {
  const begun = Date.now();
  while (isAlive(pid) && Date.now() < begun + LIMIT_MS) await pause(10);
  const took = Date.now() - begun;
  holdFolder(folder, Date.now()).release();
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  await new Promise((resolve) => server.close(resolve));
  return took;
}

/** The signals go to the whole group, so that a failed test leaves nothing behind. */
export async function endGroup({ child, gone }: Started): Promise<void> {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (Reflect.get(Object(error), 'code') !== 'ESRCH') throw error;
  }
  await gone;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // It is gone, which is what was asked.
    return false;
  }
}
