/**
 * What the person wrote themselves: without quoted lines, the mail they answer and their signature. When nothing remains,
 * the quoted text is all there is, and it is read.
 */
export function ownWords(raw: string): string {
  const own: string[] = [];
  for (const line of raw.split(/\r\n|\r|\n/)) {
    if (endsMessage(line)) break;
    if (!/^[ \t]{0,8}[>＞|]/.test(line) && !SIGNED.test(line)) own.push(line);
  }
  const words = own.join('\n');
  return /[\p{L}\p{N}]/u.test(words) ? words : raw;
}

const SIGNED =
  /^[ \t]{0,8}(?:Sent from my |Get Outlook for |Sent from Outlook|iPhone ?から送信|iPad ?から送信|Android ?(?:版 Outlook )?から送信|Outlook for (?:iOS|Android) ?(?:を入手|から))/i;

function endsMessage(line: string): boolean {
  const trimmed = line.slice(0, 200).trim();
  return (
    trimmed === '--' ||
    /^-{2,8} ?(?:Original Message|Forwarded message|元のメッセージ|転送メッセージ)/i.test(trimmed) ||
    /^On .{6,120} wrote:$/.test(trimmed) ||
    /^(?:From|差出人)[:：] ?.{0,80}@/.test(trimmed)
  );
}
