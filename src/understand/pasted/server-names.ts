import { type Found, found, type Paste } from './paste.ts';

const NOWHERE = '(?:0\\.0\\.0\\.0|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|::1?)(?![0-9a-f.:])';
const MICROSOFTS =
  '(?:\\[name\\](?:-my)?\\.|(?<![a-z0-9.-]))(?:[a-z0-9-]{1,63}\\.){0,6}(?:microsoftonline\\.com|microsoft\\.com|live\\.com|live\\.net|sfx\\.ms|sharepoint\\.com|office\\.com|office\\.net|office365\\.com|outlook\\.com|onedrive\\.com|1drv\\.com|msauth\\.net|msftauth\\.net|windows\\.net|svc\\.ms|skype\\.com)(?![a-z0-9.-])';

/** One of Microsoft's names that leads nowhere. */
const FILTERED = [
  // nslookup, with its addresses in any order
  new RegExp(`(?:Name|名前) ?:\\s?${MICROSOFTS}\\s(?:Address(?:es)?|アドレス) ?:\\s?(?:[0-9a-f.:]{2,45}\\s){0,4}${NOWHERE}`, 'gi'),
  // Test-NetConnection
  new RegExp(`ComputerName ?:\\s?${MICROSOFTS}\\sRemoteAddress ?:\\s?${NOWHERE}`, 'gi'),
  // Resolve-DnsName, host
  new RegExp(`${MICROSOFTS}\\s(?:A{1,4}\\s[0-9]{1,6}\\s[a-z]{4,10}|has address)\\s${NOWHERE}`, 'gi'),
  // ping
  new RegExp(`${MICROSOFTS}\\s?に ping を送信しています \\[${NOWHERE}\\]`, 'gi'),
  new RegExp(`${MICROSOFTS} \\[${NOWHERE}\\]`, 'gi'),
  // a line of the hosts file that is in force
  new RegExp(`(?<![0-9.#:])(?<!# )(?<!: )${NOWHERE}\\s${MICROSOFTS}`, 'gi'),
];

/** Reads nslookup, ping, Test-NetConnection and lines of a hosts file: a name of Microsoft's that leads nowhere is filtered. */
export function readServerNames({ text }: Paste): readonly Found[] {
  const match = FILTERED.map((pattern) => text.matchAll(pattern).next().value).find((one) => one !== undefined);
  return match === undefined ? [] : [found('filter', 'yes', match)];
}
