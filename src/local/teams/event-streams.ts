import type { ServerResponse } from 'node:http';
import type { ConversationEvent, Conversations } from './conversations.ts';

const HEARTBEAT_MS = 20_000;

type PageEvent = ConversationEvent | { readonly kind: 'knowledge'; readonly faults: readonly string[] };

/** What an author saves while Kiku runs, and what is wrong with it, a line each. */
export interface Saved {
  faults(): readonly string[];
  subscribe(listener: () => void): () => void;
}

/** Tells open pages, by Server-Sent Events, what changes in the conversations and in the knowledge. */
export class EventStreams {
  readonly #open = new Set<ServerResponse>();
  readonly #unsubscribe: readonly (() => void)[];
  readonly #knowledge: Saved | null;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(conversations: Conversations, knowledge: Saved | null) {
    this.#knowledge = knowledge;
    this.#unsubscribe = [
      conversations.subscribe((event) => this.#tell(event)),
      ...(knowledge === null ? [] : [knowledge.subscribe(() => this.#tell(faultsIn(knowledge)))]),
    ];
    this.#heartbeat = setInterval(() => this.#write(': still here\n\n'), HEARTBEAT_MS).unref();
  }

  open(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    response.write('retry: 1000\n\n');
    if (this.#knowledge !== null) response.write(asEvent(faultsIn(this.#knowledge)));
    this.#open.add(response);
    response.once('close', () => this.#open.delete(response));
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    for (const response of this.#open) response.end();
    this.#open.clear();
  }

  #tell(event: PageEvent): void {
    if (this.#open.size > 0) this.#write(asEvent(event));
  }

  #write(chunk: string): void {
    for (const response of this.#open) response.write(chunk);
  }
}

function faultsIn(knowledge: Saved): PageEvent {
  return { kind: 'knowledge', faults: knowledge.faults() };
}

function asEvent(event: PageEvent): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}
