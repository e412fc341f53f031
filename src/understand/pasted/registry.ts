import { broken, type Found, found, type Paste } from './paste.ts';

const VALUE =
  /DefaultSecureProtocols"?\s?(?:REG_DWORD\s0x([0-9a-f]{1,8})(?![0-9a-f])|[:=]? ?0x([0-9a-f]{1,8})(?![0-9a-f])|= ?dword:([0-9a-f]{8})|(?::\s|=\s?(?=[0-9]{4}))([0-9]{1,5})(?![0-9a-z.])|['"]?\)?\n(?:-{3,60}\n)?([0-9]{1,5})(?=\n|$))/gi;
const NOT_THERE = new RegExp(
  `unable\\sto\\sfind\\sthe\\sspecified\\sregistry\\s(?:key\\sor\\s)?value|${broken('指定されたレジストリキーまたは値が見つかりません')}`,
  'gi',
);
/** A chat may break the name itself. */
const ASKED_FOR = /\/v\s"?([a-z\n]{3,40})/gi;
const NO_PROPERTY = /Property\sDefaultSecureProtocols\sdoes\snot\sexist|プロパティ\s?DefaultSecureProtocols\s?(?:は|が)/i;
const SCHANNEL =
  /(HKEY_)|TLS\s1\.2\\\s?(Client|Server)|(?<![a-z])(Enabled|DisabledByDefault)"?(?:\sREG_DWORD\s0x|=dword:)([0-9a-f]{1,8})(?![0-9a-f])/gi;
/** How PowerShell lists them: the key comes behind its values. */
const LISTED =
  /(?<![a-z])(Enabled|DisabledByDefault) ?: ([0-9]{1,10})\s(?:(Enabled|DisabledByDefault) ?: ([0-9]{1,10})\s)?PSPath ?:[^:]{0,60}::?[^:]{0,160}TLS\s1\.2\\\s?Client/i;

/** Reads `reg query` of DefaultSecureProtocols (and how PowerShell and .reg files write it) and of Schannel's TLS 1.2. */
export function readRegistry(paste: Paste): readonly Found[] {
  return [...readProtocols(paste), ...readSchannel(paste)];
}

/** One value, however often; two that differ contradict each other. */
function readProtocols({ text }: Paste): readonly Found[] {
  const all = [...text.matchAll(VALUE)].map((match) => found('default-secure-protocols', hexOf(match), match));
  if (all.length > 0) return all.every((one) => one.value === all[0]?.value) ? all.slice(0, 1) : [];
  const property = NO_PROPERTY.exec(text);
  if (property !== null) return [found('default-secure-protocols', 'absent', property)];
  const asked = [...text.matchAll(ASKED_FOR)];
  const missing = [...text.matchAll(NOT_THERE)].find((match) => {
    const name = asked.findLast((one) => one.index < match.index)?.[1];
    return name?.replaceAll('\n', '').toLowerCase().startsWith('defaultsecureprotocols') ?? false;
  });
  return missing === undefined ? [] : [found('default-secure-protocols', 'absent', missing)];
}

function hexOf([, registered, written, exported, listed, alone]: RegExpMatchArray): string {
  const decimal = listed ?? alone;
  const value = decimal === undefined ? Number.parseInt(registered ?? written ?? exported ?? '0', 16) : Number(decimal);
  return `0x${value.toString(16)}`;
}

/** Only the client's side; the server's says nothing about connecting to Microsoft 365. */
function readSchannel({ text }: Paste): readonly Found[] {
  let side = '';
  const client = new Map<string, RegExpMatchArray>();
  for (const match of text.matchAll(SCHANNEL)) {
    if (match[1] !== undefined) side = '';
    else if (match[2] !== undefined) side = match[2].toLowerCase();
    else if (side === 'client') client.set((match[3] ?? '').toLowerCase(), match);
  }
  const listed = LISTED.exec(text);
  if (listed !== null) for (const at of [1, 3]) if (listed[at] !== undefined) client.set(listed[at].toLowerCase(), asRow(listed, at));
  const [enabled, disabled] = [client.get('enabled'), client.get('disabledbydefault')];
  const isZero = (match: RegExpMatchArray | undefined) => (match === undefined ? null : /^0+$/.test(match[4] ?? ''));
  if (enabled !== undefined && isZero(enabled) === true) return [found('tls', '1.2-off', enabled)];
  if (disabled !== undefined && isZero(disabled) === false) return [found('tls', '1.2-off', disabled)];
  return enabled !== undefined && disabled !== undefined ? [found('tls', '1.2-on', enabled)] : [];
}

/** One value of a list as if it stood in a row of its own. */
function asRow(listed: RegExpExecArray, at: number): RegExpMatchArray {
  const [name = '', value = ''] = [listed[at], listed[at + 1]];
  return [`${name} : ${value}`, '', '', name, value];
}
