/** The digits of a code as it was written, without prefix and gaps, and with zeros for the letter O. */
export function digitsOf(written: string): string {
  return zeroed(withoutPrefix(written));
}

/** A code as it was written, without prefix and gaps. */
export function withoutPrefix(written: string): string {
  return written.replace(/[ -]/g, '').replace(/^[0o][x\u00d7*]/, '');
}

/** The letter O is a zero: no code has one. */
export function zeroed(digits: string): string {
  return digits.replaceAll('o', '0');
}

/** Whether the text calls the number a code, is nothing but it, or (`isAsked`) is a short answer to the question for the code. */
export function isCalledCode(match: RegExpExecArray, isAsked: boolean): boolean {
  return match.input.trim() === match[0].trim() || (isAsked && match.input.length <= SHORT_ANSWER) || isAnnounced(match);
}

/** Whether the words before the number say that it is a code. */
export function isAnnounced({ input, index }: RegExpExecArray): boolean {
  return /(?:error|code|err|stop|hresult|failed with|エラー|コード)[^0-9a-z\n]{0,12}(?:is |was |code[: ]{0,2}|no\.? ?)?$/.test(
    input.slice(Math.max(0, index - 40), index),
  );
}

const SHORT_ANSWER = 60;
