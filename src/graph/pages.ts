import { z } from 'zod';
import type { GraphClient } from './client.ts';
import { GraphFailure } from './graph-failure.ts';

/** Both preferences in one header, sent with every page: the client drops them after the first. Without the second, new states arrive as `unknownFutureValue`. */
export const PREFER = { Prefer: 'odata.maxpagesize=1000, include-unknown-enum-members' };

/** 200 pages of 1000 are more than any tenant has. */
const MOST_PAGES = 200;

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() });

/**
 * All items of a collection. Never with `$top`, which takes the next link away. The link only counts items to skip: when the list changes
 * meanwhile, an item can come twice, or not at all.
 */
export async function readPages(client: GraphClient, path: string, signal: AbortSignal): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  const asked = new Set<string>();
  let next: string | null = path;
  while (next !== null) {
    if (asked.has(next) || asked.size >= MOST_PAGES) {
      throw new GraphFailure('bad-answer', 'Microsoft Graph sent pages without an end.', { retryable: true });
    }
    asked.add(next);
    const answer = page.safeParse(await client.get(next, PREFER, signal));
    if (!answer.success) throw new GraphFailure('bad-answer', 'Microsoft Graph answered with something that is not a list.', { retryable: true });
    items.push(...answer.data.value);
    next = answer.data['@odata.nextLink'] ?? null;
  }
  return items;
}
