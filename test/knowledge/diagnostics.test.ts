import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { KNOWLEDGE, linesAfter, swap } from './spoilt-knowledge.ts';

const { diagnostics, facts, safety } = loadKnowledge(KNOWLEDGE);
const FILE = 'diagnostics.yaml';
const linesOfFile = readFileSync(`${KNOWLEDGE}/${FILE}`, 'utf8').split('\n');

describe.each([...diagnostics.values()])('the block $id', ({ text, os, settles, shell }) => {
  const lines = text.split('\n');

  it('is short enough to be read before it is run', () => {
    expect(lines.length).toBeLessThan(40);
  });

  it.each(lines)('has only lines that some rule knows to be reading: %s', (line) => {
    const knowing = safety.filter(
      (rule) => !rule.isNarrowing && (rule.shells.length === 0 || rule.shells.includes(shell)) && rule.command?.test(line),
    );

    expect(knowing.map((rule) => rule.leastRisk)).toContain('R0');
    expect(knowing.filter((rule) => rule.isForbidden || rule.leastRisk !== 'R0' || rule.audience === 'helpdesk')).toEqual([]);
  });

  it('is for exact systems', () => {
    expect(os.filter((value) => facts.get('os')?.imprecise.has(value))).toEqual([]);
  });

  it('says when it is over, so that the person knows what to copy', () => {
    expect(lines.at(-1)).toMatch(/--- End/);
  });

  it('settles the system it is right on, and more', () => {
    expect(settles).toContain('os');
    expect(settles.length).toBeGreaterThan(2);
  });
});

it('every system on which something can be done has one block', () => {
  const all = [...diagnostics.values()].flatMap(({ os }) => os);
  const remediable = ['windows-11', 'windows-10', 'server-2025', 'server-2022', 'server-2019', 'server-2016', 'macos'];

  expect(new Set(all).size).toBe(all.length);
  expect(all).toEqual(expect.arrayContaining([...remediable, 'windows-8.1', 'server-2012-r2', 'windows-7-sp1', 'server-2008-r2', 'server-2012']));
});

describe('the loader refuses a block with', () => {
  const BEFORE = "    '--- Proxy'\n    netsh winhttp show proxy\n    '--- reg query /v DefaultSecureProtocols'\n";
  const lineOf = (text: string): number => linesOfFile.findIndex((line) => line.trim() === text) + 1;

  it.each([
    ['a line that changes something', 'netsh winhttp reset proxy'],
    ['a line that no rule knows', 'Get-Nothing'],
    ['more behind a line that only looks', 'netsh winhttp show proxy; Remove-Item x'],
    ['a registry change', 'reg add "HKCU\\SOFTWARE\\X" /v Y /t REG_DWORD /d 1 /f'],
    ['what only IT may read', 'gpedit.msc'],
    ['a name of a folder that this shell does not fill in', 'reg query "HKCU\\%NAME%"'],
  ])('%s, at its line', (_what, line) => {
    const said = linesAfter(
      swap(
        FILE,
        BEFORE,
        BEFORE.replace('netsh winhttp show proxy', () => line),
      ),
    );

    expect(said.join('\n')).toContain(`${FILE}:${lineOf('netsh winhttp show proxy')}: "${line}"`);
  });

  it.each([
    ['a command that one of the systems does not have', ['older-windows'], '(Get-TlsCipherSuite).Name'],
    ['a command of another shell', ['mac'], 'netsh winhttp show proxy'],
  ])('%s', (_what, [id = ''], line) => {
    const said = linesAfter({
      file: FILE,
      change: (text) => text.replace(new RegExp(`(\\n${id}:[^]*?text: \\|\\n)`), (head) => `${head}    ${line}\n`),
    });

    expect(said).toEqual(expect.arrayContaining([expect.stringMatching(new RegExp(`^${FILE}:\\d+: .* in the block "${id}"`))]));
  });

  it('forty lines', () => {
    const said = linesAfter(swap(FILE, BEFORE, BEFORE + '    netsh winhttp show proxy\n'.repeat(20)));

    expect(said).toEqual([expect.stringMatching(/has 4\d lines; keep it under 40/)]);
  });

  it.each([
    ['a blank line', swap(FILE, BEFORE, BEFORE.replace("Proxy'\n", "Proxy'\n\n")), /has a blank line; take it out/],
    ['a guard that is not about the system', swap(FILE, '{ os: [macos] }', '{ web: [works] }'), /does not say on which systems it is right; /],
    ['a system that is not exact', swap(FILE, '{ os: [macos] }', '{ os: [macos, windows-7] }'), /"windows-7" is no exact system; /],
    [
      'a system of another block',
      swap(FILE, '{ os: [macos] }', '{ os: [macos, windows-11] }'),
      /is for a system that "modern-windows" is for already; /,
    ],
    ['a fact that does not exist', swap(FILE, 'settles: [os, device, internet]', 'settles: [os, devise]'), /there is no fact "devise"/],
    ['a source that does not exist', swap(FILE, 'sources: [ms:endpoints, ms:required-urls]', 'sources: [ms:nowhere]'), /no source "ms:nowhere"/],
  ])('%s', (_what, spoiling, said) => {
    expect(linesAfter(spoiling)).toEqual(expect.arrayContaining([expect.stringMatching(said)]));
  });
});
