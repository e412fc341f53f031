import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort, type Program, startProgram } from '../../program.ts';

/** Instances of the program on one database, behind one address that asks them in turn. */
export interface Programs {
  /** Where Teams posts to. */
  readonly url: string;
  /** Ends one with a signal and starts it anew on the same port; resolves with the moment of the signal once it listens again. */
  replace(index: number, signal: NodeJS.Signals): Promise<number>;
  /** What they wrote as warnings and errors, each line once with how often. */
  complaints(): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/** The address is there at once; `start` begins the instances, each with the environment that is given for it. */
export async function balanced(): Promise<{ url: string; start(envs: readonly Readonly<Record<string, string>>[]): Promise<Programs> }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  let ports: readonly number[] = [];
  let turn = 0;
  const server = createServer((incoming, response) => {
    turn += 1;
    const first = turn % Math.max(1, ports.length);
    void pass(incoming, response, [...ports.slice(first), ...ports.slice(0, first)], agent);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  return { url, start };

  async function start(envs: readonly Readonly<Record<string, string>>[]): Promise<Programs> {
    const told: Program[] = [];
    const begin = async (env: Readonly<Record<string, string>>) => {
      const program = await startProgram(env);
      told.push(program);
      return program;
    };
    const whole = await Promise.all(envs.map(async (env) => ({ ...env, PORT: String(await freePort()) })));
    const running: Program[] = [];
    for (const env of whole) running.push(await begin(env));
    ports = running.map(({ port }) => port);
    return {
      url,
      async replace(index, signal) {
        const [old, env] = [running[index], whole[index]];
        if (old === undefined || env === undefined) throw new Error(`There is no program ${index}.`);
        const at = Date.now();
        await old.end(signal);
        running[index] = await begin(env);
        return at;
      },
      complaints: () => counted(told.flatMap((program) => linesOf(program.output()))),
      async close() {
        await Promise.all(running.map((program) => program.end('SIGKILL')));
        agent.destroy();
        server.closeAllConnections();
        await new Promise<void>((resolve) => server.close(() => resolve()));
      },
    };
  }
}

/** As a load balancer does: what could not be handed to one goes to the next; what one of them left unanswered is 502. */
async function pass(incoming: IncomingMessage, response: ServerResponse, ports: readonly number[], agent: Agent): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks);
  for (const port of ports) {
    if (await isAnswered(port, incoming, body, response, agent)) return;
  }
  response.writeHead(502);
  response.end();
}

function isAnswered(port: number, incoming: IncomingMessage, body: Buffer, response: ServerResponse, agent: Agent): Promise<boolean> {
  return new Promise((resolve) => {
    const { method, url, headers } = incoming;
    const outgoing = request({ host: '127.0.0.1', port, method, path: url, headers: { ...headers, host: `127.0.0.1:${port}` }, agent });
    outgoing.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED') return resolve(false);
      if (!response.headersSent) response.writeHead(502);
      response.end();
      resolve(true);
    });
    outgoing.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.once('error', () => response.destroy());
      answer.pipe(response);
      resolve(true);
    });
    outgoing.end(body);
  });
}

function linesOf({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): readonly string[] {
  return `${stdout}\n${stderr}`.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return [];
    const { level, msg, error } = JSON.parse(line) as { level: unknown; msg: unknown; error?: { message?: unknown; code?: unknown } };
    return [`${level} ${msg}${error === undefined ? '' : `: ${error.code ?? ''} ${error.message ?? ''}`}`];
  });
}

function counted(lines: readonly string[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const line of lines) all.set(line, (all.get(line) ?? 0) + 1);
  return all;
}
