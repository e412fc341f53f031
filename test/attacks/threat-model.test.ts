import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${ROOT}/docs/security.md`, 'utf8');
const edges = page
  .split(/^## /m)
  .filter((section) => section.includes('| threat |'))
  .map((section) => ({ edge: section.split('\n')[0] ?? '', rows: section.split('\n').filter((line) => /^\| [STRIDE] \|/.test(line)) }));
const testsIn = (text: string) => [...text.matchAll(/`(test\/[\w./-]+)`/g)].map(([, file = '']) => file);

describe('docs/security.md', () => {
  it('names only tests that exist', () => {
    expect(edges.flatMap(({ rows }) => testsIn(rows.join('\n'))).filter((file) => !existsSync(`${ROOT}/${file}`))).toEqual([]);
  });

  it.each(edges)('has an answer to each kind of threat, and a test for each answer: $edge', ({ rows }) => {
    expect([...new Set(rows.map((row) => row.charAt(2)))].join('')).toBe('STRIDE');
    expect(
      rows.filter((row) => testsIn(row).length === 0 || row.split('|').some((cell, index) => index > 0 && index < 5 && cell.trim() === '')),
    ).toEqual([]);
  });

  it('has all edges, and names every attack', () => {
    const attacks = readdirSync(`${ROOT}/test/attacks`).filter((file) => file.endsWith('.test.ts') && file !== 'threat-model.test.ts');

    expect(edges.length).toBe(8);
    expect(attacks.filter((file) => !page.includes(`test/attacks/${file}`))).toEqual([]);
  });
});
