import { z } from 'zod';
import { didYouMean, type Report } from './faults.ts';
import type { Page } from './page.ts';
import { idsOf, readEntries } from './read-shape.ts';

/** How many numbered facts the five documents hold. */
const FACTS = 184;

const words = z.array(z.string().min(1)).min(1);

/** One fact of the documents: what it says in a few words, where it stands, and what became of it. */
export const traceShape = z
  .strictObject({
    says: z.string().min(5, 'too short; say what the document says in a few words'),
    from: words,
    at: words.optional(),
    retired: z.string().min(15, 'too short; say in a sentence why nothing uses it').optional(),
  })
  .superRefine(({ at, retired }, context) => {
    if ((at === undefined) === (retired === undefined))
      context.addIssue({ code: 'custom', message: 'neither used nor retired, or both; write "at" with its places, or "retired" with the reason' });
  });

/** Holds `trace.yaml` against the knowledge: every fact has its place or the reason why it has none, and every place is there. */
export function checkTrace(page: Page, places: ReadonlyMap<string, ReadonlySet<string>>, report: Report): void {
  const wanted = Array.from({ length: FACTS }, (_, index) => `F${String(index + 1).padStart(3, '0')}`);
  const there = idsOf(page);
  for (const id of wanted.filter((each) => !there.includes(each)))
    report(page, [], `the fact ${id} of the documents has no place`, 'add it with the places that use it, or retire it with the reason');
  for (const id of there.filter((each) => !wanted.includes(each)))
    report(page, [id], `there is no fact "${id}" in the documents`, `they are F001 to F${FACTS}`);
  for (const { id, value } of readEntries(traceShape, page, report)) {
    checkNames(page, [id, 'from'], value.from, 'source', places, report);
    for (const [index, place] of (value.at ?? []).entries()) {
      const [kind = '', name = ''] = place.split(/ (.*)/s);
      if (!places.has(kind))
        report(page, [id, 'at', index], `"${place}" is no place`, `write one of ${[...places.keys()].join(', ')}, a space, and its id`);
      else checkNames(page, [id, 'at', index], [name], kind, places, report);
    }
  }
}

function checkNames(
  page: Page,
  path: readonly PropertyKey[],
  names: readonly string[],
  kind: string,
  places: ReadonlyMap<string, ReadonlySet<string>>,
  report: Report,
): void {
  const there = places.get(kind) ?? new Set();
  for (const name of names.filter((each) => !there.has(each)))
    report(page, path, `there is no ${kind} "${name}"${didYouMean(name, there)}`, 'correct the name, or take it out');
}
