import { AuthenticationError, AuthenticationRequiredError, CredentialUnavailableError, type TokenCredential } from '@azure/identity';
import { GraphFailure } from './graph-failure.ts';
import { noAnswer } from './transport.ts';

/** A token for `scope`, within the time the signal leaves; throws a `GraphFailure` that says nothing of the secret. */
export async function tokenFor(credential: TokenCredential, scope: string, signal: AbortSignal): Promise<string> {
  const token = await unlessAborted(credential.getToken([scope], { abortSignal: signal }), signal);
  if (token === null) throw new GraphFailure('unauthorised', 'The sign-in service gave no token for Microsoft Graph.', { retryable: false });
  return token.token;
}

/** Why there is no token. A "no" of the sign-in service stays a no until somebody changes something; a silence may pass. */
export function noToken(cause: unknown): GraphFailure {
  if (isRefusal(cause))
    return new GraphFailure('unauthorised', 'The sign-in service refused a token for Microsoft Graph.', { retryable: false, cause });
  if (cause instanceof CredentialUnavailableError) {
    return new GraphFailure('unauthorised', 'No token could be had: this machine has no identity, or the sign-in service cannot be found.', {
      retryable: false,
      cause,
    });
  }
  if (typeof cause === 'object' && cause !== null && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'EACCES')) {
    return new GraphFailure('unauthorised', 'The certificate to sign in with cannot be read.', { retryable: false, cause });
  }
  return noAnswer(cause);
}

/** A refused secret comes as `AuthenticationRequiredError`; so does a network failure, which only the cause's code tells apart. */
function isRefusal(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode >= 400 && error.statusCode < 500 && error.statusCode !== 429;
  if (!(error instanceof AuthenticationRequiredError)) return false;
  const { cause } = error;
  return typeof cause === 'object' && cause !== null && 'errorCode' in cause && cause.errorCode !== 'network_error';
}

/** Waits no longer than the signal allows: neither the client nor every credential stops by itself. */
export function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
