import { z } from 'zod';

const places = z.object({
  conversation: z.object({ tenantId: z.string().nullish() }).nullish(),
  channelData: z.object({ tenant: z.object({ id: z.string().nullish() }).nullish() }).nullish(),
});

/** The tenant an activity comes from; `null` when it names none, or names two different ones. */
export function tenantOf(activity: unknown): string | null {
  const found = places.safeParse(activity);
  if (!found.success) return null;

  const named = [found.data.conversation?.tenantId, found.data.channelData?.tenant?.id].filter(
    (tenant) => typeof tenant === 'string' && tenant !== '',
  );
  const [first, second] = named;
  return first !== undefined && first !== null && (second === undefined || second === first) ? first : null;
}
