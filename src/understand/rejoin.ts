/** How wide a window is that breaks lines. */
const WINDOW = { narrowest: 20, widest: 200 };
/** What begins a line of its own: a field, an item of a list, a rule, a row, a command. */
const BEGINS =
  /^[ \t>|]{0,60}(?:$|[\p{L}"][\p{L}\p{N} ()"-]{1,40}[ .]{0,40}[:：](?![\\/])|TLS_|HK|KB[0-9]|[-+|=]{3}|[*•・] |\p{Lu}:\\|0x|(?:PS )?[A-Za-z]:\\[^<>|"]{0,160}>)/u;
const RULE = /^[-+|= >]{3}|^[> ]{0,8}\|.{0,200}\|$/;

/** The text as it was before a window of fixed width broke its lines at its very edge, `fewest` times or more; `null` when none did. */
export function rejoined(text: string, fewest: number): string | null {
  if (!text.includes('\n')) return null;
  const lines = text.split(/\r?\n/);
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0);
  if (width < WINDOW.narrowest || width > WINDOW.widest) return null;
  const isRest = lines.map((line, index) => {
    const before = lines[index - 1];
    return before?.length === width && !RULE.test(before) && !BEGINS.test(line);
  });
  if (isRest.filter(Boolean).length < fewest) return null;
  const isQuoted = lines.every((line) => line === '' || /^[>|]/.test(line));
  return lines
    .map((line, index) => {
      if (isRest[index] !== true) return index === 0 ? line : `\n${line}`;
      return isQuoted ? line.replace(/^(?:[>|] ?){1,4}/, '') : line;
    })
    .join('');
}
