import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a Graph of a few fixed answers answers what begins with a path. */
export type SmallAnswer = { readonly status: number; readonly body?: unknown; readonly text?: string; readonly date?: string } | 'hang' | 'drop';

/** A Graph over HTTP that answers as told, and notes what it was asked. */
export interface SmallGraph {
  readonly origin: string;
  readonly asked: { readonly path: string; readonly authorization: string | undefined }[];
  answers: Readonly<Record<string, SmallAnswer>>;
  close(): Promise<void>;
}

export async function startSmallGraph(answers: Readonly<Record<string, SmallAnswer>> = {}): Promise<SmallGraph> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^\/v1\.0/, '');
    graph.asked.push({ path, authorization: request.headers.authorization });
    const answer = Object.entries(graph.answers).find(([start]) => path.startsWith(start))?.[1] ?? { status: 404, body: { error: { code: 'none' } } };
    if (answer === 'hang') return;
    if (answer === 'drop') return void response.destroy();
    response.statusCode = answer.status;
    if (answer.date !== undefined) response.setHeader('date', answer.date);
    response.setHeader('content-type', answer.text === undefined ? 'application/json' : 'text/html');
    response.end(answer.text ?? JSON.stringify(answer.body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const graph: SmallGraph = {
    origin: `http://127.0.0.1:${port}`,
    asked: [],
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return graph;
}

/** A token as Entra writes it for an application with these roles; nobody checks its signature here. */
export function tokenWith(roles: readonly string[] | undefined): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ aud: 'https://graph.microsoft.com', ...(roles === undefined ? {} : { roles }) })}.x`;
}
