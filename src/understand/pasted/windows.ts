import type { FactValue } from '../../triage/facts.ts';
import { systemOfVersion } from '../systems.ts';
import { type Found, found, type Paste } from './paste.ts';

/** The name a system gives itself, behind the name of a field. */
const NAMED =
  /(?<![a-z])(?:OS\sName|OS\s名|OsName|Caption|Edition|エディション|WindowsProductName)\s?:?\s?(?:Microsoft\s?)?Windows\s?(Server\D{0,4})?(20[0-9]{2}|11|10|8\.1|8|7)(?![0-9])(\sR2)?/gi;
/** Versions, each behind words that only a system's own output has. */
const NUMBERED = [
  /(?<![a-z])(?:OS\sVersion|OS\sバージョン|OsVersion|OsHardwareAbstractionLayer)\s?:\s?(6\.[0-3]|10\.0)\.([0-9]{4,5})(?![0-9])/gi,
  /\[(?:Version|バージョン)\s(6\.[0-3]|10\.0)\.([0-9]{4,5})(?![0-9])[.0-9]{0,8}\]/gi,
  /Microsoft\sWindows\s(?:11|10|8\.1|8|7)\s[a-z]{3,20}\s(6\.[0-3]|10\.0)\.([0-9]{4,5})(?![0-9])/gi,
  /Windows\sNT\s(6\.[0-3]|10\.0)\.([0-9]{4,5})(?![0-9])/gi,
  /(?:Version|バージョン)\s(6\.[0-3])\s\((?:Build|ビルド)\s([0-9]{4})(?![0-9])/gi,
  /(?:Version|バージョン)\s(?:[0-9H]{4})\s\(()OS\s(?:Build|ビルド)\s([0-9]{5})(?![0-9])/gi,
  /(?<![a-z(])(?:OS\sBuild|OS\sビルド)()\s?:?\s?([0-9]{5})\.[0-9]{1,5}(?![0-9])/gi,
  /(?<![a-z])CurrentBuild(?:Number)?()\sREG_SZ\s([0-9]{4,5})(?![0-9])/gi,
  /Major\sMinor\sBuild\sRevision\s(?:-{2,10}\s){4}(6\s[0-3]|10\s0)\s([0-9]{4,5})(?![0-9])/gi,
  /(?<![a-z])OsBuildNumber()\s?:\s?([0-9]{4,5})(?![0-9])/gi,
];
const MAC = /(?<![a-z])ProductName ?:?\s?(?:macOS|Mac OS X)(?![a-z])/i;
const SERVERS: Readonly<Record<string, FactValue>> = {
  7601: 'server-2008-r2',
  9200: 'server-2012',
  9600: 'server-2012-r2',
  14393: 'server-2016',
  17763: 'server-2019',
  20348: 'server-2022',
  26100: 'server-2025',
};
/** What only a server says of itself, or a person of the machine that printed this. */
const OF_SERVER =
  /(?:OS\sConfiguration|OS\s構成)\s?:\s?(?:[a-z]{4,10}\sserver|(?:primary|backup|additional)?\s?domain\scontroller|\S{0,12}\s?(?:サーバー|ドメイン\s?コントローラー))|(?:InstallationType|WindowsInstallationType)(?:\sREG_SZ\s|\s?:\s?)Server|OsProductType\s?:\s?(?:Server|DomainController)|(?<![a-z])ProductType\s?:\s?[23](?![0-9])|EditionId\w{0,2}(?:\sREG_SZ\s|\s?:\s?)Server|OsServerLevel\s?:\s?[A-Z]|(?<![a-z])(?:on|from|is|of)\s(?:the|our|my|this|that|an?)\s(?:[a-z-]{2,20}\s){0,2}(?:server|domain\scontroller)(?![a-z-]|\s(?:error|code|name|certificate))|サーバー(?:上|機|側)?(?:で|の)(?:は|、|実行|ver|winver|コマンド|出力|結果|バージョン|画面)/i;
/** How far behind its name the version of the same system may stand. */
const SAME_OUTPUT = 2_000;

interface Named {
  readonly at: number;
  readonly found: Found;
  readonly isServer: boolean;
}

/** Reads ver, winver, systeminfo, Get-ComputerInfo, OSVersion, Settings › About, and sw_vers of a Mac. */
export function readWindows({ text }: Paste): readonly Found[] {
  const names = [...text.matchAll(NAMED)].flatMap((match) => nameOf(match) ?? []);
  const isServer = OF_SERVER.test(text);
  const versions = NUMBERED.flatMap((pattern) => [...text.matchAll(pattern)].flatMap((match) => versionOf(match, text, isServer) ?? []));
  const servers = names.filter(({ isServer }) => isServer);
  const isOfServer = (at: number) => servers.some((server) => Math.abs(server.at - at) < SAME_OUTPUT);
  // Windows 11 calls itself Windows 10 here and there; servers share the numbers of clients.
  const clients = versions.length > 0 ? versions : names.filter((name) => !name.isServer && !/^WindowsProductName/i.test(name.found.line));
  const all = [...servers, ...clients.filter(({ at }) => !isOfServer(at))].sort((left, right) => left.at - right.at);
  const mac = MAC.exec(text);
  return [...all.map((one) => one.found), ...(mac === null ? [] : [found('os', 'macos', mac)])];
}

function nameOf(match: RegExpExecArray): Named | null {
  const [, server, number = '', second] = match;
  const isYear = number.length === 4;
  if (isYear !== (server !== undefined)) return null;
  const value = isYear ? `server-${number}${second === undefined ? '' : '-r2'}` : `windows-${number}`;
  const isKnown = !isYear || /^server-(?:2008|2012|2016|2019|2022|2025)(?:-r2)?$/.test(value);
  return isKnown ? { at: match.index, found: found('os', value, match), isServer: isYear } : null;
}

/** Servers share the numbers of clients: winver says so just before, other fields do, and a person may have said which it is. */
function versionOf(match: RegExpExecArray, text: string, isOfServer: boolean): Named | null {
  const [, written = '', build = ''] = match;
  const major = written.replace(/\s/, '.');
  const isServer =
    isOfServer || /Windows Server\s?$/i.test(text.slice(Math.max(0, match.index - 20), match.index)) || isNamed(SERVERS[build] ?? '', text);
  const value = isServer && build in SERVERS ? (SERVERS[build] ?? null) : systemOfVersion(major === '' ? '10.0' : major, Number(build));
  return value === null ? null : { at: match.index, found: found('os', value, match), isServer: false };
}

function isNamed(server: FactValue, text: string): boolean {
  const [, year, second] = /^server-([0-9]{4})(-r2)?$/.exec(server) ?? [];
  return year !== undefined && new RegExp(`Server ?${year}${second === undefined ? '(?! ?R2)' : ' ?R2'}`, 'i').test(text);
}
