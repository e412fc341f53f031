import { createShelf, type Shelf } from '../../src/advisories/shelf.ts';
import { createSync, type Sync, type SyncResult } from '../../src/advisories/sync.ts';
import type { Advisory } from '../../src/advisory.ts';
import type { AdvisoryStore, GraphBudget } from '../../src/advisory-ports.ts';
import type { GraphIssue } from '../../src/local/graph/announcements.ts';
import type { GraphServer } from '../../src/local/graph/server.ts';
import { createAdvisoryStore } from '../../src/storage/advisory-store.ts';
import type { Database } from '../../src/storage/database.ts';
import { createTurnStore } from '../../src/storage/turn-store.ts';
import { NOW, type Recorded, readerOf, startServer } from '../graph/local-graph.ts';
import { somebody, turnOf } from '../storage/turns.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Kiku reading the stand-in over HTTP into a real database, with two clocks: ours and Graph's. */
export interface SyncStage {
  readonly server: GraphServer;
  readonly store: AdvisoryStore;
  readonly sync: Sync;
  readonly shelf: Shelf;
  readonly log: Recorded;
  readonly clocks: { ours: number; theirs: number };
  /** Lets time go on for both. */
  pass(ms: number): void;
  read(wishes?: { readonly isThorough?: boolean }): Promise<SyncResult>;
  /** What the shelf of another instance shows. */
  shown(id: string): Promise<Advisory | undefined>;
  /** What was told since it was last asked: the advisory and its transitions. */
  told(): Promise<readonly string[]>;
  /** The addresses asked for since it was last asked. */
  asked(): readonly string[];
  publish(title?: string): string;
  /** An issue of the stand-in, to be shown again with changes. */
  issue(id: string): GraphIssue;
  show(value: object): void;
  close(): Promise<void>;
}

/** A stage on an empty `database`; one person is known, so that changes are told. */
export async function syncStage(database: Database, wishes: { largestPage?: number; budget?: GraphBudget } = {}): Promise<SyncStage> {
  await database.query('truncate kiku.advisory, kiku.advisory_reading, kiku.fan_out, kiku.person, kiku.graph_request, kiku.graph_rest', []);
  await createTurnStore(database).save(turnOf(somebody()));
  const { budget, ...page } = wishes;
  const clocks = { ours: NOW, theirs: NOW };
  const now = () => clocks.ours;
  const server = await startServer({ now: () => clocks.theirs, ...page });
  const reader = readerOf(server, { now, timeoutMs: 500, ...(budget === undefined ? {} : { budget }) });
  const store = createAdvisoryStore(database);
  let lastTold = 0;
  let lastAsked = 0;
  const stage: SyncStage = {
    server,
    store,
    sync: createSync({ source: reader.source, store, now, log: reader.log }),
    shelf: createShelf({ store, log: reader.log }),
    log: reader.log,
    clocks,
    pass(ms) {
      clocks.ours += ms;
      clocks.theirs += ms;
    },
    read: (how) => stage.sync.sync(new AbortController().signal, how),
    async shown(id) {
      await stage.shelf.look();
      return stage.shelf.current().advisories.find((advisory) => advisory.id === id);
    },
    async told() {
      const rows = await database.query('select id::float8 as id, advisory, transitions from kiku.fan_out where id > $1::bigint order by id', [
        lastTold,
      ]);
      return rows.map((row) => {
        const of = (name: string): unknown => Reflect.get(Object(row), name);
        lastTold = Number(of('id'));
        return [of('advisory'), of('transitions')].flat().join(' ');
      });
    },
    asked() {
      const urls = server.requests.slice(lastAsked).map(({ url }) => decodeURIComponent(url).replace('/v1.0/admin/serviceAnnouncement', ''));
      lastAsked = server.requests.length;
      return urls;
    },
    publish: (title = 'Users may be unable to sign in') =>
      server.advisories.publish({ service: 'OneDrive for Business', title, impact: 'Users may be unable to sign in.' }).value.id,
    issue(id) {
      const entry = server.advisories.list().find(({ value }) => value.id === id);
      if (entry?.kind !== 'issue') throw new Error(`There is no issue ${id}.`);
      return entry.value;
    },
    // Graph shows what its schema does not allow, too.
    show: (value) => server.advisories.show({ kind: 'issue', isOn: true, isSample: false, value: value as GraphIssue }),
    close: () => server.close(),
  };
  return stage;
}

export const iso = (at: number) => new Date(at).toISOString();
