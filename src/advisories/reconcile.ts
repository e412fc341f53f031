import type { Advisory } from '../advisory.ts';
import type { AdvisorySource } from '../advisory-ports.ts';
import type { Log } from '../ports.ts';
import { codeOf, fieldsOf } from './log-fields.ts';

/** What holding the open issues we know against Graph's own list found. */
export interface Reconciled {
  readonly found: readonly Advisory[];
  /** Ids of those this tenant cannot see any more. */
  readonly gone: readonly string[];
  /** Whether nothing is left to be looked up. */
  readonly isWhole: boolean;
}

/** As if nobody had looked. */
export const NOTHING: Reconciled = { found: [], gone: [], isWhole: false };

/** So many lost ones are asked for in one reading, and the rest by the next. */
const MOST_LOOKED_UP = 50;

/**
 * Asks for the issues that Graph calls open, and then for each that we call open and that was neither in this list nor in `changed`. A failure
 * ends it with what was found until then, which counts: each answer is whole in itself.
 */
export async function reconcile(
  { source, log }: { readonly source: AdvisorySource; readonly log: Log },
  known: readonly Advisory[],
  changed: readonly Advisory[],
  signal: AbortSignal,
): Promise<Reconciled> {
  const fail = (error: unknown, fields: object, sentence: string) => {
    if (!signal.aborted) log.warn({ ...fields, ...fieldsOf(error) }, sentence);
  };
  let listed: readonly Advisory[];
  try {
    listed = await source.openIssues(signal);
  } catch (error) {
    fail(error, {}, 'The open issues could not be listed; the next reading tries again.');
    return NOTHING;
  }
  const seen = new Set([...changed, ...listed].map(({ id }) => id));
  const lost = known.filter(({ id, isResolved }) => !isResolved && !seen.has(id));
  const found = [...listed];
  const gone: string[] = [];
  for (const { id } of lost.slice(0, MOST_LOOKED_UP)) {
    try {
      const issue = await source.issue(id, signal);
      if (issue === null) gone.push(id);
      else found.push(issue);
    } catch (error) {
      fail(error, { advisory: id }, 'An issue that is not listed as open any more could not be looked up.');
      // One that cannot be read is that one's trouble; anything else would be the same with the next.
      if (codeOf(error) !== 'bad-answer') return { found, gone, isWhole: false };
    }
  }
  return { found, gone, isWhole: lost.length <= MOST_LOOKED_UP };
}
