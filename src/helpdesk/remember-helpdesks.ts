import type { HelpdeskStore } from '../alert-ports.ts';

/** As soon as that an instance sees which channel another one has bound, or let go. */
const KEEP_MS = 3_000;

/** Whether a tenant has a channel of the helpdesk, without asking the database at each turn. */
export interface Helpdesks {
  has(tenant: string): Promise<boolean>;
  /** Something was bound or let go here: the next turn asks anew. */
  changed(tenant: string): void;
}

/** Remembers for some seconds what the store said. */
export function rememberHelpdesks(store: Pick<HelpdeskStore, 'channel'>, now: () => number): Helpdesks {
  const known = new Map<string, { readonly has: Promise<boolean>; readonly until: number }>();
  return {
    has(tenant) {
      const before = known.get(tenant);
      if (before !== undefined && now() < before.until) return before.has;
      const has = store.channel(tenant).then((channel) => channel !== null);
      const entry = { has, until: now() + KEEP_MS };
      has.catch(() => {
        if (known.get(tenant) === entry) known.delete(tenant);
      });
      known.set(tenant, entry);
      return has;
    },
    changed(tenant) {
      known.delete(tenant);
    },
  };
}
