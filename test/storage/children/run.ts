import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A child process of a test, line by line. */
export interface Child {
  readonly process: ChildProcess;
  /** What it has written so far. */
  readonly lines: string[];
  /** The line of that number, once it is there; a failed test when the child ends before. */
  line(index: number): Promise<string>;
  /** Ends it as nothing can be caught; what it wrote before is read to the end. */
  kill(): Promise<void>;
}

export function runChild(name: string, args: readonly string[]): Child {
  const child = spawn(process.execPath, [fileURLToPath(new URL(`./${name}.ts`, import.meta.url)), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface(child.stdout);
  const closed = once(reader, 'close');
  reader.on('line', (line) => lines.push(line));
  return {
    process: child,
    lines,
    async line(index) {
      while (lines[index] === undefined) {
        const ended = await Promise.race([once(reader, 'line').then(() => false), closed.then(() => true)]);
        if (ended && lines[index] === undefined) throw new Error(`${name} ended before its line ${index}.`);
      }
      return lines[index];
    },
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}
