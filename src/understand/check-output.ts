import type { FactName, Facts, FactValue, KnownFact } from '../triage/facts.ts';
import { readPasted } from './pasted.ts';

/** What the output of one of our blocks of commands states, and the text without it. */
export interface CheckOutput {
  readonly facts: Facts;
  readonly rest: string;
}

/** The headings that every block of `knowledge/diagnostics.yaml` begins and ends with. */
const FIRST = /^--- (?:Windows|Mac)$/;
const LAST = /^--- End$/;

/** Lines that only our blocks print, or that need no other words beside them. */
const LINES: readonly (readonly [RegExp, FactName, FactValue])[] = [
  [/^Kiku administrator: True$/i, 'rights', 'admin'],
  [/^Kiku administrator: False$/i, 'rights', 'no-admin'],
  // A device that is not in a domain may still be managed in another way.
  [/^Kiku domain: True$/i, 'device', 'managed'],
  [/^MDM enrollment: Yes(?: \(User Approved\))?$/i, 'device', 'managed'],
  // Any other answer, or none, may come from a proxy, and says nothing.
  [/^Kiku other sites: 200$/i, 'internet', 'works'],
];

/** Reads the output of a block from its first heading to its last; where the last is missing, to the end. Nothing in it is the person's own words. */
export function readCheck(raw: string): CheckOutput {
  const lines = raw.split(/\r\n|\r|\n/).map((line) => line.trim());
  const start = lines.findIndex((line) => FIRST.test(line));
  if (start === -1) return { facts: {}, rest: raw };
  const end = lines.findIndex((line, index) => index > start && LAST.test(line));
  const output = lines.slice(start, end === -1 ? lines.length : end + 1);
  const rest = [...lines.slice(0, start), ...(end === -1 ? [] : lines.slice(end + 1))].join('\n');
  return { facts: { ...readPasted(output.join('\n')).facts, ...labelled(output) }, rest };
}

function labelled(lines: readonly string[]): Facts {
  const facts: Record<FactName, KnownFact> = {};
  for (const line of lines)
    for (const [pattern, fact, value] of LINES) if (pattern.test(line)) facts[fact] ??= { values: [value], source: { kind: 'pasted', line } };
  return facts;
}
