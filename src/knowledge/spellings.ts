import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCollection, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { compileLexicon, type Labels, type SpellingFault } from '../understand/compile.ts';
import type { Lexicon } from '../understand/lexicon.ts';

const phrases = z.array(z.string().min(1)).min(1);
const value = z.string().min(1);

const spellings = z.strictObject({
  lists: z.record(z.string().regex(/^[a-z-]+$/), phrases),
  facts: z.record(
    z.string().regex(/^[a-z-]+$/),
    z.strictObject({
      several: z.union([z.enum(['first', 'nearest', 'affected', 'none']), z.array(value).min(1)]),
      whenNegated: z.record(value, value).nullable(),
      troubledOnly: z.boolean().default(false),
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

/** The word lists have faults; `faults` names each with file, line and what is wrong. */
export class SpellingsError extends Error {
  override readonly name = 'SpellingsError';
  readonly code = 'spellings-faulty';
  readonly retryable = false;
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The word lists have ${faults.length} fault(s):\n${faults.join('\n')}`);
    this.faults = faults;
  }
}

const words = z.record(z.string(), z.string());
const labelled = z.record(
  z.string(),
  z.object({ values: z.record(z.string(), z.object({ label: words.exactOptional(), short: words.exactOptional() })).exactOptional() }),
);

/** Reads `spellings.yaml` in `folder`, and the labels of `facts.yaml` beside it, and compiles them. Throws `SpellingsError` with all faults. */
export function loadSpellings(folder: string): Lexicon {
  return parseSpellings(
    readFileSync(join(folder, 'spellings.yaml'), 'utf8'),
    'spellings.yaml',
    labelsIn(readFileSync(join(folder, 'facts.yaml'), 'utf8')),
  );
}

/** What each value is called where it is offered. Only that is read here: whoever loads the facts reports their faults. */
function labelsIn(yaml: string): Labels {
  const parsed = labelled.safeParse(parseDocument(yaml, { schema: 'failsafe' }).toJS());
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

/** Compiles the word lists written in `yaml`; `file` names them in faults. */
export function parseSpellings(yaml: string, file: string, labels: Labels = {}): Lexicon {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter });
  const lineOf = (offset: number) => `${file}:${counter.linePos(offset).line}`;
  if (document.errors.length > 0)
    throw new SpellingsError(document.errors.slice(0, 5).map((error) => `${lineOf(error.pos[0])} ${error.message.split('\n')[0]}`));
  const place = (path: readonly PropertyKey[]) => lineOf(offsetOf(document, path));
  const parsed = spellings.safeParse(document.toJS());
  if (!parsed.success) throw new SpellingsError(parsed.error.issues.map((issue) => `${place(issue.path)} ${issue.path.join('.')}: ${issue.message}`));
  const { lexicon, faults } = compileLexicon(parsed.data, labels);
  if (faults.length > 0)
    throw new SpellingsError(faults.map((fault: SpellingFault) => `${place(fault.path)} ${fault.path.join('.')}: ${fault.message}`));
  return Object.freeze(lexicon);
}

/** Where the nearest thing on the way to `path` stands. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if ((isScalar(node) || isCollection(node)) && node.range) return node.range[0];
  }
  return 0;
}
