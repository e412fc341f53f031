import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a command of `src/cli` made of its input. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  /** The lines, each parsed as JSON. */
  json(): readonly Readonly<Record<string, unknown>>[];
}

/** Runs `src/cli/NAME.ts` with these arguments, lines on standard input, and what is added to the environment. */
export function run(
  name: string,
  args: readonly string[],
  lines: readonly (object | string)[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const file = fileURLToPath(new URL(`../../src/cli/${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], { env: { ...process.env, ...env } });
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stdin.end(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        code,
        stdout,
        json: () =>
          stdout
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line)),
      }),
    );
  });
}
