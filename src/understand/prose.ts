/** Marks of quoting at the beginning of a line, one or several; rows of a table that end with the mark too are none. */
const QUOTED = /^[ \t]{0,8}(?:[>＞|][ \t]{0,4}){1,8}/;
const ROW = /^[ \t]{0,8}\|.{0,120}\|[ \t]{0,8}$/;
const LARGEST_DIALOG = 12;
/** What is said above a mail that is passed on. */
const PASSED_ON = /(?:下記|以下)の(?:件|通り|とおり|問い合わせ|お問い合わせ|メール|連絡|内容|ユーザー|者)/;
const LONGEST_LEAD = 200;
/** The same above quoted lines; who says that the answers stand there answers. */
const FORWARDED =
  /^[ \t]{0,8}(?:FWD?|Fwd?) ?:|(?<![a-z])(?:forward(?:ing|ed)|passing (?:this |it )?on)(?![a-z])|(?<![a-z])see (?:the (?:mail|message|report|ticket) )?below(?![a-z])|(?<![a-z])(?:user|colleague|customer|employee|client) (?:reports|reported|writes|wrote|says|said|sent)(?: (?:this|me this|us this))? ?:/i;
const ANSWERS = /(?<![a-z])(?:answers?|answered|repl(?:y|ies)|inline|comments?|tried|did|done|as you|you (?:said|asked|wrote|suggested))(?![a-z])/i;
/** What a dialog says of its code: who quotes it has it on the screen. */
const DIALOG =
  /^(?:(?:error ?|エラー ?)?(?:code|コード) ?[:：]|AADSTS[0-9]|0x[0-9a-f]{8}$|something went wrong|you (?:cannot|can't|can’t) access this|問題が発生しました)/i;

/**
 * Which lines the person wrote themselves: without quoted lines, the mail they answer and their signature. When nothing remains,
 * the quoted text is all there is, and all of it counts.
 */
export function ownLines(lines: readonly string[]): readonly boolean[] {
  if (passesOn(lines)) {
    const signature = lines.findIndex((line) => line.trim() === '--');
    return lines.map((line, index) => !SIGNED.test(line) && (signature < 0 || index < signature));
  }
  const isOwn: boolean[] = [];
  for (const [index, line] of lines.entries()) {
    if (/^On .{6,120} wrote:$/.test(line.trim()) && QUOTED.test(lines[index + 1] ?? '')) {
      // An answer may stand below what it answers.
      isOwn.push(false);
      continue;
    }
    if (endsMessage(line) || beginsMail(lines, index) || beginsSignature(lines, index)) break;
    isOwn.push(QUOTED.test(line) ? isInDialog(lines, index) : !SIGNED.test(line));
  }
  const hasWords = isOwn.some((own, index) => own && !QUOTED.test(lines[index] ?? '') && /[\p{L}\p{N}]/u.test(lines[index] ?? ''));
  return lines.map((_, index) => !hasWords || (isOwn[index] ?? false));
}

/** Who asks to see to what stands below (下記の件) says what it says, with the mail's own words; its head and its signature are nobody's. */
function passesOn(lines: readonly string[]): boolean {
  const mail = lines.findIndex((line, index) => endsMessage(line) || beginsMail(lines, index) || QUOTED.test(line));
  const lead = lines.slice(0, Math.max(0, mail)).map((line) => line.slice(0, LONGEST_LEAD));
  if (lines[mail]?.trim() === '--') return false;
  return lead.some((line) => PASSED_ON.test(line)) || (lead.some((line) => FORWARDED.test(line)) && !lead.some((line) => ANSWERS.test(line)));
}

const ASKS_WINDOWS = /windows[^?]{0,60}\?|(?:^|[^0-9.])(?:7|8|10|11) or (?:7|8|10|11)\?/i;
const ASKS_PLACE = /(?<![a-z])(?:home|office)(?![a-z])[^?]{0,60}\?/i;
const IS_NUMBER =
  /^([ \t]{0,8}(?:yes,? |ok,? )?(?:it'?s|it’s|it is|its|that'?s|i have|i'm on|on)? ?)(?=(?:11|10|8\.1|8|7)(?: ?(?:pro|home|enterprise))?(?:[,;!]|\.?[ \t]{0,8}$|\.[ \t]| and ))/i;
const IS_PLACE = /^[ \t]{0,8}(?:in |at |from )?(?:the )?(?=(?:office|home)[.!]?[ \t]{0,8}$)/i;

/** `line` with what it answers, where a quoted question stands right above it ("> Which Windows, 10 or 11?" and below it "10"). */
export function withItsQuestion(line: string, index: number, lines: readonly string[]): string {
  let above = index - 1;
  while (above >= 0 && index - above < 4 && lines[above]?.trim() === '') above -= 1;
  const asked: string[] = [];
  for (; asked.length < LARGEST_DIALOG && QUOTED.test(lines[above] ?? ''); above -= 1) asked.unshift(unquoted(lines[above] ?? ''));
  if (asked.length === 0 || QUOTED.test(line)) return line;
  const question = asked.join(' ');
  if (ASKS_WINDOWS.test(question) && /windows/i.test(question)) return line.replace(IS_NUMBER, '$1Windows ');
  return ASKS_PLACE.test(question) ? line.replace(IS_PLACE, 'at the ').replace(/^at the home/i, 'at home') : line;
}

/** Whether the quoted lines around this one are a dialog with its code. */
function isInDialog(lines: readonly string[], index: number): boolean {
  let [start, end] = [index, index];
  while (index - start < LARGEST_DIALOG && QUOTED.test(lines[start - 1] ?? '')) start -= 1;
  while (end - start < LARGEST_DIALOG && QUOTED.test(lines[end + 1] ?? '')) end += 1;
  return end - start < LARGEST_DIALOG && lines.slice(start, end + 1).some((line) => DIALOG.test(unquoted(line)));
}

/** A line without its marks of quoting. */
export function unquoted(line: string): string {
  return ROW.test(line) ? line : line.replace(QUOTED, '');
}

const SIGNED =
  /^[ \t]{0,8}(?:[^|\n]{0,60}\| ?)?(?:Sent from my |Get Outlook for |Sent from Outlook|iPhone ?から送信|iPad ?から送信|Android ?(?:版 Outlook )?から送信|Outlook for (?:iOS|Android) ?(?:を入手|から))/i;

function endsMessage(line: string): boolean {
  const trimmed = line.slice(0, 200).trim();
  return (
    trimmed === '--' ||
    /^-{2,8} ?(?:Original Message|Forwarded message|元のメッセージ|転送メッセージ)/i.test(trimmed) ||
    /^On .{6,120} wrote:$/.test(trimmed) ||
    /^(?:From|差出人)[:：] ?.{0,80}@/.test(trimmed) ||
    /^[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日.{0,80}[<＜][^<>＞]{1,80}@[^<>＞]{1,80}[>＞] ?[:：]?$/.test(trimmed)
  );
}

/** The head of another mail: who sent it, and right below when, to whom or about what. */
function beginsMail(lines: readonly string[], index: number): boolean {
  if (!/^[ \t*]{0,8}(?:From|差出人|送信者|送信元)\*? ?[:：]/i.test(lines[index] ?? '')) return false;
  return lines
    .slice(index + 1, index + 4)
    .some((line) => /^[ \t*]{0,8}(?:Sent|Date|To|Cc|Subject|送信日時|日時|日付|宛先|件名)\*? ?[:：]/i.test(line));
}

/** A ruled line with a name card below; one without may be a table that a command printed. */
function beginsSignature(lines: readonly string[], index: number): boolean {
  if (!/^[ \t]{0,8}([-=*_+~#‐―─━＝＊～〜◆◇■□☆★])\1{3,100}[ \t]{0,8}$/.test(lines[index] ?? '')) return false;
  return lines.slice(index + 1, index + 9).some((line) => NAME_CARD.test(line.slice(0, 200)));
}

const NAME_CARD =
  /(?:^|[^A-Za-z])(?:TEL|FAX|E-?mail|Phone|Mobile)[ \t]{0,4}[:：.]|(?:電話|内線|携帯|ＴＥＬ|ＦＡＸ)[ \t　]{0,4}[:：]?[ \t　]{0,4}[0-9０-９(]|〒|株式会社|有限会社|合同会社/i;
