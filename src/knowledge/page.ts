import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { KnowledgeFault } from './knowledge-fault.ts';

export type Path = readonly PropertyKey[];

/** One YAML file of `knowledge/`, read. Every value in it is a string, a list or a map: `0x800` and `no` stay what was written. */
export interface Page {
  /** Relative to `knowledge/`, with `/`. */
  readonly file: string;
  readonly value: unknown;
  /** Whether it could not be read in full, so that what it should hold is not known. */
  readonly isBroken: boolean;
  /** The line of the nearest thing on the way to `path`, from 1. */
  readonly lineOf: (path: Path) => number;
}

const LARGEST = 1_000_000;

/** Reads `file` in `folder`; `null` when there is no such file. */
export function readPage(folder: string, file: string, note: (fault: KnowledgeFault) => void): Page | null {
  const broken: Page = { file, value: {}, isBroken: true, lineOf: () => 1 };
  const fault = (line: number, wrong: string, todo: string): void => note({ file, line, wrong, todo });
  const size = statSync(join(folder, file), { throwIfNoEntry: false })?.size;
  if (size === undefined) return null;
  if (size > LARGEST) {
    fault(1, `the file has ${size} bytes, more than 1 MB`, 'split it, or take out what does not belong here');
    return broken;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, file)));
  } catch {
    fault(1, 'the file is not UTF-8', 'save it as UTF-8');
    return broken;
  }
  const tabs = text.split('\n').flatMap((line, index) => (/^ *\t/.test(line) ? [index + 1] : []));
  for (const line of tabs) fault(line, 'the line is indented with a tab', 'use spaces');
  if (tabs.length > 0) return broken;
  return parseOnce(file, text, fault);
}

type Fault = (line: number, wrong: string, todo: string) => void;

/** What was read last, while something holds it: most files are as they were when an author has saved one. */
const read = new Map<string, { readonly text: string; readonly page: WeakRef<Page>; readonly faults: readonly Parameters<Fault>[] }>();

function parseOnce(file: string, text: string, fault: Fault): Page {
  const known = read.get(file);
  const same = known?.text === text ? known.page.deref() : undefined;
  if (known !== undefined && same !== undefined) {
    for (const one of known.faults) fault(...one);
    return same;
  }
  const faults: Parameters<Fault>[] = [];
  const page = parse(file, text, (...one) => {
    faults.push(one);
    fault(...one);
  });
  read.set(file, { text, page: new WeakRef(page), faults });
  return page;
}

/** The YAML files in a folder of `knowledge/` (`.` is itself) whose names fit, in order of their names. */
export function pagesIn(folder: string, under: string, names: RegExp, note: (fault: KnowledgeFault) => void): readonly Page[] {
  if (statSync(join(folder, under), { throwIfNoEntry: false }) === undefined) return [];
  const files = readdirSync(join(folder, under)).filter((name) => names.test(name));
  const path = (name: string): string => (under === '.' ? name : `${under}/${name}`);
  for (const name of files.filter((file) => file.endsWith('.yml')))
    note({ file: path(name), line: 1, wrong: 'files that end in .yml are not read', todo: 'rename it so that it ends in .yaml' });
  const read = files.filter((file) => file.endsWith('.yaml')).toSorted();
  return read.flatMap((name) => readPage(folder, path(name), note) ?? []);
}

function parse(file: string, text: string, fault: Fault): Page {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  for (const error of document.errors) {
    const [wrong, todo] = inWords(error, text);
    fault(lineAt(error.pos[0]), wrong, todo);
  }
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const parent = document.getIn(path.slice(0, length - 1), true);
      const last = path[length - 1];
      const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === last) : undefined;
      const node = pair?.key ?? document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return 1;
  };
  let hasAlias = false;
  visit(document, {
    Alias(_, node) {
      hasAlias = true;
      fault(lineAt(node.range?.[0] ?? 0), `"*${node.source}" points to another place`, 'write it out; quote a text that begins with "*"');
    },
  });
  const isBroken = hasAlias || document.errors.some((error) => error.code !== 'DUPLICATE_KEY');
  return { file, value: isBroken ? {} : (document.toJS() ?? {}), isBroken, lineOf };
}

function inWords(error: YAMLError, text: string): readonly [string, string] {
  const there = /^[^\n:]*/.exec(text.slice(error.pos[0]))?.[0].trim() ?? '';
  if (error.code === 'DUPLICATE_KEY') return [`"${there}" stands here twice`, 'keep one of the two, or give this one another name'];
  return [
    `this is not readable YAML (${error.message.split('\n')[0]})`,
    'look at the indentation, and put quotes around text with ": ", "#" or a leading "{", "[", "%", "@" or "*"',
  ];
}
