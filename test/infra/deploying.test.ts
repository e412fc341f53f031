import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { describeSettings } from '../../src/config/settings.ts';
import { bicepReader, INFRA } from './bicep.ts';

const ROOT = join(INFRA, '..');
const page = readFileSync(join(ROOT, 'docs/deploying.md'), 'utf8');
const main = (await bicepReader())('main.bicep');
const all = (pattern: RegExp) => [...new Set([...page.matchAll(pattern)].map(([, found = '']) => found))];

describe('docs/deploying.md', () => {
  it('names files, pages and scripts that are there', () => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
    const linked = all(/\]\((?!http)([^)#]+)/g).map((path) => join('docs', path));
    const named = all(/\b((?:infra|src)\/[\w./-]+\.\w+)/g).filter((path) => path !== 'infra/kiku.bicepparam');

    expect([...linked, ...named].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(all(/npm run (?:-s )?([\w:]+)/g).filter((name) => !(name in scripts))).toEqual([]);
  });

  it('draws every module', () => {
    const [, picture = ''] = /```mermaid\n(.*?)```/s.exec(page) ?? [];

    expect(main.modules.map(({ target }) => basename(target)).filter((name) => !picture.includes(name))).toEqual([]);
  });

  it('links to headings that are there', () => {
    const headings = all(/^#+ (.+)$/gm).map((text) =>
      text
        .toLowerCase()
        .replaceAll(/[^\w\s-]/g, '')
        .replaceAll(/\s/g, '-'),
    );

    expect(all(/\]\(#([^)]+)\)/g).filter((anchor) => !headings.includes(anchor))).toEqual([]);
  });

  it('sets parameters, asks for outputs and names settings that there are', () => {
    const settings = describeSettings().map(({ name }) => name);
    const params = main.params.map(({ name }) => name);

    expect(all(/^\s*`?param (\w+) =/gm).filter((name) => !params.includes(name))).toEqual([]);
    expect(all(/out (\w+)\)?"/g).filter((name) => !main.outputs.has(name))).toEqual([]);
    expect(all(/`([A-Z]+(?:_[A-Z]+)+)`/g).filter((name) => !settings.includes(name))).toEqual([]);
  });

  it('reckons with the sizes that the two sets of parameters have', async () => {
    const reads = await bicepReader();
    const [small, large] = ['small.bicepparam', 'large.bicepparam'].map((file) => reads(file).root.text);
    const row = (name: string) => page.split('\n').find((line) => line.startsWith(`| ${name}`)) ?? '';
    const of = (text: string | undefined, name: string) => new RegExp(`^var ${name} = '?([\\w.]+)'?$`, 'm').exec(text ?? '')?.[1] ?? '';

    expect(row('Container Apps, Consumption: vCPU')).toContain(`| ${of(small, 'minReplicas')} × ${of(small, 'cpu')} ×`);
    expect(row('Container Apps, Consumption: vCPU')).toContain(`| ${of(large, 'minReplicas')} × ${of(large, 'cpu')} ×`);
    expect(row('PostgreSQL Flexible Server: compute')).toContain(`${of(small, 'databaseSku')} | 2 × 730 h ${of(large, 'databaseSku')}`);
    expect(row('PostgreSQL: storage')).toContain(`| ${of(small, 'databaseStorageGb')} GiB | 2 × ${of(large, 'databaseStorageGb')} GiB`);
    expect(row('Log Analytics: ingestion')).toContain(`at most ${of(large, 'logDailyLimitGb')} GB a day`);
  });
});
