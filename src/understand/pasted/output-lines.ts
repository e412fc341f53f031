import { FIELDS, SHARED_FIELDS } from './field-names.ts';

/** Lines that nobody writes by hand: prompts, commands, keys, rules, errors of the command line. */
const OUTPUT: readonly RegExp[] = [
  // a prompt, with what was typed at it
  /^(?:PS )?[a-z]:\\[^<>|"]{0,160}>/i,
  /^\S{1,40}@\S{1,60} .{0,60}[%$#](?: |$)/,
  // a command and nothing else
  /^(?:sudo )?(?:dsregcmd(?:\.exe)?(?: \/\w+){1,3}|netsh (?:winhttp|winsock|int|trace) [\w ="]{3,80}|ipconfig(?: \/\w+)?|ver|winver|systeminfo|sw_vers|gpresult \/.{1,60}|gpupdate.{0,20})$/i,
  /^(?:sudo )?(?:reg(?:\.exe)? (?:query|add|export|delete) "?HK|(?:nslookup|ping|telnet|tracert|pathping|tnc|test-netconnection|test-connection|resolve-dnsname) \S{3,80}(?: -\w.{0,80})?$|wmic (?:datafile|os|qfe)|attrib (?:[-+]\w )*"?[%a-z]|(?:findstr|grep) [-/"]|curl(?:\.exe)? (?:-|https?:)|certutil -)/i,
  /^(?:Get|Test|Invoke|Enable|Disable|Add|Resolve|Set)-[A-Z][a-z]+[A-Z][A-Za-z]{1,30}(?: -| \||$| [a-z]+\.[a-z.]+$| Microsoft\.)|^(?:Invoke-WebRequest|Get-HotFix|iwr|irm) |^\(?Get-Item(?:Property)? |^\[System\.Environment\]::|^\[Environment\]::/i,
  // registry
  /^HK(?:EY_|LM\\|CU\\)|(?:^| )REG_(?:DWORD|SZ|EXPAND_SZ|BINARY|MULTI_SZ)(?: |$)|^"[A-Za-z]{3,40}"=|^(?:ERROR|エラー): (?:The system was unable to find|指定されたレジストリ)|^Windows Registry Editor|^\[HKEY_|^"?DefaultSecureProtocols"?(?: REG_| ?=(?!.{0,200}[ぁ-ん])|$)|^End of search|^The operation completed successfully|^この操作を正しく終了しました/i,
  // rules, headings and braces
  /^[+|][-\s|+]{3,}|^\|.{0,90}\|$|^-{3,}(?: -{2,})*$|^[{}],?$|^"(?:Proxy|ProxyBypass|AutoconfigUrl|AutoDetect)" ?:|^\[[0-9]{2}\]:/i,
  /^Windows IP (?:Configuration|構成)|^(?:Ethernet|Wireless LAN|PPP|Tunnel|Unknown|Bluetooth|Mobile Broadband)[\w ]{0,20} adapter .{1,80}:?$|^.{2,30} ?アダプター .{1,60}:$/i,
  /(?: \.){3} ?:|(?:\. ){3}\.?:/,
  // Windows about itself
  /^Microsoft Windows(?: Server)?(?:$| \[)|^(?:microsoft )?windows \[|^(?:©|\(c\)|Copyright)(?: |\().{0,40}Microsoft|^Microsoft Corporation|^(?:Version|バージョン) \S{3,5} \((?:OS )?(?:Build|ビルド) |^Platform ServicePack|^Win32NT /i,
  /WinHTTP.{0,20}(?:proxy settings|プロキシ設定):?$|^Major Minor Build|proxy server\)\.?$|^直接アクセス ?\(|^Direct access \(/i,
  /^(?:OS (?:build|ビルド) [0-9.]{4,14}$|(?:Device ID|デバイス ID|Product ID|プロダクト ID|Device name|デバイス名|Installed RAM|実装 RAM|Processor|プロセッサ|System type|システムの種類|Pen and touch|ペンとタッチ|Installed on|インストール日|Experience|エクスペリエンス)(?: |$))/i,
  /^(?:状態|Status): ?(?:メディアは|Media disconnected)|^メディアは接続されて|^(?:て)?いません$/i,
  // tables and lists of PowerShell, and its errors
  /^TLS_(?![A-Z0-9_]{1,80} ?(?:系|しか|(?:が|は|も)?(?:一覧|リスト|ちゃんと|含|あり|入|載|有効|無効|確認|見つ|残|表示|出)))|^KeyType |TLS_[A-Z0-9_]{6,80}(?:…|\.\.\.)?$|^\S{1,63} (?:Security Update|Update|Hotfix) KB[0-9]{6,7}(?: |$)|^KB[0-9]{6,7} [A-Z0-9-]{2,15}\\|^Source Description HotFixID|^ProductVersion FileVersion|^[0-9]{1,4}(?:\.[0-9]{1,5}){3} [0-9]{1,4}(?:\.[0-9]{1,5}){3}|\\System32\\\w{2,30}\.dll$|^(?:Source|PSComputerName) .{0,60}HotFixID|(?:^| )KB[0-9]{6,7} .{0,60}[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{2,4}(?: |$)/i,
  /^\+ (?:CategoryInfo|FullyQualifiedErrorId|[A-Z~])|^(?:At line:|発生場所 行:)|^(?:WARNING|警告): (?:TCP connect|Ping to|Name resolution|Waiting)|^(?:Get|Test|Invoke|Resolve|Enable)-[A-Za-z]{3,30} ?: /i,
  // nslookup, ping
  /^(?:Non-authoritative answer|権限のない回答):?$|^\*\*\* |\*\*\* \S{1,80} can't find |: Non-existent domain|^DNS request timed out|^timeout was |^(?:Pinging|Reply from|Request timed out|Ping statistics)|^[0-9.]{7,15} からの応答|に ping を送信しています/i,
  // a certificate
  /^(?:共通名|組織|組織単位|部門|Common Name|Organization|Organizational Unit) \((?:CN|O|OU)\)/i,
  // curl
  /^[*<] |^> (?:GET|HEAD|POST|CONNECT|Host:|User-Agent:|Accept:)|^curl: \([0-9]+\)|^(?:HTTP\/[0-9.]+ [0-9]{3}|[A-Z][a-z]+(?:-[A-Z][a-z]+)+: )/,
  // hosts file, addresses, attrib
  /^#? ?(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?: [a-z0-9.-]{3,80}){0,3}(?: #.{0,60})?$|^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:%\d+)?(?:\([A-Za-z優先]+\))?$/i,
  /^(?:[ASHRIOPUVXNL] ){0,12}[ASHRIOPUVXNL]? ?[a-z]:\\(?:Users|Windows|Program)/,
  /^(?:[ASHRIOPUVXNL] ){1,12}[A-Za-z]:\\/,
];

/** The letters of `attrib`, alone or with the path behind them, and the end of a path. */
const ATTRIBUTES = /^(?:[ASHRIOPUVXNL] ){0,8}[ASHRIOPUVXNL]$/;
const ATTRIBUTED = /^(?:[ASHRIOPUVXNL] ){1,9}[A-Za-z]:\\/;
const DRIVE = /^[A-Za-z]:\\/;
const FILE = /\.[A-Za-z0-9]{2,5}$/;
/** In so many lines a path ends. */
const LONGEST_PATH = 9;

/** A table of wmic: a heading, then bare versions. */
const BARE_VERSION = /^[0-9]{1,4}(?:\.[0-9]{1,5}){3}$/;

/** Behind a command: its own complaint, not the error of the app. */
const REFUSED = /^(?:ERROR|エラー|INFO|情報|WARNING|警告): (?!.{0,80}(?:0x|aadsts))/i;

/** Which lines a command printed, or a prompt it was typed at: their words are not the person's. */
export function outputLines(lines: readonly string[]): readonly boolean[] {
  const widest = lines.reduce((width, line) => Math.max(width, line.length), 0);
  const isOutput = lines.map((line) => OUTPUT.some((pattern) => pattern.test(line)) || hasField(line, FIELDS));
  const inPath = brokenPaths(lines);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (isOutput[index] || line === '') continue;
    const last = lines[index - 1] === '' ? index - 2 : index - 1;
    const next = lines[index + 1] === '' ? index + 2 : index + 1;
    const before = lines[last] ?? '';
    const isBehind = last === index - 1 && isOutput[last] === true;
    if (BARE_VERSION.test(line) && /^version$/i.test(before)) isOutput[index] = isOutput[last] = true;
    else if (hasField(line, SHARED_FIELDS) && (isOutput[last] === true || isOutput[next] === true)) isOutput[index] = true;
    else if (isBehind && (REFUSED.test(line) || isWrapped(before, line, widest))) isOutput[index] = true;
  }
  return isOutput.map((is, index) => is || inPath.has(index));
}

/** The rest of a path that `attrib` printed, and that a chat has broken into lines of words: as far as the name of the file ends. */
function brokenPaths(lines: readonly string[]): ReadonlySet<number> {
  const filled = lines.flatMap((line, index) => (line === '' ? [] : [{ line, index }]));
  const inPath = new Set<number>();
  for (const [at, { line }] of filled.entries()) {
    const isRow = ATTRIBUTES.test(line) && DRIVE.test(filled[at + 1]?.line ?? '');
    if (!isRow && !ATTRIBUTED.test(line)) continue;
    const rest = filled.slice(isRow ? at + 1 : at, at + LONGEST_PATH);
    const end = rest.findIndex((part, after) => FILE.test(part.line) || (after > 0 && (ATTRIBUTED.test(part.line) || ATTRIBUTES.test(part.line))));
    const isFile = end >= 0 && FILE.test(rest[end]?.line ?? '');
    for (const { index } of filled.slice(at, isRow ? at + 2 : at + 1)) inPath.add(index);
    if (isFile) for (const { index } of rest.slice(0, end + 1)) inPath.add(index);
  }
  return inPath;
}

function hasField(line: string, names: ReadonlySet<string>): boolean {
  const colon = line.indexOf(':');
  if (colon <= 0 || colon > 70) return false;
  return names.has(
    line
      .slice(0, colon)
      .replace(/[ .]{1,70}$/, '')
      .toLowerCase(),
  );
}

/** The rest of a line that a chat has broken: its first word would hardly have fitted, or it is a piece of a path or a number. */
function isWrapped(before: string, line: string, widest: number): boolean {
  const isOneWord = !line.includes(' ');
  if (isOneWord && (/[\\_/=]/.test(line) || before.endsWith(':') || before.endsWith('_'))) return true;
  if (line.includes('\\') && before.includes('\\')) return true;
  const word = isOneWord ? line.length : line.indexOf(' ');
  return widest >= 30 && widest <= 120 && before.length + 1 + word >= widest - 1;
}
