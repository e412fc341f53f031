import { ClientCertificateCredential, ClientSecretCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';

/** How Kiku proves to Entra who it is: SingleTenant with a secret or a certificate, UserAssignedMSI, or a token that is already known. */
export type GraphIdentity =
  | { readonly kind: 'secret'; readonly appId: string; readonly tenantId: string; readonly secret: string }
  /** `certificatePath`: a PEM file with the certificate and its private key. */
  | { readonly kind: 'certificate'; readonly appId: string; readonly tenantId: string; readonly certificatePath: string }
  | { readonly kind: 'managed-identity'; readonly appId: string }
  /** For a Graph server on this machine, which no sign-in service stands behind. */
  | { readonly kind: 'fixed'; readonly token: string };

const ONE_HOUR_MS = 3_600_000;

/**
 * The credential for an identity. Create it once: it keeps its tokens in memory.
 * `authorityHost` is where a national cloud signs in (`https://login.microsoftonline.us`); left out, the global one.
 */
export function createCredential(identity: GraphIdentity, authorityHost?: string): TokenCredential {
  const options = authorityHost === undefined ? {} : { authorityHost };
  switch (identity.kind) {
    case 'secret':
      return new ClientSecretCredential(identity.tenantId, identity.appId, identity.secret, options);
    case 'certificate':
      return new ClientCertificateCredential(identity.tenantId, identity.appId, identity.certificatePath, options);
    case 'managed-identity':
      return new ManagedIdentityCredential(identity.appId, options);
    case 'fixed':
      return { getToken: async () => ({ token: identity.token, expiresOnTimestamp: Date.now() + ONE_HOUR_MS }) };
  }
}
