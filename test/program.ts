import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));

/** The program itself, running as a process of its own. */
export interface Program {
  readonly port: number;
  readonly origin: string;
  readonly process: ChildProcess;
  /** What it wrote so far. */
  output(): { readonly stdout: string; readonly stderr: string };
  /** Ends it with a signal; resolves when it is gone. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts the program and waits until it listens. Rejects with what it printed when it ends before that. */
export async function startProgram(env: Readonly<Record<string, string>>): Promise<Program> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      written.stdout += chunk.toString();
      const found = /Kiku is listening on http:\/\/127\.0\.0\.1:(\d+)\n/.exec(written.stdout);
      if (found !== null) resolve(Number(found[1]));
    });
    child.stderr.on('data', (chunk: Buffer) => {
      written.stderr += chunk.toString();
    });
    void gone.then(() => reject(new Error(`The program ended before it listened:\n${written.stdout}${written.stderr}`)));
  });
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    process: child,
    output: () => ({ ...written }),
    end: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await gone;
    },
  };
}

/** A port that was free a moment ago, for a program that must come back under the same one. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === 'string') throw new Error('No port was free.');
  return address.port;
}
