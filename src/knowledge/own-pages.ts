import { join } from 'node:path';
import { didYouMean, type Report } from './faults.ts';
import type { KnowledgeFault } from './knowledge-fault.ts';
import { type Page, pagesIn } from './page.ts';
import { idsOf, readEntries } from './read-shape.ts';
import { factShape } from './shapes.ts';
import { placeholders } from './words.ts';

type Note = (fault: KnowledgeFault) => void;

/** Pages of what Kiku comes with, and of what an organisation adds to it or says differently. */
export interface Layers {
  readonly ours: readonly Page[];
  readonly own: readonly Page[];
}

/** Reads the pages of both folders; a page of `own` is named with its whole path, so that a fault shows which folder it is in. */
export function layersIn(folder: string, own: string | null, under: string, names: RegExp, note: Note): Layers {
  const ours = pagesIn(folder, under, names, note);
  if (own === null) return { ours, own: [] };
  const named = (file: string): string => join(own, file);
  const pages = pagesIn(own, under, names, (fault) => note({ ...fault, file: named(fault.file) }));
  return { ours, own: pages.map((page) => ({ ...page, file: named(page.file) })) };
}

/** The pages of both, without our entries whose ids the organisation has: its entry replaces ours whole. */
export function entriesOf({ ours, own }: Layers): readonly Page[] {
  const replaced = new Set(own.flatMap(idsOf));
  return [...ours.map((page) => without(page, replaced)), ...own];
}

/** The same for pages that are one thing each and say their id themselves. */
export function wholesOf({ ours, own }: Layers): readonly Page[] {
  const replaced = own.flatMap((page) => idIn(page) ?? []);
  return [...ours.filter((page) => !replaced.includes(idIn(page) ?? '')), ...own];
}

/**
 * Facts: one that the organisation says anew keeps every value, group, and way of being compared, because our playbooks decide on them.
 * What it lost is reported and put back, so that it is not reported once more wherever it is used.
 */
export function factsOf({ ours, own }: Layers, report: Report): readonly Page[] {
  const before = new Map(ours.flatMap((page) => idsOf(page).map((id) => [id, mapAt(page.value, id)] as const)));
  return entriesOf({ ours, own: own.map((page) => ({ ...page, value: kept(page, before, report) })) });
}

function kept(page: Page, before: ReadonlyMap<string, Entries>, report: Report): unknown {
  if (idsOf(page).length === 0) return page.value;
  const sound = readEntries(factShape, page, report).map(({ id }) => id);
  // Of ours that are faulty here, the faults are told; ours stay in force, so that nothing that uses them is at fault too.
  const ids = idsOf(page).filter((id) => sound.includes(id) || !before.has(id));
  const facts = ids.map((id) => {
    const [was, is] = [before.get(id), mapAt(page.value, id)];
    if (was === undefined) return [id, entries(page.value)[id]];
    for (const name of ['match', 'list', 'pattern'])
      if (was[name] !== is[name])
        report(
          page,
          [id],
          `the fact "${id}" has another "${name}" than ours, and our playbooks decide on it`,
          `write ${name}: ${was[name] ?? 'nothing'}`,
        );
    const [values, groups] = (['values', 'groups'] as const).map((part) => {
      const [ourPart, ownPart] = [mapAt(was, part), mapAt(is, part)];
      const lost = Object.keys(ourPart).filter((name) => !(name in ownPart));
      for (const name of lost)
        report(page, [id, part], `the fact "${id}" loses "${name}" of its ${part}, on which our playbooks decide`, 'keep it; its words may change');
      return { ...Object.fromEntries(lost.map((name) => [name, ourPart[name]])), ...ownPart };
    });
    const same = Object.fromEntries(['match', 'list', 'pattern'].flatMap((name) => (was[name] === undefined ? [] : [[name, was[name]]])));
    return [id, { ...is, ...same, values, ...(Object.keys(groups ?? {}).length === 0 ? {} : { groups }) }];
  });
  return Object.fromEntries(facts);
}

/** Phrases: only those that Kiku says may be said differently, and with no arguments that it would not be given. */
export function checkOwnPhrases({ ours, own }: Layers, report: Report): void {
  const before = new Map(ours.flatMap((page) => idsOf(page).map((id) => [id, mapAt(page.value, id)] as const)));
  for (const page of own)
    for (const id of idsOf(page)) {
      const was = before.get(id);
      if (was === undefined) {
        report(page, [id], `Kiku says no phrase "${id}"${didYouMean(id, before.keys())}`, 'correct the name, or take it out');
        continue;
      }
      const given = placeholders(Object.values(was).join(' '));
      const more = placeholders(Object.values(mapAt(page.value, id)).join(' ')).filter((name) => !given.includes(name));
      if (more.length > 0)
        report(
          page,
          [id],
          `the phrase "${id}" is never given {${more.join('}, {')}}`,
          given.length === 0 ? 'take the braces out' : `use only {${given.join('}, {')}}`,
        );
    }
}

type Entries = Readonly<Record<string, unknown>>;

function without(page: Page, ids: ReadonlySet<string>): Page {
  if (!idsOf(page).some((id) => ids.has(id))) return page;
  return { ...page, value: Object.fromEntries(Object.entries(page.value ?? {}).filter(([id]) => !ids.has(id))) };
}

function idIn(page: Page): string | null {
  const { id } = entries(page.value);
  return typeof id === 'string' ? id : null;
}

function mapAt(value: unknown, name: string): Entries {
  return entries(entries(value)[name]);
}

function entries(value: unknown): Entries {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
