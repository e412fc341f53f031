import type { ServerResponse } from 'node:http';
import type { ConversationEvent, Conversations } from './conversations.ts';

const HEARTBEAT_MS = 20_000;

/** Tells open pages, by Server-Sent Events, what changes in the conversations. */
export class EventStreams {
  readonly #open = new Set<ServerResponse>();
  readonly #unsubscribe: () => void;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(conversations: Conversations) {
    this.#unsubscribe = conversations.subscribe((event) => this.#tell(event));
    this.#heartbeat = setInterval(() => this.#write(': still here\n\n'), HEARTBEAT_MS).unref();
  }

  open(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    response.write('retry: 1000\n\n');
    this.#open.add(response);
    response.once('close', () => this.#open.delete(response));
  }

  close(): void {
    clearInterval(this.#heartbeat);
    this.#unsubscribe();
    for (const response of this.#open) response.end();
    this.#open.clear();
  }

  #tell(event: ConversationEvent): void {
    if (this.#open.size > 0) this.#write(`data: ${JSON.stringify(event)}\n\n`);
  }

  #write(chunk: string): void {
    for (const response of this.#open) response.write(chunk);
  }
}
