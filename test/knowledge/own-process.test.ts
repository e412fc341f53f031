import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Ran, run } from '../cli/lines.ts';
import { startProgram } from '../program.ts';
import { COFFEE, type OwnFiles, ownFolder } from './own-folder.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folderWith(files: OwnFiles): string {
  const folder = ownFolder(files);
  folders.push(folder);
  return folder;
}

const command = (name: string, own: string, args: readonly string[] = [], lines: readonly object[] = []): Promise<Ran> =>
  run(name, args, lines, { KNOWLEDGE_DIR: own });

/** Every kind of fault that an author makes, each in a file of its own. */
const SPOILT: OwnFiles = {
  ...COFFEE,
  'stops/language.yaml': 'a: { title: { en: A title }, body: { both: X }, sources: [house] }',
  'stops/tab.yaml': 'b:\n\ttitle: { both: X }',
  'stops/big.yaml': `# ${'x'.repeat(1_000_001)}`,
  'stops/twice.yaml': String(COFFEE['stops/coffee.yaml']),
  'fact.yaml': '',
};

describe('the commands', () => {
  it('know what an organisation adds', async () => {
    const own = folderWith(COFFEE);

    const [checked, drawn, understood, advised] = await Promise.all([
      command('check', own),
      command('draw', own, ['coffee']),
      command('understand', own, [], [{ id: 1, text: 'out of beans' }]),
      command('advise', own, [], [{ id: 1, facts: { code: ['0x00c0ffee'], beans: 'none' } }]),
    ]);

    expect(checked.stdout).not.toContain(own);
    expect(checked.stdout).toContain('No fault');
    expect(drawn).toMatchObject({ code: 0, stdout: expect.stringContaining('fill-up') });
    expect(understood.json()).toEqual([{ id: 1, facts: { beans: 'none' } }]);
    expect(advised.json()).toMatchObject([{ problem: 'coffee', steps: [{ id: 'fill-up' }], stop: { kind: 'escalate' } }]);
  }, 120_000);

  it('end with 1 and one line for each fault, all at once', async () => {
    const own = folderWith(SPOILT);

    const ran = await command('check', own);

    const lines = ran.stdout.trimEnd().split('\n');
    expect(ran.code).toBe(1);
    for (const file of ['stops/language.yaml', 'stops/tab.yaml', 'stops/big.yaml', 'fact.yaml'])
      expect(lines.filter((line) => line.startsWith(`${join(own, file)}:`))).toHaveLength(1);
    expect(lines.filter((line) => /the stop "no-coffee" is in .* already/.test(line))).toHaveLength(1);
    for (const line of lines) expect(line).toMatch(/^\S+:\d+: .+; .+$/);
  });

  it('answer nothing on standard output when the knowledge is faulty', async () => {
    const ran = await command('advise', folderWith(SPOILT), [], [{ id: 1, facts: {} }]);

    expect(ran).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('the program', () => {
  it('refuses to start, with the whole list', async () => {
    const own = folderWith(SPOILT);

    const refused = startProgram({ KNOWLEDGE_DIR: own, DATA_DIR: join(own, '.data') });

    await expect(refused).rejects.toThrow(/Kiku did not start\.\n( {2}\S+:\d+: .+; .+\n){5,}$/);
    await expect(refused).rejects.toThrow(join(own, 'fact.yaml'));
  });

  it('refuses a step whose command no safety rule allows, though it is well-formed', async () => {
    const steps = String(COFFEE['steps/coffee.yaml']).replace(
      '  verify:',
      '  guard: { os: [windows-11] }\n  commands: [{ shell: cmd, text: "format c:" }]\n  verify:',
    );
    const problem = String(COFFEE['problems/coffee.yaml']).replace('beans: none }', 'beans: none, os: [windows-11] }');
    const own = folderWith({ ...COFFEE, 'steps/coffee.yaml': steps, 'problems/coffee.yaml': problem });

    const refused = startProgram({ KNOWLEDGE_DIR: own, DATA_DIR: join(own, '.data') });

    await expect(refused).rejects.toThrow(/steps\/coffee.yaml:\d+: .*format c:/);
  });

  it('refuses a folder that is not there in one line', async () => {
    const own = folderWith({});

    const refused = startProgram({ KNOWLEDGE_DIR: join(own, 'gone'), DATA_DIR: join(own, '.data') });

    await expect(refused).rejects.toThrow(/Kiku did not start\.\n {2}KNOWLEDGE_DIR [^\n]+\n$/);
  });
});
