import { ClientCertificateCredential, ClientSecretCredential, ManagedIdentityCredential } from '@azure/identity';
import type { BotCredentials } from './credentials.ts';

/** How the bot proves who it is: the two single-tenant kinds, and a user-assigned managed identity. There is no multi-tenant kind. */
export type BotIdentity =
  | { readonly kind: 'secret'; readonly appId: string; readonly tenant: string; readonly secret: string }
  /** `certificatePath`: a PEM file with the certificate and its private key. */
  | { readonly kind: 'certificate'; readonly appId: string; readonly tenant: string; readonly certificatePath: string }
  | { readonly kind: 'managed-identity'; readonly appId: string };

/** The bot's credentials on Azure. Nothing is asked for before the first token is needed. */
export function azureCredentials(identity: BotIdentity): BotCredentials {
  return { appId: identity.appId, credential: credentialOf(identity) };
}

function credentialOf(identity: BotIdentity): BotCredentials['credential'] {
  switch (identity.kind) {
    case 'secret':
      return new ClientSecretCredential(identity.tenant, identity.appId, identity.secret);
    case 'certificate':
      return new ClientCertificateCredential(identity.tenant, identity.appId, { certificatePath: identity.certificatePath });
    case 'managed-identity':
      return new ManagedIdentityCredential({ clientId: identity.appId });
  }
}
