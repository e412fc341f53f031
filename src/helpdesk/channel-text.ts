/** What an agent wrote for Kiku itself. */
export type DeskCommand =
  | { readonly kind: 'list'; readonly what: 'open' | 'mine' | 'overdue' }
  /** `name`: who is on call from now on; `null`: who is it? */
  | { readonly kind: 'on-call'; readonly name: string | null }
  | { readonly kind: 'withdraw' | 'restore'; readonly step: string }
  | { readonly kind: 'reports' }
  /** How Kiku itself is doing. */
  | { readonly kind: 'doctor' };

const COMMANDS: readonly (readonly [RegExp, (rest: string) => DeskCommand])[] = [
  [/^(?:my cases|mine|自分の(?:ケース|担当|分)|担当(?:中|分)?)$/iu, () => ({ kind: 'list', what: 'mine' })],
  [/^(?:open(?: cases)?|対応中(?:のケース)?|未対応(?:のケース)?|未解決(?:のケース)?|ケース一覧)$/iu, () => ({ kind: 'list', what: 'open' })],
  [/^(?:overdue(?: cases)?|期限(?:切れ|超過)(?:のケース)?|遅れ)$/iu, () => ({ kind: 'list', what: 'overdue' })],
  [/^(?:(?:who is )?on[ -]?call|当番(?:は誰(?:ですか)?)?)\??$/iu, () => ({ kind: 'on-call', name: null })],
  [/^(?:on[ -]?call|当番(?:は)?)[:： ]+@?(.+)$/iu, (name) => ({ kind: 'on-call', name: name.trim() })],
  [/^(?:withdraw|取り下げ|手順を取り下げ)[:： ]+([a-z0-9-]+)$/iu, (step) => ({ kind: 'withdraw', step: step.toLowerCase() })],
  [/^(?:restore|戻す|手順を戻す)[:： ]+([a-z0-9-]+)$/iu, (step) => ({ kind: 'restore', step: step.toLowerCase() })],
  [/^(?:reports?|報告(?:一覧)?)$/iu, () => ({ kind: 'reports' })],
  [/^(?:doctor|ドクター|(?:kiku ?の)?(?:稼働|動作)状況)$/iu, () => ({ kind: 'doctor' })],
];

/** The command that `text` is, in either language; `null`: none. */
export function deskCommand(text: string): DeskCommand | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/[.。!]$/u, '');
  for (const [pattern, make] of COMMANDS) {
    const found = pattern.exec(said);
    if (found !== null) return make(found[1] ?? '');
  }
  return null;
}

/** Whether something said in a case's thread is for colleagues only. */
export function isNote(text: string): boolean {
  return /^(?:\/\/|「メモ」|【メモ】|メモ[:： \n])/u.test(text.normalize('NFC').trim());
}

/** What is said in private to a case: `K7F3QX: please restart it`, with a colon also in small letters. `text` is empty when only the case is named. */
export function toCase(text: string): { readonly id: string; readonly text: string } | null {
  const [, id, said] = NAMED.exec(text) ?? NAMED_SMALL.exec(text) ?? [];
  return id === undefined ? null : { id: id.toUpperCase(), text: (said ?? '').trim() };
}

const NAMED = /^\s*([2-9A-HJ-NP-Z]{6})(?:\s*[:：]\s*|\s+|$)([\s\S]*)$/u;
/** Small letters are what a phone writes; without a colon they are a word like others. */
const NAMED_SMALL = /^\s*([2-9A-HJ-NP-Za-hj-np-z]{6})\s*[:：]\s*([\s\S]*)$/u;
