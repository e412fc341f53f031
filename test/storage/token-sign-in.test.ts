import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type FreshDatabase, freshDatabase } from '../postgres.ts';
import { startProgram } from '../program.ts';
import { type IdentityEndpoint, startIdentityEndpoint } from './identity-endpoint.ts';

const APP = '11111111-1111-4111-8111-111111111111';

describe('a database that takes a token of the identity as the password', () => {
  let fresh: FreshDatabase;
  let admin: pg.Client;
  let role: string;
  let endpoint: IdentityEndpoint;
  let env: Readonly<Record<string, string>>;

  beforeEach(async () => {
    fresh = await freshDatabase();
    admin = new pg.Client({ connectionString: fresh.url });
    await admin.connect();
    role = `id_${randomBytes(6).toString('hex')}`;
    endpoint = await startIdentityEndpoint('first token');
    const url = new URL(fresh.url);
    await admin.query(`create role ${role} login password 'first token'; grant create on database ${url.pathname.slice(1)} to ${role}`);
    url.username = role;
    url.password = '';
    env = {
      DATABASE_URL: url.href,
      MICROSOFT_APP_TYPE: 'UserAssignedMSI',
      MICROSOFT_APP_ID: APP,
      MICROSOFT_APP_TENANT_ID: '22222222-2222-4222-8222-222222222222',
      LOG_LEVEL: 'silent',
      ...endpoint.env,
    };
  });
  afterEach(async () => {
    await admin.query(`drop owned by ${role}; drop role ${role}`);
    await admin.end();
    await fresh.drop();
    await endpoint.close();
  });

  it("is signed in to as the bot's identity, with a token for Azure's PostgreSQL", async () => {
    const program = await startProgram(env);
    const ready = await fetch(`${program.origin}/readyz`);
    await program.end();

    expect(ready.status).toBe(200);
    expect(endpoint.asked).toContainEqual({
      resource: 'https://ossrdbms-aad.database.windows.net',
      clientId: APP,
      header: endpoint.env.IDENTITY_HEADER,
    });
  });

  it('is signed in to with the next token when the first is no longer taken', async () => {
    const program = await startProgram(env);

    endpoint.token = 'second token';
    await admin.query(`alter role ${role} password 'second token'`);
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [role]);
    const ready = await readyAgain(program.origin);
    await program.end();

    expect(ready).toBe(true);
  });

  it('that no token can be had for keeps Kiku from starting, with a sentence', async () => {
    endpoint.token = null;

    await expect(startProgram(env)).rejects.toThrow(/Kiku did not start\.\n {2}The sign-in service gave no token for the database\. [^\n]*\n$/);
  });

  it('that does not prove who it is is not shown the token', async () => {
    const asked = endpoint.asked.length;

    await expect(startProgram({ ...env, DATABASE_URL: `${env.DATABASE_URL}?sslmode=verify-full` })).rejects.toThrow(/Kiku did not start\./);

    expect(endpoint.asked).toHaveLength(asked);
  });

  it('that takes another token is told of as a refusal', async () => {
    endpoint.token = 'somebody else';

    await expect(startProgram(env)).rejects.toThrow(/Kiku did not start\.\n {2}The database refused the sign-in[^\n]*\n$/);
  });
});

/** A lost connection may fail one look; the next one has a new connection. */
async function readyAgain(origin: string): Promise<boolean> {
  for (let looks = 0; looks < 50; looks += 1) {
    if ((await fetch(`${origin}/readyz`)).ok) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
