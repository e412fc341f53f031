import type { Knowledge } from './content.ts';
import type { Report } from './faults.ts';
import type { Entry } from './read-shape.ts';

/** Reports the documents that nothing stands on: no step, stop, code, answer or safety rule names them. */
export function checkSources({ steps, stops, codes, faq, diagnostics, safety }: Knowledge, entries: readonly Entry<unknown>[], report: Report): void {
  const named = new Set(
    [...steps.values(), ...stops.values(), ...codes.values(), ...faq.values(), ...diagnostics.values(), ...safety].flatMap(({ sources }) => sources),
  );
  for (const { id, page, path } of entries)
    if (!named.has(id))
      report(
        page,
        path,
        `nothing stands on the source "${id}"`,
        'name it where it is used (a step, stop, code, answer or safety rule), or take it out',
      );
}
