import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';

/** The header that says for whom a request was meant. */
export const MEANT_FOR = 'x-meant-for';

export const BOT = '11111111-2222-4333-8444-555555555555';
export const TENANT = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
export const TEAMS = 'https://smba.trafficmanager.net';
const ISSUER = 'https://api.botframework.com';
const SIGN_IN = 'https://login.microsoftonline.com';
const KEYS = 'https://login.botframework.com';
const GRAPH = 'https://graph.microsoft.com';
/** Whom Kiku speaks to, and nobody else. */
const KNOWN: readonly string[] = [TEAMS, SIGN_IN, KEYS, GRAPH];
/** What the bot shows to Teams. */
export const BOT_TOKEN = 'outbound-token-of-the-bot';
export const GRAPH_TOKEN = 'outbound-token-for-graph';

/** A request of the program's to the internet. */
export interface Asked {
  readonly origin: string;
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Claims of a token; one that is `undefined` is left out. */
export type Claims = Readonly<Record<string, unknown>>;

/** The internet as the program sees it: the Bot Framework's keys, Entra, Graph and Teams' connector. */
export interface Outside {
  readonly port: number;
  readonly asked: readonly Asked[];
  /** Requests to anybody but those four. */
  strangers(): readonly Asked[];
  /** What was said in Teams: posted and replaced messages. */
  said(): readonly Asked[];
  /** A token of the Bot Framework's for this bot, changed as wished. */
  sign(claims?: Claims, header?: Partial<JWTHeaderParameters>): Promise<string>;
  /** The same by a key that nobody knows, under the key id that everybody knows. */
  forge(claims?: Claims): Promise<string>;
  readonly publicKey: string;
  /** Answers what the ordinary answer does not fit; `null` leaves it to that. */
  answer: (asked: Asked) => Reply | null;
  /** Who is in every team. */
  members: readonly { readonly id: string; readonly aadObjectId: string; readonly name: string }[];
  close(): Promise<void>;
}

export async function openOutside(): Promise<Outside> {
  const [real, other] = await Promise.all([generateKeyPair('RS256', { extractable: true }), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(real.publicKey)), kid: 'local', use: 'sig', alg: 'RS256', endorsements: ['msteams'] };
  const asked: Asked[] = [];
  const server = createServer((request, response) => void take(request).then((one) => reply(response, one)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const outside: Outside = {
    port: (server.address() as AddressInfo).port,
    asked,
    strangers: () => asked.filter(({ origin }) => !KNOWN.includes(origin)),
    said: () => asked.filter(({ origin, method, path }) => origin === TEAMS && method !== 'GET' && path.includes('/activities')),
    sign: (claims = {}, header = {}) => token(claims, header).sign(real.privateKey),
    forge: (claims = {}) => token(claims, {}).sign(other.privateKey),
    publicKey: await exportSPKI(real.publicKey),
    answer: () => null,
    members: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  async function take(request: IncomingMessage): Promise<Asked> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { method = '', url = '', headers } = request;
    const body = Buffer.concat(chunks).toString('utf8');
    const one = { origin: String(headers[MEANT_FOR]), method, path: url, authorization: headers.authorization ?? '', body };
    asked.push(one);
    return one;
  }

  function reply(response: ServerResponse, one: Asked): void {
    const { status, body, headers } = outside.answer(one) ?? ordinary(one);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
  }

  function ordinary(one: Asked): Reply {
    switch (one.origin) {
      case KEYS:
        return ok(one.path.endsWith('/keys') ? { keys: [jwk] } : { issuer: ISSUER, jwks_uri: `${KEYS}/keys`, authorization_endpoint: KEYS });
      case SIGN_IN:
        return ok(signIn(one, jwk));
      case GRAPH:
        if (!one.path.includes('/teams/')) return ok({ value: [] });
        return ok({ value: outside.members.map(({ aadObjectId }) => ({ userId: aadObjectId, id: aadObjectId, roles: ['owner'] })) });
      case TEAMS:
        return connector(one, outside.members, asked.length);
      default:
        return { status: 404, body: {} };
    }
  }

  return outside;
}

function token(claims: Claims, header: Partial<JWTHeaderParameters>): SignJWT {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT({ iss: ISSUER, aud: BOT, nbf: now - 60, exp: now + 3_000, serviceurl: `${TEAMS}/emea/`, ...claims }).setProtectedHeader({
    alg: 'RS256',
    kid: 'local',
    ...header,
  });
}

function ok(body: unknown): Reply {
  return { status: 200, body };
}

/** Entra: what a tenant is, its keys (those of the Bot Framework, so that a token by the emulator's path is well signed), and tokens. */
function signIn({ path, body }: Asked, jwk: unknown): unknown {
  if (path.includes('/keys')) return { keys: [jwk] };
  if (path.includes('/oauth2/')) {
    const isGraph = decodeURIComponent(body).includes('graph.microsoft.com');
    return { token_type: 'Bearer', expires_in: 3_600, ext_expires_in: 3_600, access_token: isGraph ? GRAPH_TOKEN : BOT_TOKEN };
  }
  const issuer = `${SIGN_IN}/${TENANT}/v2.0`;
  if (path.includes('/discovery/instance')) {
    const metadata = [
      { preferred_network: 'login.microsoftonline.com', preferred_cache: 'login.windows.net', aliases: ['login.microsoftonline.com'] },
    ];
    return { tenant_discovery_endpoint: `${issuer}/.well-known/openid-configuration`, 'api-version': '1.1', metadata };
  }
  const [authorization_endpoint, token_endpoint] = ['authorize', 'token'].map((one) => `${SIGN_IN}/${TENANT}/oauth2/v2.0/${one}`);
  return { issuer, authorization_endpoint, token_endpoint, jwks_uri: `${SIGN_IN}/common/discovery/v2.0/keys` };
}

function connector({ path, method }: Asked, members: Outside['members'], count: number): Reply {
  if (path.includes('/pagedmembers')) return ok({ members });
  const [, wanted] = /\/members\/([^/?]+)/.exec(path) ?? [];
  if (wanted !== undefined) {
    const found = members.find(({ id, aadObjectId }) => [id, aadObjectId].includes(decodeURIComponent(wanted)));
    return found === undefined ? { status: 404, body: { error: { code: 'MemberNotFoundInConversation', message: 'Not found.' } } } : ok(found);
  }
  if (method === 'GET' && path.includes('/v3/teams/')) return ok({ id: 'team', aadGroupId: 'group-of-the-team' });
  return ok({ id: `sent-${count}` });
}
