import { z } from 'zod';
import { didYouMean, type Report } from './faults.ts';
import type { Page } from './page.ts';
import { idsOf, readEntries } from './read-shape.ts';
import type { Traced } from './traced.ts';

/** How many numbered facts the five documents hold. */
const FACTS = 184;

const words = z.array(z.string().min(1)).min(1);

/** One fact of the documents: what it says in a few words, where it stands, and what became of it. */
export const traceShape = z
  .strictObject({
    says: z.string().min(5, 'too short; say what the document says in a few words'),
    from: words,
    at: words.optional(),
    departs: words.optional(),
    retired: z.string().min(15, 'too short; say in a sentence why nothing uses it').optional(),
  })
  .superRefine(({ at, departs, retired }, context) => {
    if ((at === undefined && departs === undefined) === (retired === undefined))
      context.addIssue({
        code: 'custom',
        message: 'neither used nor retired, or both; write "at" or "departs" with its places, or "retired" with the reason',
      });
  });

/**
 * Holds `trace.yaml` against the knowledge: every fact has its place or the reason why it has none; every place is there, stands on a
 * document that the fact is from, and, under `departs`, says on its card that it departs.
 */
export function checkTrace(page: Page, traced: Traced, report: Report): void {
  const wanted = Array.from({ length: FACTS }, (_, index) => `F${String(index + 1).padStart(3, '0')}`);
  const there = idsOf(page);
  for (const id of wanted.filter((each) => !there.includes(each)))
    report(page, [], `the fact ${id} of the documents has no place`, 'add it with the places that use it, or retire it with the reason');
  for (const id of there.filter((each) => !wanted.includes(each)))
    report(page, [id], `there is no fact "${id}" in the documents`, `they are F001 to F${FACTS}`);
  for (const { id, value } of readEntries(traceShape, page, report)) {
    for (const source of value.from) checkName(source, 'source', traced, (wrong, todo) => report(page, [id, 'from'], wrong, todo));
    for (const key of ['at', 'departs'] as const)
      for (const [index, place] of (value[key] ?? []).entries()) {
        const wrong = (what: string, todo: string): void => report(page, [id, key, index], what, todo);
        checkPlace(place, value.from, traced, wrong);
        if (key === 'departs' && !traced.departing.has(place))
          wrong(`"${place}" departs from no document`, 'write it under "at", or say in its "departs" what Kiku does otherwise');
      }
  }
}

function checkPlace(place: string, from: readonly string[], traced: Traced, report: (wrong: string, todo: string) => void): void {
  const [kind = '', name = ''] = place.split(/ (.*)/s);
  if (!traced.kinds.has(kind)) {
    report(`"${place}" is no place`, `write one of ${[...traced.kinds.keys()].join(', ')}, a space, and its id`);
    return;
  }
  checkName(name, kind, traced, report);
  const sources = traced.sources.get(place);
  if (sources !== undefined && !from.some((source) => sources.includes(source)))
    report(`"${place}" does not stand on ${from.join(' or ')}`, 'add the document to its sources if it uses it, or name another place');
}

function checkName(name: string, kind: string, { kinds }: Traced, report: (wrong: string, todo: string) => void): void {
  const there = kinds.get(kind) ?? new Set();
  if (!there.has(name)) report(`there is no ${kind} "${name}"${didYouMean(name, there)}`, 'correct the name, or take it out');
}
