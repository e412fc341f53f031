import type { FactName, Facts, FactValue, KnownFact } from '../triage/facts.ts';
import { maskIdentifiers } from './mask.ts';
import { readCipherSuites } from './pasted/cipher-suites.ts';
import { readDeviceState } from './pasted/device-state.ts';
import { outputLines } from './pasted/output-lines.ts';
import { type Found, linesOf, pasteOf, type Reader, undecorated } from './pasted/paste.ts';
import { readProxySettings } from './pasted/proxy-settings.ts';
import { readRegistry } from './pasted/registry.ts';
import { readServerNames } from './pasted/server-names.ts';
import { readWebRequests } from './pasted/web-requests.ts';
import { readWindows } from './pasted/windows.ts';
import { ownLines, unquoted, withItsQuestion } from './prose.ts';
import { rejoined } from './rejoin.ts';

/** What pasted output of commands states, and the rest of the text: what the person wrote around it. */
export interface Pasted {
  readonly facts: Facts;
  readonly prose: string;
}

/** Where several outputs state one fact, the stronger comes first: a proxy that refused the connection is more than its name. */
const READERS: readonly Reader[] = [
  readWindows,
  readDeviceState,
  readWebRequests,
  readProxySettings,
  readRegistry,
  readCipherSuites,
  readServerNames,
];

/** Facts of which several outputs may state several values; of all others the first counts. */
const LISTS: readonly FactName[] = ['os', 'code'];

/** Longer lines of evidence are cut. */
const LONGEST_LINE = 80;

/**
 * Reads what commands print, in English and Japanese, whole, cut, wrapped, quoted, in one line or among other words. A quoted output
 * states as much as any other; quoted words are not the person's.
 */
export function readPasted(raw: string): Pasted {
  const written = linesOf(raw);
  const lines = undecorated(written.map(unquoted));
  const isOwn = ownLines(written);
  const isOutput = outputLines(lines);
  const facts = { ...factsOf(foundIn(lines)), ...factsOf(foundInBroken(raw)) };
  const isQuoted = written.some((line) => unquoted(line) !== line);
  if (Object.keys(facts).length === 0 && !isOutput.includes(true) && !isOwn.includes(false) && !isQuoted) return { facts: {}, prose: raw };
  const own = lines.map((line, index) => withItsQuestion(line, index, written));
  return { facts, prose: own.filter((_, index) => isOutput[index] !== true && isOwn[index] === true).join('\n') };
}

/** Words as they were written, for somebody else to read; where a command's output stands among them, with its identifiers masked. */
export function maskPasted(text: string): string {
  return readPasted(text).prose === text ? text : maskIdentifiers(text);
}

function foundIn(lines: readonly string[]): readonly Found[] {
  const paste = pasteOf(lines);
  return READERS.flatMap((read) => read(paste));
}

/** What lines that a window has broken state when they are whole again: a broken line may state something else. */
function foundInBroken(raw: string): readonly Found[] {
  const whole = rejoined(raw, 1);
  return whole === null ? [] : foundIn(linesOf(whole).map(unquoted));
}

function factsOf(found: readonly Found[]): Facts {
  const facts: Record<FactName, KnownFact> = {};
  for (const { fact, value, line } of found) {
    const values: readonly FactValue[] = facts[fact]?.values ?? [];
    if (values.length > 0 && !LISTS.includes(fact)) continue;
    const source = facts[fact]?.source ?? { kind: 'pasted', line: maskIdentifiers(line).slice(0, LONGEST_LINE) };
    facts[fact] = { values: [...new Set([...values, value])], source };
  }
  return facts;
}
