import { z } from 'zod';
import { didYouMean, type Report } from './faults.ts';
import type { Page, Path } from './page.ts';

/** Something read from a page, and where it stands there. */
export interface Entry<T> {
  readonly id: string;
  readonly value: T;
  readonly page: Page;
  readonly path: Path;
}

/** What stands at `path` of `page`, in the shape; `null` when it has not that shape, which is then reported in full. */
export function readShape<T>(shape: z.ZodType<T>, page: Page, path: Path, report: Report): T | null {
  const raw = at(page.value, path);
  const read = shape.safeParse(raw);
  if (read.success) return read.data;
  for (const issue of read.error.issues) {
    const place = [...path, ...issue.path];
    for (const [where, wrong, todo] of inWords(issue, raw, place, shape)) report(page, where, wrong, todo);
  }
  return null;
}

/** The entries of a page that is a map from id to thing. Those of the wrong shape are reported and left out. */
export function readEntries<T>(shape: z.ZodType<T>, page: Page, report: Report): readonly Entry<T>[] {
  if (!isMap(page.value)) {
    report(page, [], 'the file is not a map', 'begin each thing with its id and a colon at the start of a line');
    return [];
  }
  return Object.keys(page.value).flatMap((id) => {
    const value = readShape(shape, page, [id], report);
    return value === null ? [] : [{ id, value, page, path: [id] }];
  });
}

/** The ids of a page, whether what they name has the right shape or not. */
export function idsOf(page: Page): readonly string[] {
  return isMap(page.value) ? Object.keys(page.value) : [];
}

type Words = readonly [Path, string, string];

function inWords(issue: z.core.$ZodIssue, raw: unknown, place: Path, shape: z.ZodType): readonly Words[] {
  const name = nameOf(place);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        /[ .]/.test(key)
          ? [[...place, key], `the text is cut in two before "${key}"`, 'put the whole text in quotes; inside { } a comma ends it']
          : [[...place, key], `"${key}" is not known here${didYouMean(key, keysOf(shape, issue.path))}`, 'correct the name or take the line out'],
      );
    case 'invalid_value':
      return at(raw, issue.path) === undefined
        ? [[place, `${name} is missing`, `add it: one of ${issue.values.join(', ')}`]]
        : [[place, `${name} is "${String(at(raw, issue.path))}"`, `write one of ${issue.values.join(', ')}`]];
    case 'too_small':
      return [[place, `${name} is empty`, issue.message.includes('; ') ? issue.message : 'write at least one']];
    case 'invalid_type':
      if (at(raw, issue.path) === undefined) return [[place, `${name} is missing`, 'add it']];
      return [[place, `${name} should be ${kindOf(issue.expected)}`, 'look at how its neighbours are written']];
    default: {
      const [wrong = issue.message, todo = 'look at how its neighbours are written'] = issue.message.split('; ');
      return [[place, `${name}: ${wrong}`, todo]];
    }
  }
}

function nameOf(place: Path): string {
  const names = place.map((part) => (typeof part === 'number' ? `${part + 1}.` : String(part)));
  return `"${names.slice(-3).join(' ') || 'the file'}"`;
}

function kindOf(expected: string): string {
  if (expected === 'array') return 'a list';
  return expected === 'object' || expected === 'record' ? 'a map' : 'one piece of text';
}

/** The keys that the shape knows where `path` leads. */
function keysOf(shape: z.ZodType, path: Path): readonly string[] {
  let here: unknown = shape;
  for (const part of path) {
    here = inner(here);
    if (here instanceof z.ZodObject) here = here.shape[String(part)];
    else if (here instanceof z.ZodArray) here = here.element;
    else if (here instanceof z.ZodRecord) here = here.valueType;
  }
  here = inner(here);
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

function inner(shape: unknown): unknown {
  if (shape instanceof z.ZodOptional) return inner(shape.unwrap());
  return shape instanceof z.ZodPipe ? inner(shape.in) : shape;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((here, part) => (typeof here === 'object' && here !== null ? Reflect.get(here, part) : undefined), value);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
