import type { ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder';
import { EmulatorValidation } from 'botframework-connector';
import { CONNECTOR_SCOPE } from './credentials.ts';

/** Who issues the tokens of incoming activities; only a test or another cloud says something else than the default. */
export interface IssuerSettings {
  /** The exact `iss` of the tokens. */
  readonly issuer: string;
  /** The OpenID metadata that leads to the signing keys. */
  readonly metadataUrl: string;
  /** Whether loopback addresses over http may be spoken to as well: for a local stand-in of Teams. */
  readonly isLoopbackServiceAllowed: boolean;
  /** The rest that the SDK wants to know of a cloud; left out, the public one's, and the same metadata for the emulator's path. */
  readonly emulatorMetadataUrl?: string;
  readonly loginUrl?: string;
  readonly scope?: string;
  readonly oauthUrl?: string;
  readonly callerId?: string;
}

/** Where tokens come from in Microsoft's public cloud. */
export const BOT_FRAMEWORK: IssuerSettings = {
  issuer: 'https://api.botframework.com',
  metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  isLoopbackServiceAllowed: false,
};

/** The SDK's settings for an issuer. All of them: as soon as one is set, the SDK drops every other default and no token is valid any more. */
export function sdkSettings(settings: IssuerSettings | null): ConfigurationBotFrameworkAuthenticationOptions {
  if (settings === null) return {};
  return {
    ToChannelFromBotLoginUrl: settings.loginUrl ?? 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: settings.scope ?? CONNECTOR_SCOPE,
    ToBotFromChannelTokenIssuer: settings.issuer,
    OAuthUrl: settings.oauthUrl ?? 'https://api.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: settings.metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: settings.emulatorMetadataUrl ?? settings.metadataUrl,
    CallerId: settings.callerId ?? 'urn:botframework:azure',
  };
}

const emulatorIssuers = EmulatorValidation.ToBotFromEmulatorTokenValidationParameters.issuer;
const known = Array.isArray(emulatorIssuers) ? emulatorIssuers.length : 0;

/** The SDK adds four issuers to a global list for each new `tid` of any token, before it verifies anything. Takes them off again. */
export function forgetJunkIssuers(): void {
  if (Array.isArray(emulatorIssuers) && emulatorIssuers.length > known) emulatorIssuers.length = known;
}
