import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** The processes above this one up to npm: its parent, and further up as long as that is only a shell. The nearest first. */
export type Ancestors = readonly number[];

interface Seen {
  readonly parent: number;
  readonly program: string;
}

const SHELL = /^-?(?:a|ba|da|z|k|fi)?sh$|^busybox$/;
const MOST = 5;

/** To be asked early: whoever has ended by then is not among them. */
export function ancestorsUpToNpm(): Ancestors {
  const found: number[] = [];
  let pid = process.ppid;
  while (pid > 0 && found.length < MOST) {
    found.push(pid);
    const seen = look(pid);
    if (seen === null || !SHELL.test(seen.program)) break;
    pid = seen.parent;
  }
  return found;
}

/** Whether all of them still stand above one another. An orphan gets another parent at once, also when nobody asks after the dead. */
export function isComplete(ancestors: Ancestors): boolean {
  return ancestors.every((pid, index) => {
    const below = ancestors[index - 1];
    return below === undefined ? process.ppid === pid && isAlive(pid) : isParent(pid, below);
  });
}

function isParent(pid: number, child: number): boolean {
  if (process.platform !== 'linux') return isAlive(pid);
  return look(child)?.parent === pid;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** `null` when it has ended, or when this system does not tell. */
function look(pid: number): Seen | null {
  try {
    return process.platform === 'linux' ? lookInProc(pid) : askPs(pid);
  } catch {
    // Ended in between, not ours to look at, or a system without either: then it is the last that is watched.
    return null;
  }
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; the name of the program may hold spaces and brackets. */
function lookInProc(pid: number): Seen {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(parent), program: basename(readlinkSync(`/proc/${pid}/exe`)) };
}

function askPs(pid: number): Seen {
  const line = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], {
    encoding: 'utf8',
    timeout: 2_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [, parent, program] = /^\s*(\d+)\s+(.*?)\s*$/.exec(line) ?? [];
  return { parent: Number(parent ?? 0), program: basename(program ?? '') };
}
