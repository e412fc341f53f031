import { createServer, type IncomingHttpHeaders } from 'node:http';

/** What was asked of the endpoint. */
export interface Asked {
  readonly resource: string | null;
  readonly clientId: string | null;
  readonly header: IncomingHttpHeaders['x-identity-header'];
}

/** Where an identity of Azure gets its tokens inside a container app. */
export interface IdentityEndpoint {
  /** As the platform sets it for the program. */
  readonly env: Readonly<Record<string, string>>;
  readonly asked: readonly Asked[];
  /** What is handed out from now on; `null`: the endpoint says no. */
  token: string | null;
  close(): Promise<void>;
}

const HEADER = 'only this container knows it';
/** Less than what is left of it when a client takes a token for spent, so that each connection asks anew. */
const LASTS_S = 60;

/**
 * Hands out tokens as container apps and app services do
 * (https://learn.microsoft.com/azure/container-apps/managed-identity#rest-endpoint-reference).
 */
export async function startIdentityEndpoint(token: string): Promise<IdentityEndpoint> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://here');
    const resource = searchParams.get('resource');
    asked.push({ resource, clientId: searchParams.get('client_id'), header: request.headers['x-identity-header'] });
    const isRight = request.headers['x-identity-header'] === HEADER && endpoint.token !== null;
    response.writeHead(isRight ? 200 : 400, { 'content-type': 'application/json' });
    const answer = { access_token: endpoint.token, expires_on: `${Math.floor(Date.now() / 1000) + LASTS_S}`, resource, token_type: 'Bearer' };
    response.end(JSON.stringify(isRight ? answer : { statusCode: 400, message: 'No identity was found.' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const endpoint: IdentityEndpoint = {
    env: { IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/msi/token`, IDENTITY_HEADER: HEADER },
    asked,
    token,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return endpoint;
}
