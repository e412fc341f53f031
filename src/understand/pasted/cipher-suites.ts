import type { Found, Paste } from './paste.ts';

const SUITE = /(?<![A-Z0-9_])TLS_[A-Z0-9_]{6,80}(?:…|\.\.\.)?/g;
const GOOD = /^TLS_ECDHE_RSA_WITH_AES_(?:128_GCM_SHA256|256_GCM_SHA384)$/;
/** Names of suites end with a hash or a mode; one that does not was cut, and so was a GCM without the length of its hash. */
const WHOLE = /(?<!GCM_SHA|POLY1305_SHA)_?(?:SHA|SHA256|SHA384|MD5|CCM|CCM_8|P256|P384|P521)$/;
/** "Get-TlsCipherSuite on the box shows TLS_…" */
const SHOWN =
  /GET-TLSCIPHERSUITE[^.?!]{0,60} (?:SHOWS|LISTS|PRINTS|RETURNS|CONTAINS)(?: ME| US)?:? ?TLS_[A-Z0-9_]{6,80}(?! (?:IS|AS) (?:NOT|MISSING|OFF|DISABLED))/;
/** What else stands in a row of the table, or between names. */
const BESIDE =
  /^(?:[\s,;:"'*•{}-]|(?<![A-Z0-9_])(?:[0-9]{1,6}|RSA|ECDSA|DSS|ECDH|DH|PSK|AES|DES|3DES|RC4|NULL|SHA[0-9]{0,3}|MD5|CHACHA20_POLY1305|NAME|PROTOCOLS|…|\.\.\.)(?![A-Z0-9_]))*$/;
/** A line or two may be an excerpt; a list without any good one is an answer. */
const A_LIST = 3;

/** Reads `Get-TlsCipherSuite`, as a table, as a list, or only the names. A suite named in a sentence is not one that is there. */
export function readCipherSuites({ text }: Paste): readonly Found[] {
  if (!/TLS_/i.test(text)) return [];
  const names = joined(text.toUpperCase()).split('\n').flatMap(namesIn);
  const isExcerpt = names.length === 1 && !/NAME ?:|GET-TLSCIPHERSUITE/i.test(text) && text !== names[0];
  const good = isExcerpt ? undefined : names.find((name) => GOOD.test(name));
  if (good !== undefined) return [{ fact: 'ciphers', value: 'ok', line: good }];
  const [first] = names;
  const isWhole = names.every((name) => WHOLE.test(name));
  return first !== undefined && isWhole && names.length >= A_LIST ? [{ fact: 'ciphers', value: 'missing', line: first }] : [];
}

/** Puts names together again that a chat has broken. */
function joined(text: string): string {
  return text.replace(/(TLS_[A-Z0-9_]{0,80})\n([A-Z0-9_]{1,60})(?=[\s,]|$)/g, (all, start: string, end: string) =>
    !WHOLE.test(start) && WHOLE.test(start + end) && !end.startsWith('TLS_') ? start + end : all,
  );
}

function namesIn(line: string): readonly string[] {
  const names = line.match(SUITE) ?? [];
  return names.length >= A_LIST || /(?<![A-Z])NAME ?: ?TLS_/.test(line) || SHOWN.test(line) || BESIDE.test(line.replace(SUITE, ' ')) ? names : [];
}
