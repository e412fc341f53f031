import type { HelpdeskStore } from '../alert-ports.ts';

/** A channel that was bound stays so; one that is bound just now is to be seen soon. */
const KEEP_MS = { yes: 60_000, no: 5_000 };

/** Whether a tenant has a channel of the helpdesk, without asking the database at each turn. */
export function rememberHelpdesks(store: Pick<HelpdeskStore, 'channel'>, now: () => number): (tenant: string) => Promise<boolean> {
  const known = new Map<string, { readonly has: Promise<boolean>; readonly until: number }>();
  return (tenant) => {
    const before = known.get(tenant);
    if (before !== undefined && now() < before.until) return before.has;
    const has = store.channel(tenant).then((channel) => {
      known.set(tenant, { has, until: now() + (channel === null ? KEEP_MS.no : KEEP_MS.yes) });
      return channel !== null;
    });
    has.catch(() => known.delete(tenant));
    known.set(tenant, { has, until: now() + KEEP_MS.no });
    return has;
  };
}
