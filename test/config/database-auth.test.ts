import { describe, expect, it } from '@jest/globals';
import { ConfigFault } from '../../src/config/config-fault.ts';
import { readConfig } from '../../src/config.ts';

const IDENTITY = { MICROSOFT_APP_ID: 'app', MICROSOFT_APP_TENANT_ID: 'tenant', MICROSOFT_APP_TYPE: 'UserAssignedMSI' };
const SECRET = { MICROSOFT_APP_ID: 'app', MICROSOFT_APP_TENANT_ID: 'tenant', MICROSOFT_APP_PASSWORD: 'a secret' };
const OPEN = 'postgres://kiku@here/kiku?sslmode=verify-full';
const CLOSED = 'postgres://kiku:correct-horse@here/kiku?sslmode=verify-full';

describe('the database is signed in to', () => {
  it.each<[string, Record<string, string>, string]>([
    ['with a token where an identity has no password', { ...IDENTITY, DATABASE_URL: OPEN }, 'entra'],
    ['with the password where the address holds one', { ...IDENTITY, DATABASE_URL: CLOSED }, 'password'],
    ['without a token where the bot has a secret', { ...SECRET, DATABASE_URL: OPEN }, 'password'],
    ['with a token also by a secret, when it is said', { ...SECRET, DATABASE_URL: OPEN, DATABASE_AUTH: 'entra' }, 'entra'],
    ['without a token when it is said', { ...IDENTITY, DATABASE_URL: OPEN, DATABASE_AUTH: 'password' }, 'password'],
  ])('%s', (_name, env, databaseAuth) => {
    expect(readConfig(env)).toMatchObject({ databaseAuth });
  });

  it('with a token for the databases of its cloud', () => {
    expect(readConfig({ CLOUD: 'gcc' }).cloud.databaseScope).toBe('https://ossrdbms-aad.database.windows.net/.default');
    expect(readConfig({ CLOUD: 'dod' }).cloud.databaseScope).toBe('https://ossrdbms-aad.database.usgovcloudapi.net/.default');
  });
});

describe('a token for the database', () => {
  it.each<[string, Record<string, string>, readonly string[]]>([
    ['without a database', { ...IDENTITY }, ['DATABASE_URL']],
    ['beside a password', { ...IDENTITY, DATABASE_URL: CLOSED }, ['no password']],
    ['for nobody', { ...IDENTITY, DATABASE_URL: 'postgres://here/kiku?sslmode=verify-full' }, ['name a user']],
    ['without encryption', { ...IDENTITY, DATABASE_URL: 'postgres://kiku@here/kiku' }, ['sslmode=verify-full']],
    ['for whatever server answers', { ...IDENTITY, DATABASE_URL: 'postgres://kiku@here/kiku?sslmode=no-verify' }, ['sslmode=verify-full']],
    ['without credentials', { DATABASE_URL: OPEN }, ['no credentials']],
    ['for an address that cannot be read', { ...IDENTITY, DATABASE_URL: 'here' }, ['DATABASE_URL must start']],
  ])('%s is refused in one sentence', (_name, env, faults) => {
    const read = () => readConfig({ ...env, DATABASE_AUTH: 'entra' });

    expect(read).toThrow(ConfigFault);
    expect(faultsOf(read)).toEqual(faults.map((fault) => expect.stringContaining(fault)));
    expect(faultsOf(read).join()).not.toContain('correct-horse');
  });
});

function faultsOf(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (error) {
    return error instanceof ConfigFault ? error.faults : [String(error)];
  }
}
