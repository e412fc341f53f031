import type { FactName, Facts, FactValue } from '../triage/facts.ts';
import { maskIdentifiers } from './mask.ts';
import { systemOfVersion } from './systems.ts';

/** What pasted output of a command states, and the rest of the text. */
export interface Pasted {
  readonly facts: Facts;
  readonly prose: string;
}

interface Found {
  readonly fact: FactName;
  readonly value: FactValue;
  readonly line: string;
}

type Reader = (lines: readonly string[]) => readonly Found[];

/** Reads ver, winver, systeminfo, `netsh winhttp show proxy`, `dsregcmd /status`, `reg query … DefaultSecureProtocols` and `Get-TlsCipherSuite`. */
export function readPasted(raw: string): Pasted {
  const lines = raw.split(/\r\n|\r|\n/).map((line) => line.slice(0, 400).normalize('NFKC').trim());
  const found = READERS.flatMap((read) => read(lines));
  if (found.length === 0) return { facts: {}, prose: raw };
  const facts: Record<FactName, { values: readonly FactValue[]; source: { kind: 'pasted'; line: string } }> = {};
  for (const { fact, value, line } of found)
    facts[fact] ??= { values: [value], source: { kind: 'pasted', line: maskIdentifiers(line).slice(0, 80) } };
  return { facts, prose: lines.filter((line) => !isOutput(line)).join('\n') };
}

const READERS: readonly Reader[] = [readSystem, readProxy, readJoin, readDeviceAuth, readProtocols, readCiphers];

/** Lines that a command printed or a prompt it was typed at: their words are not the person's. */
function isOutput(line: string): boolean {
  return /^[\p{L}\p{N}(][^:?!。]{1,60} ?:( |$)|^[+|-]{3,}|^[a-z]:\\|^PS [a-z]:|^HKEY_|REG_(?:DWORD|SZ)|^(?:microsoft )?windows \[|proxy server\)\.?$|^TLS_|^ERROR:|^Microsoft Corporation|^\(c\) /iu.test(
    line,
  );
}

function field(lines: readonly string[], name: RegExp): { readonly value: string; readonly line: string } | null {
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0 && name.test(line.slice(0, colon).trim())) return { value: line.slice(colon + 1).trim(), line };
  }
  return null;
}

function readSystem(lines: readonly string[]): readonly Found[] {
  const name = field(lines, /^OS (?:Name|名)$/i);
  const version = field(lines, /^OS (?:Version|バージョン)$/i);
  const named = name === null ? null : serverOf(name.value);
  if (name !== null && named !== null) return [{ fact: 'os', value: named, line: name.line }];
  const numbered = version ?? prompt(lines);
  const match = numbered === null ? null : /(6\.[0-3]|10\.0)\.([0-9]{4,5})/.exec(numbered.value);
  const value = match === null ? null : systemOfVersion(match[1] ?? '', Number(match[2]));
  if (numbered !== null && value !== null) return [{ fact: 'os', value, line: numbered.line }];
  const winver = lines.find((line) => /^(?:Microsoft Windows )?(?:Version|バージョン) [0-9H]{4} \(OS (?:Build|ビルド) [0-9]{5}/i.test(line));
  const build = winver === undefined ? null : systemOfVersion('10.0', Number(/(?:Build|ビルド) ([0-9]{5})/i.exec(winver)?.[1]));
  return winver === undefined || build === null ? [] : [{ fact: 'os', value: build, line: winver }];
}

function prompt(lines: readonly string[]): { readonly value: string; readonly line: string } | null {
  const line = lines.find((candidate) => /^Microsoft Windows \[(?:Version|バージョン)/i.test(candidate));
  return line === undefined ? null : { value: line, line };
}

function serverOf(name: string): FactValue | null {
  const match = /Server\D{0,3} (2008|2012|2016|2019|2022|2025)( R2)?/i.exec(name);
  return match === null ? null : `server-${match[1]}${match[2] === undefined ? '' : '-r2'}`;
}

function readProxy(lines: readonly string[]): readonly Found[] {
  const direct = lines.find((line) => /^(?:Direct access \(no proxy server\)|直接アクセス ?\(プロキシ サーバーなし\))/i.test(line));
  if (direct !== undefined) return [{ fact: 'proxy', value: 'none', line: direct }];
  const server = field(lines, /^(?:Proxy Server\(s\)|プロキシ サーバー)$/i);
  return server === null || server.value === '' ? [] : [{ fact: 'proxy', value: 'present', line: server.line }];
}

function readJoin(lines: readonly string[]): readonly Found[] {
  const [entra, domain, workplace] = [/^AzureAdJoined$/i, /^DomainJoined$/i, /^WorkplaceJoined$/i].map((name) => field(lines, name));
  if (entra === null || entra === undefined) return [];
  const is = (one: typeof entra | null | undefined) => (one === null || one === undefined ? null : /^YES\b/i.test(one.value));
  const value = joinOf(is(entra), is(domain), is(workplace));
  return value === null ? [] : [{ fact: 'join', value, line: entra.line }];
}

/** Every field that decides it must be there. */
function joinOf(entra: boolean | null, domain: boolean | null, workplace: boolean | null): FactValue | null {
  if (entra === true) return domain === null ? null : domain ? 'hybrid' : 'entra';
  if (entra === null || workplace === null) return null;
  if (workplace) return 'registered';
  return domain === null ? null : domain ? 'domain' : 'none';
}

function readDeviceAuth(lines: readonly string[]): readonly Found[] {
  const status = field(lines, /^DeviceAuthStatus$/i);
  if (status === null) return [];
  if (/^SUCCESS/i.test(status.value)) return [{ fact: 'device-auth', value: 'success', line: status.line }];
  return /disabled or deleted/i.test(status.value) ? [{ fact: 'device-auth', value: 'disabled', line: status.line }] : [];
}

function readProtocols(lines: readonly string[]): readonly Found[] {
  const line = lines.find((candidate) => /DefaultSecureProtocols\s{1,20}REG_DWORD\s{1,20}0x[0-9a-f]{1,8}/i.test(candidate));
  const value = line === undefined ? undefined : /0x([0-9a-f]{1,8})/i.exec(line)?.[1];
  if (line !== undefined && value !== undefined)
    return [{ fact: 'default-secure-protocols', value: `0x${Number.parseInt(value, 16).toString(16)}`, line }];
  const asked = lines.some((candidate) => /reg query .{0,200}DefaultSecureProtocols/i.test(candidate));
  const missing = lines.find((candidate) =>
    /unable to find the specified registry (?:key or )?value|指定されたレジストリ キーまたは値が見つかりません/i.test(candidate),
  );
  return asked && missing !== undefined ? [{ fact: 'default-secure-protocols', value: 'absent', line: missing }] : [];
}

function readCiphers(lines: readonly string[]): readonly Found[] {
  const suites = lines.filter((line) => /^(?:Name\s{0,40}: )?TLS_[A-Z0-9_]{6,80}$/i.test(line));
  const good = suites.find((line) => /TLS_ECDHE_RSA_WITH_AES_(?:128|256)_GCM_SHA(?:256|384)/i.test(line));
  if (good !== undefined) return [{ fact: 'ciphers', value: 'ok', line: good }];
  // A line or two may be an excerpt; a list without any of them is an answer.
  return suites.length >= 3 && suites[0] !== undefined ? [{ fact: 'ciphers', value: 'missing', line: suites[0] }] : [];
}
