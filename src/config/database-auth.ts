import { type Credentials, type Given, isAnyCredentialSet } from './credentials.ts';
import type { Values } from './settings.ts';

/** How Kiku signs in to the database: with what the address holds, or with a token of Entra. */
export type DatabaseAuth = 'password' | 'entra';

/** How to sign in to the database, with a sentence for each thing that does not fit together. */
export function readDatabaseAuth(
  values: Values,
  credentials: Credentials | null,
  given: Given,
): { readonly databaseAuth: DatabaseAuth; readonly faults: readonly string[] } {
  const url = URL.parse(values.DATABASE_URL ?? '');
  const { username = '', password = '' } = url ?? {};
  const isByToken = values.DATABASE_URL !== undefined && password === '' && credentials?.kind === 'managed-identity';
  const databaseAuth = values.DATABASE_AUTH ?? (isByToken ? 'entra' : 'password');
  if (databaseAuth === 'password') return { databaseAuth, faults: [] };
  // Where a setting is there and cannot be used, that is told already.
  const faults: string[] = [];
  if (given.DATABASE_URL === undefined) faults.push('DATABASE_AUTH is entra, but DATABASE_URL is not set.');
  if (password !== '') faults.push('DATABASE_AUTH is entra, so DATABASE_URL must hold no password.');
  if (values.DATABASE_URL !== undefined && username === '') {
    faults.push('DATABASE_URL must name a user: with DATABASE_AUTH entra that is the name of the identity, or of a group it belongs to.');
  }
  if (url !== null && !isLoopback(url.hostname) && url.searchParams.get('sslmode') !== 'verify-full') {
    faults.push('DATABASE_URL must say sslmode=verify-full: a token is shown only to a server that proves who it is.');
  }
  if (!isAnyCredentialSet(given)) {
    faults.push('DATABASE_AUTH is entra, but there are no credentials to sign in with: set MICROSOFT_APP_ID and MICROSOFT_APP_TENANT_ID.');
  }
  return { databaseAuth, faults };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
