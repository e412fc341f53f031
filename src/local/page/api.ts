/** Somebody one can be on this page. */
export interface Person {
  readonly key: string;
  readonly name: string;
  /** The Entra object id: what a people picker sends. */
  readonly id: string;
  readonly locale: string;
  readonly timeZone: string;
  /** Of the team whose channel this is. */
  readonly isInTeam: boolean;
}

/** Who is there. */
export interface World {
  readonly bot: { readonly name: string };
  readonly people: readonly Person[];
  readonly channel: Channel;
  /** The team's other channels. */
  readonly others: readonly Place[];
  readonly hasAdvisories: boolean;
}

/** A channel of the team. */
export interface Place {
  readonly key: string;
  readonly name: string;
  readonly team: string;
}

/** The team's first channel. `owners`: keys of people. `hearsAll`: the team consented that Kiku reads every message of its channels. */
export interface Channel extends Place {
  readonly owners: readonly string[];
  readonly hearsAll: boolean;
}

/** One message, as the local Teams keeps it. */
export interface Entry {
  readonly id: string;
  readonly from: string;
  readonly at: number;
  readonly thread: string | null;
  readonly activity: {
    readonly type: string;
    readonly text?: string | null;
    readonly textFormat?: string | null;
    readonly summary?: string | null;
    readonly attachments?: readonly Attachment[] | null;
    readonly entities?: readonly { readonly type?: string; readonly text?: string }[] | null;
  };
  readonly delivery: 'sending' | 'sent' | 'not-sent';
  readonly editedAt: number | null;
  readonly isDeleted: boolean;
  readonly inPlace: Readonly<Record<string, unknown>>;
  readonly revision: number;
}

export interface Attachment {
  readonly contentType: string;
  readonly content?: unknown;
  readonly contentUrl?: string;
  readonly name?: string;
}

/** A file on its way to Kiku. */
export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

/** How a tap ended. */
export type TapResult =
  | { readonly kind: 'card' }
  | { readonly kind: 'sent' }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'error'; readonly status: number; readonly text: string };

/** What the server tells while it happens. */
export type ServerEvent =
  | { readonly kind: 'entry'; readonly conversation: string; readonly entry: Entry }
  | { readonly kind: 'typing'; readonly conversation: string }
  | { readonly kind: 'cleared'; readonly conversation: string }
  | { readonly kind: 'consent'; readonly conversation: string; readonly hearsAll: boolean }
  | { readonly kind: 'knowledge'; readonly faults: readonly string[] };

/** The server said no, or nothing. `status` is 0 when it said nothing. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;

  constructor(status: number, cause?: unknown) {
    super(`The local Teams answered ${status}.`, { cause });
    this.status = status;
  }
}

const TIMEOUT_MS = 60_000;

/** Asks the local server; rejects with `ApiError`. The answer is the server's own and is taken at its word. */
export async function ask<Answer>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch((cause: unknown) => {
    throw new ApiError(0, cause);
  });
  if (!response.ok) throw new ApiError(response.status);
  const text = await response.text();
  return (text === '' ? null : JSON.parse(text)) as Answer;
}

/** Listens to what happens. `opened` is called each time the connection stands anew, when things may have been missed. */
export function listen(on: { event: (event: ServerEvent) => void; opened: () => void; lost: () => void }): void {
  const source = new EventSource('/local/events');
  source.addEventListener('open', () => on.opened());
  source.addEventListener('error', () => on.lost());
  source.addEventListener('message', (message: MessageEvent<string>) => on.event(JSON.parse(message.data) as ServerEvent));
}
