import type { Found, Paste } from './paste.ts';

const SUITE = /(?<![A-Z0-9_])(Name ?:\s?)?(TLS_[A-Z0-9_]{6,80})(…|\.\.\.)?/gi;
const GOOD = /^TLS_ECDHE_RSA_WITH_AES_(?:128_GCM_SHA256|256_GCM_SHA384)$/i;
/** A line or two may be an excerpt; a list without any good one is an answer. */
const A_LIST = 3;

interface Suite {
  readonly name: string;
  readonly isCut: boolean;
}

/** Reads `Get-TlsCipherSuite`, as a table, as a list, or only the names. A suite named in a sentence is not one that is there. */
export function readCipherSuites({ text }: Paste): readonly Found[] {
  if (!/TLS_/i.test(text)) return [];
  const suites = text.split('\n').flatMap(suitesIn);
  const good = suites.find(({ name, isCut }) => !isCut && GOOD.test(name));
  if (good !== undefined) return [{ fact: 'ciphers', value: 'ok', line: good.name }];
  const [first] = suites;
  const isWhole = suites.every(({ isCut }) => !isCut);
  return first !== undefined && isWhole && suites.length >= A_LIST ? [{ fact: 'ciphers', value: 'missing', line: first.name }] : [];
}

function suitesIn(line: string): readonly Suite[] {
  const all = [...line.matchAll(SUITE)];
  const rest = line.replace(SUITE, '').replace(/[\s,;"'*•-]/g, '');
  const isOnlyNames = rest === '' || all.length >= A_LIST || /^[0-9]{1,6} .{0,160}TLS_[A-Z0-9_]+(?:…|\.\.\.)?(?: \{[0-9, .…]*\}?)?$/i.test(line);
  return all
    .filter(([, field]) => isOnlyNames || field !== undefined)
    .map(([, , name = '', cut]) => ({ name: name.replace(/_$/, ''), isCut: cut !== undefined || name.endsWith('_') }));
}
