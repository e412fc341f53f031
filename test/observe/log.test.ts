import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const at = (path: string) => JSON.stringify(fileURLToPath(new URL(`../../src/${path}`, import.meta.url)));
const PRELUDE = `
  const { createLog } = await import(${at('observe/log.ts')});
  const { endOnFault } = await import(${at('stop.ts')});
  const log = createLog('info');
  endOnFault(log);`;

describe('the log of a process that ends', () => {
  it.each([
    ['by an exit', "for (let i = 0; i < 3; i += 1) log.info({ i }, 'line'); process.exit(0);", 0, ['line', 'line', 'line']],
    ['by itself', "log.info({}, 'line');", 0, ['line']],
    ['by a fault', "log.info({}, 'line'); setTimeout(() => JSON.parse('Zwetschgenkuchen'), 1);", 1, ['line', 'Kiku ends by a fault of its own']],
    ['by a promise that nobody waited for', "void Promise.reject(new Error('Zwetschgenkuchen'));", 1, ['Kiku ends by a fault of its own']],
  ])('%s lacks no line, and quotes nobody', async (_name, code, exit, expected) => {
    const { code: ended, stderr } = await run(`${PRELUDE}\n${code}`);

    expect(ended).toBe(exit);
    expect(stderr).not.toContain('Zwetschgen');
    expect(
      stderr
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).msg),
    ).toEqual(expected);
  });
});

function run(script: string): Promise<{ code: number; stderr: string }> {
  return new Promise((resolve) => {
    const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
    const child = execFile(process.execPath, args, (_error, _stdout, stderr) => resolve({ code: child.exitCode ?? -1, stderr }));
  });
}
