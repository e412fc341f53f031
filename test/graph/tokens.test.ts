import { AuthenticationError, AuthenticationRequiredError, CredentialUnavailableError } from '@azure/identity';
import { describe, expect, it } from '@jest/globals';
import { createCredential } from '../../src/graph/credential.ts';
import { noToken } from '../../src/graph/tokens.ts';
import { failureOf } from './local-graph.ts';

const required = (errorCode: string) =>
  new AuthenticationRequiredError({ scopes: [], message: errorCode, cause: Object.assign(new Error(errorCode), { errorCode }) });

describe('a token that cannot be had', () => {
  it.each([
    ['a refused secret', required('invalid_client'), 'unauthorised', false],
    ['a refusal by status', new AuthenticationError(401, 'no'), 'unauthorised', false],
    ['no managed identity here', new CredentialUnavailableError('none'), 'unauthorised', false],
    ['a sign-in service that cannot be reached', required('network_error'), 'unavailable', true],
    ['a sign-in service that fails', new AuthenticationError(503, 'later'), 'unavailable', true],
    ['a sign-in service that is busy', new AuthenticationError(429, 'later'), 'unavailable', true],
    ['silence', new DOMException('late', 'TimeoutError'), 'timeout', true],
  ])('because of %s is told apart', (_, cause, code, retryable) => {
    expect(noToken(cause)).toMatchObject({ code, retryable, cause });
  });

  it('because the certificate file is missing says so', async () => {
    const identity = {
      kind: 'certificate',
      appId: 'app',
      tenantId: '11111111-1111-1111-1111-111111111111',
      certificatePath: '/nowhere/cert.pem',
    } as const;

    const failure = noToken(await failureOf(createCredential(identity).getToken(['https://graph.microsoft.com/.default'])));

    expect(failure).toMatchObject({ code: 'unauthorised', retryable: false });
  });
});
