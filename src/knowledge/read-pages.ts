import type { Report } from './faults.ts';
import type { KnowledgeFault } from './knowledge-fault.ts';
import { checkOrganisation, fillOrganisation, wordsOf } from './organisation.ts';
import { checkOwnPhrases, entriesOf, factsOf, type Layers, layersIn, wholesOf } from './own-pages.ts';
import type { Page } from './page.ts';
import { idsOf } from './read-shape.ts';

/** The pages of every part of the knowledge, an organisation's own laid over ours, with its words in the texts. */
export interface Pages {
  readonly facts: readonly Page[];
  readonly sources: readonly Page[];
  readonly codes: readonly Page[];
  readonly stops: readonly Page[];
  readonly phrases: readonly Page[];
  readonly problems: readonly Page[];
  readonly steps: readonly Page[];
  /** The organisation's first: the first topic that fits counts. */
  readonly topics: readonly Page[];
  readonly faq: readonly Page[];
  readonly diagnostics: readonly Page[];
  /** Ours and the organisation's: it may add rules, and not say one of ours differently. */
  readonly safety: readonly Page[];
  /** What became of each fact of the documents; ours alone. */
  readonly trace: readonly Page[];
  readonly organisation: readonly Page[];
  /** Ours, then the organisation's. */
  readonly glossary: readonly Page[];
  /** The ids of our facts in the order in which they are shown, whoever says them anew. */
  readonly factOrder: readonly string[];
  /** Whether an entry of this page has to be on a worked path: with a folder of their own, only what is in it. */
  readonly hasToBeReached: (page: Page) => boolean;
}

/** Reads them. `own`: the organisation's folder, or `null`. */
export function readPages(folder: string, own: string | null, report: Report, note: (fault: KnowledgeFault) => void): Pages {
  const ownFiles = new Set<string>();
  const layers = (under: string, names: RegExp = /\.ya?ml$/): Layers => {
    const read = layersIn(folder, own, under, names, note);
    for (const page of read.own) ownFiles.add(page.file);
    return read;
  };
  const needed = (name: string): Layers => {
    const found = layers('.', new RegExp(`^${name}\\.ya?ml$`));
    if (found.ours.length === 0) note({ file: `${name}.yaml`, line: 1, wrong: 'the file is missing', todo: `put it into ${folder}` });
    return found;
  };
  const [facts, phrases, organisation] = [needed('facts'), layers('.', /^phrases(-[a-z]+)?\.ya?ml$/), layers('.', /^organisation\.ya?ml$/)];
  const words = wordsOf(organisation, report);
  const filled = (pages: readonly Page[]): readonly Page[] => pages.map((page) => fillOrganisation(page, words, report));
  checkOwnPhrases(phrases, report);
  const pages = {
    facts: filled(factsOf(facts, report)),
    sources: filled(entriesOf(needed('sources'))),
    codes: filled(entriesOf(layers('codes'))),
    stops: filled(entriesOf(layers('stops'))),
    phrases: filled(entriesOf(phrases)),
    problems: filled(wholesOf(layers('problems'))),
    steps: filled(entriesOf(layers('steps'))),
    faq: filled(entriesOf(layers('faq'))),
    diagnostics: filled(entriesOf(layers('.', /^diagnostics\.ya?ml$/))),
    topics: ownFirst(layers('.', /^advisory-topics\.ya?ml$/)),
    safety: Object.values(layers('safety')).flat(),
  };
  checkOrganisation(organisation, words, report);
  return {
    ...pages,
    // It accounts for our documents with our knowledge; what an organisation replaced is not accounted for any more.
    trace: own === null ? needed('trace').ours : [],
    organisation: entriesOf(organisation),
    glossary: Object.values(layers('.', /^glossary\.ya?ml$/)).flat(),
    factOrder: facts.ours.flatMap(idsOf),
    hasToBeReached: (page) => own === null || ownFiles.has(page.file),
  };
}

function ownFirst({ ours, own }: Layers): readonly Page[] {
  return [...own, ...ours];
}
