import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { IssuerSettings } from '../../src/teams/issuer.ts';

/** The app id of the bot in these tests. */
export const BOT = '11111111-2222-4333-8444-555555555555';
const ISSUER = 'https://api.botframework.com';

/** A token service like the Bot Framework's: OpenID metadata and keys over HTTP, and tokens signed with them. */
export interface LocalIssuer {
  readonly settings: IssuerSettings;
  sign(claims: JWTPayload): Promise<string>;
  /** Signed with a key the metadata do not know, under the same key id. */
  forge(claims: JWTPayload): Promise<string>;
  close(): Promise<void>;
}

export async function startIssuer(): Promise<LocalIssuer> {
  const real = await generateKeyPair('RS256');
  const other = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(real.publicKey)), kid: 'local', use: 'sig', endorsements: ['msteams'] };

  const server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const body = request.url === '/keys' ? { keys: [jwk] } : { issuer: ISSUER, jwks_uri: `http://127.0.0.1:${port}/keys` };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const signWith = (key: Awaited<ReturnType<typeof generateKeyPair>>['privateKey']) => (claims: JWTPayload) =>
    new SignJWT({ iss: ISSUER, aud: BOT, exp: Math.floor(Date.now() / 1_000) + 300, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'local' })
      .sign(key);

  return {
    settings: { issuer: ISSUER, metadataUrl: `http://127.0.0.1:${port}/metadata`, isLoopbackServiceAllowed: true },
    sign: signWith(real.privateKey),
    forge: signWith(other.privateKey),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
