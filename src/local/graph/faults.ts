import { z } from 'zod';

const scope = {
  /** How many requests it strikes. */
  count: z.int().min(1).max(1_000_000).default(1),
  /** Only this collection. */
  on: z.enum(['issues', 'messages', 'healthOverviews', 'users', 'managedDevices']).optional(),
  /** Only the first page, only later ones, or only what is asked for by its id. */
  page: z.enum(['first', 'later', 'one']).optional(),
};

const faultSchema = z.discriminatedUnion('kind', [
  /** `asDate`: Retry-After as a date by this server's clock, which may be wrong by `clockOffsetMs`. */
  z.object({
    kind: z.literal('throttle'),
    retryAfterSeconds: z.number().min(0).nullable().default(1),
    asDate: z.boolean().default(false),
    clockOffsetMs: z.number().default(0),
    ...scope,
  }),
  z.object({
    kind: z.literal('failing'),
    status: z.int().min(400).max(599).default(503),
    body: z.enum(['graph', 'html', 'empty']).default('graph'),
    ...scope,
  }),
  z.object({ kind: z.literal('half'), ...scope }),
  z.object({ kind: z.literal('hang'), ...scope }),
  z.object({ kind: z.literal('drop'), ...scope }),
  /** Status 200 and a web page, as captive portals and proxies answer. */
  z.object({ kind: z.literal('html'), ...scope }),
  z.object({ kind: z.literal('broken-json'), ...scope }),
  /** Values as the documentation's samples write them. */
  z.object({ kind: z.literal('pascal-case'), ...scope }),
  /** An item moved between two pages and comes on both. */
  z.object({ kind: z.literal('repeat-item'), ...scope }),
  /** An item moved between two pages and comes on none. */
  z.object({ kind: z.literal('skip-item'), ...scope }),
  /** One object that is not what the schema says. */
  z.object({ kind: z.literal('bad-item'), ...scope }),
  z.object({ kind: z.literal('foreign-link'), ...scope }),
  /** The next page is this one again. */
  z.object({ kind: z.literal('looping-link'), ...scope }),
  /** The application lacks the permission for this collection. */
  z.object({ kind: z.literal('no-permission'), ...scope }),
]);

/** What goes wrong, how often, and where. */
export type GraphFault = Readonly<z.infer<typeof faultSchema>>;
/** A fault as written by a person: what is left out gets its default. */
export type GraphFaultRequest = z.input<typeof faultSchema>;

/** The faults that wait to strike, in the order they were injected. */
export class GraphFaults {
  #waiting: { fault: GraphFault; left: number }[] = [];

  /** Throws `z.ZodError` when `request` is no fault. */
  inject(request: unknown): void {
    const fault = faultSchema.parse(request);
    this.#waiting.push({ fault, left: fault.count });
  }

  /** What still waits; `count` is what is left. */
  list(): readonly GraphFault[] {
    return this.#waiting.map(({ fault, left }) => ({ ...fault, count: left }));
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The fault that strikes this request, if any; it counts as used. */
  take(collection: string, page: 'first' | 'later' | 'one'): GraphFault | null {
    const hit = this.#waiting.find(({ fault }) => (fault.on ?? collection) === collection && (fault.page ?? page) === page);
    if (hit === undefined) return null;
    hit.left -= 1;
    if (hit.left === 0) this.#waiting = this.#waiting.filter((one) => one !== hit);
    return hit.fault;
  }
}
