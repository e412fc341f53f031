import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { INFRA } from './bicep.ts';

const SCRIPT = join(INFRA, 'grant-graph-roles.sh');
const FAKE = fileURLToPath(new URL('./fake-az.mjs', import.meta.url));
const PRINCIPAL = '11111111-1111-4111-8111-111111111111';
const HEALTH = '79c261e0-fe76-4144-aad5-bdc68fbe4037';
const MESSAGES = '1b620472-6534-4fe6-9df2-4680e8aa28ec';

const tenant = {
  isSignedIn: true,
  isAdministrator: true,
  tenant: '22222222-2222-4222-8222-222222222222',
  principal: PRINCIPAL,
  graph: '33333333-3333-4333-8333-333333333333',
  roles: { 'ServiceHealth.Read.All': HEALTH, 'ServiceMessage.Read.All': MESSAGES, 'User.Read.All': 'df021288-bdef-4463-88db-98f22de89214' },
  granted: [] as readonly object[],
  calls: [] as readonly string[],
};
const after = z.object({
  granted: z.array(z.object({ principalId: z.string(), resourceId: z.string(), appRoleId: z.string() })),
  calls: z.array(z.string()),
});

describe('the script that grants what Kiku reads in Microsoft Graph', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kiku-az-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs it in a tenant, where `az` is the stand-in, and tells what it said and what holds then. */
  function run(args: readonly string[], now: Partial<typeof tenant> = {}) {
    const file = join(folder, 'tenant.json');
    writeFileSync(file, JSON.stringify({ ...tenant, ...now }));
    symlinkSync(FAKE, join(folder, 'az'));
    chmodSync(FAKE, 0o755);
    const path = [folder, dirname(process.execPath), process.env.PATH].join(delimiter);
    const { status, stdout, stderr } = spawnSync(SCRIPT, args, { encoding: 'utf8', env: { PATH: path, FAKE_AZ: file } });
    return { status, stdout, stderr, ...after.parse(JSON.parse(readFileSync(file, 'utf8'))) };
  }

  it('grants the two that Kiku cannot do without, and says that nothing is left to consent to for them', () => {
    const { status, granted, stdout, stderr } = run([PRINCIPAL]);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(granted).toMatchObject([HEALTH, MESSAGES].map((appRoleId) => ({ principalId: PRINCIPAL, resourceId: tenant.graph, appRoleId })));
    expect(stdout).toMatch(/consent/);
  });

  it('grants an optional one where it is asked for', () => {
    const { granted } = run(['--with', 'User.Read.All', PRINCIPAL]);

    expect(granted.map(({ appRoleId }) => appRoleId)).toEqual([HEALTH, MESSAGES, tenant.roles['User.Read.All']]);
  });

  it('changes nothing that is granted already', () => {
    const before = [HEALTH, MESSAGES].map((appRoleId, index) => ({ id: `g${index}`, principalId: PRINCIPAL, resourceId: tenant.graph, appRoleId }));

    const { status, calls } = run([PRINCIPAL], { granted: before });

    expect(status).toBe(0);
    expect(calls.filter((call) => / --method (post|delete) /.test(call))).toEqual([]);
  });

  it('changes nothing in a dry run, and says what it would', () => {
    const { status, granted, stdout } = run(['--dry-run', PRINCIPAL]);

    expect({ status, granted }).toEqual({ status: 0, granted: [] });
    expect(stdout.match(/would be granted/g)).toHaveLength(2);
  });

  it('takes away what it granted, and nothing else', () => {
    const foreign = { id: 'theirs', principalId: PRINCIPAL, resourceId: tenant.graph, appRoleId: 'another' };
    const own = { id: 'ours', principalId: PRINCIPAL, resourceId: tenant.graph, appRoleId: HEALTH };

    expect(run(['--remove', PRINCIPAL], { granted: [foreign, own] }).granted).toMatchObject([{ appRoleId: 'another' }]);
  });

  it.each<[string, readonly string[], Partial<typeof tenant>, RegExp]>([
    ['nobody who is signed in', [PRINCIPAL], { isSignedIn: false }, /az login/],
    ['nobody with the right', [PRINCIPAL], { isAdministrator: false }, /Privileged Role Administrator/],
    ['an identity of another tenant', ['44444444-4444-4444-8444-444444444444'], {}, /no service principal/],
    ['no id', ['kiku'], {}, /must be an object id/],
    ['a permission that Kiku does not use', ['--with', 'Mail.Read', PRINCIPAL], {}, /takes one of/],
    ['a tenant that calls the permission otherwise', [PRINCIPAL], { roles: { ...tenant.roles, 'ServiceHealth.Read.All': MESSAGES } }, /has the id/],
  ])('with %s says so in a sentence and grants nothing', (_name, args, now, said) => {
    const { status, stderr, granted } = run(args, now);

    expect({ status, granted }).toEqual({ status: 1, granted: [] });
    expect(stderr).toMatch(said);
  });

  it('knows each permission that the program asks for', () => {
    const script = readFileSync(SCRIPT, 'utf8');
    const [, required = ''] = /REQUIRED=\((.*)\)/.exec(script) ?? [];

    expect(required.split(' ')).toEqual(['ServiceHealth.Read.All', 'ServiceMessage.Read.All']);
    expect(namedAnywhere()).toEqual(expect.arrayContaining(required.split(' ')));
    expect(namedAnywhere().filter((name) => !script.includes(`${name}) echo`))).toEqual([]);
  });

  const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0;
  if (!hasShellcheck) process.stdout.write('shellcheck is not here: infra/grant-graph-roles.sh was run, and not looked at by it.\n');
  (hasShellcheck ? it : it.skip)('has nothing for shellcheck to say', () => {
    expect(spawnSync('shellcheck', [SCRIPT], { encoding: 'utf8' }).stdout).toBe('');
  });
});

/** Those that a file of the program or a page asks for; what a team consents to itself ends otherwise. */
function namedAnywhere(): readonly string[] {
  const texts = ['src/graph', 'docs'].flatMap((folder) => {
    const names = readdirSync(join(INFRA, '..', folder), { encoding: 'utf8' }).filter((name) => /\.(?:ts|md)$/.test(name));
    return names.map((name) => readFileSync(join(INFRA, '..', folder, name), 'utf8'));
  });
  const found = texts.flatMap((text) => text.match(/\b[A-Z]\w+\.Read\.(?:All|Hidden)\b/g) ?? []);
  return [...new Set(found)];
}
