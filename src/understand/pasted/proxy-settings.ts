import { broken, type Found, found, type Paste } from './paste.ts';

const DIRECT = new RegExp(`Direct\\saccess\\s\\(no\\sproxy\\sserver\\)|${broken('直接アクセス(プロキシサーバーなし')}`, 'i');
/** A proxy that has a name; a script that names one counts too. */
const NAMED = [
  /Proxy\sServer\(s\)\s?:\s?(?!\(none\))[^\s:;]\S{0,200}/i,
  /プロキシ\s?サーバー\s?:\s?(?!\(?なし)[a-z0-9[][^\s]{0,200}/i,
  /(?<![a-z])InternetWebProxy ?:\s?(?:https?:\S{1,200}|\[name\])/i,
  /(?<![a-z])AutoConfigURL\sREG_(?:EXPAND_)?SZ\s[a-z]{3,5}:\S{1,200}/i,
  /(?<![a-z])ProxyEnable\sREG_DWORD\s0x1(?![0-9a-f])/i,
];

/** Reads `netsh winhttp show proxy`, `show advproxy`, `InternetWebProxy` of Exchange, and the proxy values of Internet Options in the registry. */
export function readProxySettings(paste: Paste): readonly Found[] {
  const { text } = paste;
  const named = NAMED.map((pattern) => pattern.exec(text)).find((match) => match !== null);
  if (named !== undefined) return [found('proxy', 'present', named)];
  const advanced = readAdvanced(paste);
  if (advanced.length > 0) return advanced;
  const direct = DIRECT.exec(text);
  return direct === null ? [] : [found('proxy', 'none', direct)];
}

/** `show advproxy` writes JSON. Where Windows looks for a proxy by itself, there may be one or none. */
function readAdvanced({ text }: Paste): readonly Found[] {
  const [proxy, script] = ['Proxy', 'AutoconfigUrl'].map((name) => new RegExp(`"${name}" ?:\\s?"([^"]{0,300})"`, 'i').exec(text));
  const named = [proxy, script].find((match) => (match?.[1] ?? '').trim() !== '');
  if (named !== undefined && named !== null) return [found('proxy', 'present', named)];
  const isComplete = proxy !== null && proxy !== undefined && script !== null && script !== undefined;
  return isComplete && /"AutoDetect" ?:\s?false/i.test(text) ? [found('proxy', 'none', proxy)] : [];
}
