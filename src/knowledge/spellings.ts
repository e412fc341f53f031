import { z } from 'zod';
import { compileLexicon, type Labels } from '../understand/compile.ts';
import type { Lexicon } from '../understand/lexicon.ts';
import { withFaq } from './faq-spellings.ts';
import { faultList, type Report } from './faults.ts';
import { KnowledgeFaults } from './knowledge-fault.ts';
import { layersIn } from './own-pages.ts';
import { addSpellings, checkNewFacts, ownSpellingsShape, reportIn } from './own-spellings.ts';
import { type Page, readPage } from './page.ts';
import { readShape } from './read-shape.ts';
import { checkTriedExamples, readTried, reportTried, type TriedWords, withTried } from './tried-spellings.ts';

const FILE = 'spellings.yaml';

const phrases = z.array(z.string().min(1)).min(1);
const value = z.string().min(1);
const name = z.string().regex(/^[a-z-]+$/);

const spellings = z.strictObject({
  lists: z.record(name, phrases),
  facts: z.record(
    name,
    z.strictObject({
      several: z.union([z.enum(['first', 'last', 'nearest', 'affected', 'none']), z.array(value).min(1)]),
      whenNegated: z.union([z.record(value, value), z.literal('null').transform(() => null)]),
      troubledOnly: z
        .enum(['true', 'false'])
        .default('false')
        .transform((flag) => flag === 'true'),
      values: z.record(value, phrases),
      answers: z
        .strictObject({
          yes: value.exactOptional(),
          no: value.exactOptional(),
          works: value.exactOptional(),
          fails: value.exactOptional(),
          bare: z.record(value, phrases).exactOptional(),
        })
        .default({}),
    }),
  ),
  commands: z.record(z.string(), phrases),
  talk: z.strictObject({ greeting: phrases, thanks: phrases }),
});

const words = z.record(z.string(), z.string());
const labelled = z.record(
  z.string(),
  z.object({ values: z.record(z.string(), z.object({ label: words.exactOptional(), short: words.exactOptional() })).exactOptional() }),
);

/**
 * The word lists of `spellings.yaml` in `folder`, with the labels of `facts.yaml` beside it, and what an organisation's `own` folder adds.
 * Throws `KnowledgeFaults` with all that is wrong with them.
 */
export function loadSpellings(folder: string, own: string | null = null): Lexicon {
  const { report, note, sorted } = faultList();
  const { ours, own: more } = layersIn(folder, own, '.', /^spellings\.ya?ml$/, note);
  const [page] = ours;
  if (page === undefined) note({ file: FILE, line: 1, wrong: 'the file is missing', todo: `put it into ${folder}` });
  const labels = { ...labelsIn(folder), ...(own === null ? {} : labelsIn(own)) };
  const isWhole = page !== undefined && [page, ...more].every((each) => !each.isBroken);
  const tried = readTried(folder, report);
  const lexicon = isWhole ? compile(page, more[0] ?? null, tried, labels, report) : null;
  if (lexicon === null || sorted().length > 0) throw new KnowledgeFaults(sorted());
  const whole = withFaq(lexicon, folder, own, report);
  if (tried !== null) checkTriedExamples(tried, whole, report);
  if (sorted().length > 0) throw new KnowledgeFaults(sorted());
  return Object.freeze(whole);
}

function compile(page: Page, own: Page | null, tried: TriedWords | null, labels: Labels, report: Report): Lexicon | null {
  const written = readShape(spellings, page, [], report);
  const more = own === null ? null : readShape(ownSpellingsShape, own, [], report);
  if (written === null || (own !== null && more === null)) return null;
  if (own !== null && more !== null) checkNewFacts(written, more, own, report);
  const both = more === null ? written : addSpellings(written, more);
  const { lexicon, faults } = compileLexicon(tried === null ? both : withTried(both, tried), labels);
  for (const fault of faults)
    if (tried === null || !reportTried(fault, tried, report))
      reportIn(page, own, fault.path, (where, place) => report(where, place, fault.wrong, fault.todo));
  return lexicon;
}

/** What each value is called where it is offered. Only that is read here: whoever loads the facts reports their faults. */
function labelsIn(folder: string): Labels {
  const parsed = labelled.safeParse(readPage(folder, 'facts.yaml', () => undefined)?.value);
  if (!parsed.success) return {};
  return Object.fromEntries(
    Object.entries(parsed.data).map(([fact, { values = {} }]) => [
      fact,
      Object.fromEntries(
        Object.entries(values).map(([value, { label = {}, short = {} }]) => [value, [...Object.values(label), ...Object.values(short)]]),
      ),
    ]),
  );
}
