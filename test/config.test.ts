import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ConfigFault } from '../src/config/config-fault.ts';
import { describeSettings } from '../src/config/settings.ts';
import { type Config, readConfig } from '../src/config.ts';

const SECRET = 'correct-horse-battery';
const CREDENTIALS = { MICROSOFT_APP_ID: 'app', MICROSOFT_APP_TENANT_ID: 'tenant', MICROSOFT_APP_PASSWORD: SECRET };

/** The sentences that an environment is refused with. */
function faultsOf(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults;
    throw error;
  }
}

describe('an environment that can be used', () => {
  it('is loopback only, in English, without credentials, when nothing is set', () => {
    expect(readConfig({})).toMatchObject({ port: 3978, host: '127.0.0.1', credentials: null, databaseUrl: null, defaultLanguage: 'en' });
  });

  it('lets everybody reach Kiku and only the own tenant in, once there are credentials', () => {
    expect(readConfig(CREDENTIALS)).toMatchObject({
      host: '0.0.0.0',
      allowedTenants: ['tenant'],
      credentials: { kind: 'secret', appId: 'app', tenantId: 'tenant', secret: SECRET },
    });
  });

  it.each<[string, Record<string, string>, NonNullable<Config['credentials']>['kind']]>([
    ['a secret', CREDENTIALS, 'secret'],
    ['a certificate before a secret', { ...CREDENTIALS, MICROSOFT_APP_CERTIFICATE: import.meta.filename }, 'certificate'],
    ['a managed identity', { MICROSOFT_APP_ID: 'app', MICROSOFT_APP_TENANT_ID: 'tenant', MICROSOFT_APP_TYPE: 'UserAssignedMSI' }, 'managed-identity'],
  ])('signs in with %s', (_name, env, kind) => {
    expect(readConfig(env).credentials?.kind).toBe(kind);
  });

  it("lays an organisation's knowledge over ours, and reads it anew when it is saved, but not in production", () => {
    const production = { ...CREDENTIALS, NODE_ENV: 'production', DATABASE_URL: 'postgres://here/kiku' };

    expect(readConfig({})).toMatchObject({ knowledge: { own: null }, isKnowledgeWatched: true });
    expect(readConfig({ ...production, KNOWLEDGE_DIR: import.meta.dirname })).toMatchObject({
      knowledge: { own: import.meta.dirname },
      isKnowledgeWatched: false,
    });
    expect(faultsOf({ KNOWLEDGE_DIR: import.meta.filename })).toEqual([expect.stringContaining('KNOWLEDGE_DIR')]);
  });

  it('takes what is set to nothing as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '', MICROSOFT_APP_PASSWORD: '', HOST: '' })).toEqual(readConfig({}));
  });
});

describe('an environment that cannot be used', () => {
  it.each<[string, Record<string, string>, readonly string[]]>([
    ['a port that is no number', { PORT: '80x' }, ['PORT']],
    ['a group by its name', { ...CREDENTIALS, ALLOWED_GROUP: 'Kiku users' }, ['ALLOWED_GROUP']],
    ['a group without a cloud to ask', { ALLOWED_GROUP: '12345678-2222-4333-8444-555555555555' }, ['ALLOWED_GROUP']],
    ['days that are none', { INTAKE_DAYS: '0', CASE_DAYS: 'long' }, ['INTAKE_DAYS', 'CASE_DAYS']],
    ['hours of the helpdesk that cannot be read', { HELPDESK_HOURS: '9 to 5' }, ['HELPDESK_HOURS']],
    ['a port beyond the last', { PORT: '70000' }, ['PORT']],
    ['another kind of database', { DATABASE_URL: `mysql://me:${SECRET}@host/kiku` }, ['DATABASE_URL']],
    ['an address of a database that is none', { DATABASE_URL: SECRET }, ['DATABASE_URL']],
    ['production without anything', { NODE_ENV: 'production' }, ['MICROSOFT_APP_ID', 'DATABASE_URL']],
    ['production on the database of a laptop', { NODE_ENV: 'production', ...CREDENTIALS }, ['DATABASE_URL']],
    ['production without credentials', { NODE_ENV: 'production', DATABASE_URL: 'postgres://host/kiku' }, ['MICROSOFT_APP_ID']],
    ['an open door without credentials', { HOST: '0.0.0.0' }, ['HOST']],
    ['a name for an address without credentials', { HOST: '127.0.0.1.evil.example' }, ['HOST']],
    ['an empty id of the bot', { ...CREDENTIALS, MICROSOFT_APP_ID: '' }, ['MICROSOFT_APP_ID']],
    ['a blank id of the bot', { ...CREDENTIALS, MICROSOFT_APP_ID: '  ' }, ['MICROSOFT_APP_ID']],
    ['an id without a tenant', { MICROSOFT_APP_ID: 'app', MICROSOFT_APP_PASSWORD: SECRET }, ['MICROSOFT_APP_TENANT_ID']],
    ['a secret alone', { MICROSOFT_APP_PASSWORD: SECRET }, ['MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID']],
    ['an id and a tenant alone', { MICROSOFT_APP_ID: 'app', MICROSOFT_APP_TENANT_ID: 'tenant' }, ['MICROSOFT_APP_TYPE']],
    [
      'a certificate that is not there',
      { MICROSOFT_APP_ID: 'app', MICROSOFT_APP_TENANT_ID: 'tenant', MICROSOFT_APP_CERTIFICATE: '/no/such.pem' },
      ['MICROSOFT_APP_CERTIFICATE'],
    ],
    ['a misspelt type of sign-in', { ...CREDENTIALS, MICROSOFT_APP_TYPE: 'SingelTenant' }, ['MICROSOFT_APP_TYPE']],
    ['an address where a host name belongs', { ALLOWED_SERVICE_HOSTS: 'https://smba.trafficmanager.net/' }, ['ALLOWED_SERVICE_HOSTS']],
    ['a language that Kiku does not speak', { DEFAULT_LANGUAGE: 'de' }, ['DEFAULT_LANGUAGE']],
    ['a time zone that is none', { DEFAULT_TIME_ZONE: 'Mars/Olympus' }, ['DEFAULT_TIME_ZONE']],
    [
      'several things at once',
      { PORT: '-1', LOG_LEVEL: 'loud', NODE_ENV: 'production', HOST: '0.0.0.0', MICROSOFT_APP_ID: '', DATABASE_URL: SECRET },
      ['PORT', 'MICROSOFT_APP_ID', 'DATABASE_URL', 'LOG_LEVEL', 'MICROSOFT_APP_TENANT_ID'],
    ],
  ])('because of %s is refused with a sentence for each fault, and no value in it', (_name, env, names) => {
    const faults = faultsOf(env);

    expect(faults).toHaveLength(names.length);
    for (const name of names) expect(faults.join('\n')).toContain(name);
    for (const fault of faults) expect(fault).toMatch(/^[A-Z][^\n]*\.$/);
    expect(faults.join('\n')).not.toContain(SECRET);
  });
});

describe('whatever is wrong', () => {
  const names = describeSettings().map(({ name }) => name);
  const secrets = describeSettings().flatMap(({ name, isSecret }) => (isSecret ? [name] : []));
  const secret = fc.string({ minLength: 12, unit: fc.constantFrom(...'QXZ#%&?@:/ 789') }).filter((value) => value.trim().length >= 10);
  const environment = fc.dictionary(fc.constantFrom(...names), fc.oneof(fc.constantFrom('', '1', 'production', 'x'), fc.string()));

  it('no value of a secret is said, whichever secrets are set and whatever else is', () => {
    expect(secrets).toEqual(expect.arrayContaining(['MICROSOFT_APP_PASSWORD', 'DATABASE_URL', 'APPLICATIONINSIGHTS_CONNECTION_STRING']));
    fc.assert(
      fc.property(environment, fc.constantFrom(...secrets, 'MICROSOFT_APP_PASWORD', 'DATABASEURL'), secret, (env, name, value) => {
        const said = faultsOf({ ...env, [name]: value }).join('\n');

        return !said.includes(value) && !said.includes(value.trim());
      }),
    );
  });

  it('each fault is one sentence', () => {
    fc.assert(fc.property(environment, (env) => faultsOf(env).every((fault) => /^[A-Z][^\n]*\.$/.test(fault))));
  });
});
