import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { StorageFailure } from './storage-failure.ts';

/** A data folder that only this process writes to. */
export interface FolderLock {
  release(): void;
}

/** Whoever has a folder. */
export interface Holder {
  readonly pid: number;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** Somebody who holds a folder for a moment only (it is starting, and gives up) is waited for this long. */
const PATIENCE_MS = 300;
const SQLITE_BUSY = 5;

/** A lock ends with its connection, and a connection nobody refers to is collected. */
const held = new Set<DatabaseSync>();

/**
 * Holds `folder`, or throws a `StorageFailure` of code `held` that says who has it. The lock is the operating system's own, on
 * the file `lock`, by way of SQLite because Node has no call for it: it is atomic, it ends with the process however that
 * ends, and it is the same on Linux, macOS and Windows. `holder.json` beside it only tells who.
 */
export function holdFolder(folder: string, now: number): FolderLock {
  const lock = openLock(folder);
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive');
  } catch (thrown) {
    lock.close();
    throw isBusy(thrown) ? heldBy(folder) : unusable(folder, thrown);
  }
  held.add(lock);
  tellHolder(folder, { pid: process.pid, since: now });
  return {
    release() {
      if (held.delete(lock)) lock.close();
    },
  };
}

function openLock(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true });
    return new DatabaseSync(join(folder, 'lock'), { timeout: PATIENCE_MS });
  } catch (thrown) {
    throw unusable(folder, thrown);
  }
}

const holder = z.object({ pid: z.int(), since: z.int() });

function heldBy(folder: string): StorageFailure {
  const who = readHolder(folder);
  const sentence = who === null ? 'by another process' : `by process ${who.pid}, since ${new Date(who.since).toISOString()}`;
  return new StorageFailure(
    'held',
    `The folder ${folder} is in use ${sentence}. Only one can write to it: stop that one first, or choose another folder.`,
    {
      retryable: false,
    },
  );
}

/** Who wrote last that it has the folder. A killed holder stands there until the next one comes. */
function readHolder(folder: string): Holder | null {
  try {
    return holder.parse(JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8')));
  } catch {
    // Not written yet, or not by us: then the sentence goes without it.
    return null;
  }
}

function tellHolder(folder: string, who: Holder): void {
  const aside = join(folder, `holder.${who.pid}.json`);
  writeFileSync(aside, JSON.stringify(who));
  renameSync(aside, join(folder, 'holder.json'));
}

function isBusy(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && Reflect.get(thrown, 'errcode') === SQLITE_BUSY;
}

function unusable(folder: string, cause: unknown): StorageFailure {
  return new StorageFailure('refused', `The folder ${folder} cannot be used: it must be possible to write to it, and to lock a file in it.`, {
    retryable: false,
    cause,
  });
}
