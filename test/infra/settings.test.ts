import { describe, expect, it } from '@jest/globals';
import { describeSettings, SETTINGS } from '../../src/config/settings.ts';
import { type Bicep, bicepReader, literal, propertiesOf, under, within } from './bicep.ts';

const reads = await bicepReader();
const [main, app, small, large] = ['main.bicep', 'modules/app.bicep', 'small.bicepparam', 'large.bicepparam'].map(reads);
const known = describeSettings().map(({ name }) => name);
/** What main decides, whatever the settings of an organisation say. */
const decided = keysOf(main ?? never(), (name) => /^[A-Z][A-Z_]+$/.test(name));
/** What only the app knows: a secret, or where one lies. */
const own = within((app ?? never()).root)
  .map((node) => (node.type === 'object' ? literal(under(node, 'name')) : null))
  .filter((name) => name !== null && /^[A-Z][A-Z_]+$/.test(name));

describe('the environment that infra gives the program', () => {
  it('holds only settings that the program reads', () => {
    const chosen = [small, large].flatMap((file) => keysOf(file ?? never(), (name) => /^[A-Z_]+$/.test(name)));

    expect(decided.length).toBeGreaterThan(4);
    expect(own.length).toBeGreaterThan(1);
    expect([...decided, ...own, ...chosen].filter((name) => !known.includes(name ?? ''))).toEqual([]);
    expect(chosen.filter((name) => [...decided, ...own].includes(name))).toEqual([]);
  });

  it('names every credential, and each secret only by where it lies', () => {
    const secrets = describeSettings().filter(({ isSecret }) => isSecret === true);

    expect(decided).toEqual(
      expect.arrayContaining(['MICROSOFT_APP_TYPE', 'MICROSOFT_APP_ID', 'MICROSOFT_APP_TENANT_ID', 'DATABASE_URL', 'DATABASE_AUTH']),
    );
    // The address of the database holds no password: it is signed in to with a token.
    expect(decided.filter((name) => name !== 'DATABASE_URL' && secrets.some((secret) => secret.name === name))).toEqual([]);
    expect(urlOf(main ?? never())).toMatch(/^'postgres:\/\/\$\{databaseUser\}@[^:]*:5432\/[^?]*\?sslmode=verify-full'$/);
  });

  it('asks whether it lives where the program says it, and takes no replica out for a database that is away', () => {
    const probes = within((app ?? never()).root)
      .filter(({ type }) => type === 'object')
      .map((node) => [literal(under(node, 'type')), under(node, 'httpGet')] as const)
      .flatMap(([type, get]) => (type === null || get === null ? [] : [[type, literal(under(get, 'path')), under(get, 'port')?.text]]));
    const port = (app ?? never()).root.text.match(/^var port = (\d+)$/m)?.[1];

    expect(probes).toEqual([
      ['Startup', '/healthz', 'port'],
      ['Liveness', '/healthz', 'port'],
      ['Readiness', '/healthz', 'port'],
    ]);
    expect(Number(port)).toBe(SETTINGS.shape.PORT.parse(undefined));
  });
});

describe('the database that is chosen', () => {
  /** Of Azure's servers, how many connections are left for users: https://learn.microsoft.com/azure/postgresql/flexible-server/concepts-limits */
  const allowed: Readonly<Record<string, number>> = { Standard_B1ms: 35, Standard_B2s: 414, Standard_D2ds_v5: 844 };
  /** Those of `src/storage/postgres.ts`, and three and one that listens of `src/storage/jobs.ts`. */
  const perReplica = 12;

  it.each([
    ['small', small],
    ['large', large],
  ])('has connections for all replicas of %s, twice while one version follows another', (_name, file) => {
    const of = (name: string) => new RegExp(`^var ${name} = '?([\\w.]+)'?$`, 'm').exec(file?.root.text ?? '')?.[1] ?? '';

    expect(allowed[of('databaseSku')]).toBeGreaterThanOrEqual(2 * Number(of('maxReplicas')) * perReplica);
  });
});

function keysOf({ root }: Bicep, isWanted: (name: string) => boolean): readonly string[] {
  const keys = within(root).flatMap((node) => (node.type === 'object' ? propertiesOf(node).map((one) => one.namedChildren[0]?.text ?? '') : []));
  return keys.filter(isWanted);
}

function urlOf({ root }: Bicep): string {
  const [found] = within(root).filter((node) => node.type === 'string' && node.text.startsWith("'postgres:"));
  return found?.text ?? '';
}

function never(): never {
  throw new Error('It is not there.');
}
