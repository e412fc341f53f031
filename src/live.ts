import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Something made from files, made anew when they are saved. What is in force stays in force until the new one is sound. */
export interface Live<T> {
  current(): T;
  /** What is wrong with the files as they are now, a line each; empty while they are what is in force. */
  faults(): readonly string[];
  /** Calls `listener` after each time the files were looked into, until the returned function is called. */
  subscribe(listener: () => void): () => void;
  stop(): void;
}

/** How to make it. */
export interface Making<T> {
  readonly folders: readonly string[];
  /** Makes it, or throws. */
  readonly make: () => T;
  /** What an error of `make` says, a line each. */
  readonly faultsOf: (error: unknown) => readonly string[];
  /** How often the folders are looked at, in milliseconds; `null`: never. */
  readonly everyMs: number | null;
}

/**
 * Makes it once, or throws, and then again after each change. The folders are looked at instead of being listened to: that is right on every
 * system, for editors that write by renaming, and for folders over a network, and costs less than a millisecond for a hundred files.
 */
export function createLive<T>({ folders, make, faultsOf, everyMs }: Making<T>): Live<T> {
  let seen = signatureOf(folders);
  let made = seen;
  let current = make();
  let faults: readonly string[] = [];
  const listeners = new Set<() => void>();

  const look = (): void => {
    const now = signatureOf(folders);
    // Still being written: the burst is over when nothing has changed between two looks.
    const isSettled = now === seen;
    seen = now;
    if (!isSettled || now === made) return;
    made = now;
    try {
      current = make();
      faults = [];
    } catch (error) {
      faults = faultsOf(error);
    }
    for (const listener of listeners) listener();
  };
  const timer = everyMs === null ? null : setInterval(look, everyMs).unref();

  return {
    current: () => current,
    faults: () => faults,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => clearInterval(timer ?? undefined),
  };
}

/** Changes whenever a file in the folders does, or in the folders right in them: knowledge lies no deeper. */
function signatureOf(folders: readonly string[]): string {
  return folders.flatMap((folder) => seenIn(folder, 1)).join('\n');
}

/** What is hidden is passed over: an editor's scratch files, and whole histories of versions. */
function seenIn(folder: string, depth: number): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).toSorted();
  } catch {
    // Gone, or being renamed: that is a change too.
    return [`${folder} is not there`];
  }
  return names
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => {
      const path = join(folder, name);
      const file = statSync(path, { throwIfNoEntry: false });
      if (file?.isDirectory() === true) return depth > 0 ? seenIn(path, depth - 1) : [];
      return file === undefined ? [] : [`${path} ${file.mtimeMs} ${file.size} ${file.ino}`];
    });
}
