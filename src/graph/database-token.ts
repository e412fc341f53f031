import type { TokenCredential } from '@azure/identity';
import { unlessAborted } from './tokens.ts';

/** Less than the database's side waits for a connection. */
const LIMIT_MS = 4_000;

/**
 * Signs in to Azure's PostgreSQL: there a token of Entra is the password, and the user in the address is the name of the identity
 * (https://learn.microsoft.com/azure/postgresql/flexible-server/security-entra-configure). `scope` is that of the cloud.
 * The credential keeps the token until it is about to expire.
 */
export function databasePassword(credential: TokenCredential, scope: string): () => Promise<string> {
  return async () => {
    const signal = AbortSignal.timeout(LIMIT_MS);
    const granted = await unlessAborted(credential.getToken([scope], { abortSignal: signal }), signal);
    if (granted === null) throw new Error('The credential gave no token for the database.');
    return granted.token;
  };
}
