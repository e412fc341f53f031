import { asObject, CARD } from './activity.ts';
import type { BotAnswer } from './bot-door.ts';

/** How a tap ended for the one who tapped. */
export type TapResult =
  | { readonly kind: 'card'; readonly card: Readonly<Record<string, unknown>> }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'sent' }
  | { readonly kind: 'error'; readonly status: number; readonly text: string };

/** What Kiku's answer to a tap means. */
export function tapResult(answer: BotAnswer): TapResult {
  if (answer.kind === 'silent') return { kind: 'error', status: 504, text: '' };
  const body = asObject(answer.body);
  const status = typeof body?.statusCode === 'number' ? body.statusCode : answer.status;
  const value = body?.value;
  if (answer.status === 200 && status === 200) {
    const card = asObject(value);
    if (body?.type === CARD && card !== null) return { kind: 'card', card };
    if (body?.type === 'application/vnd.microsoft.activity.message') return { kind: 'message', text: String(value) };
    if (body === null || value === undefined || value === null) return { kind: 'sent' };
  }
  const message = asObject(value)?.message;
  return { kind: 'error', status, text: typeof message === 'string' ? message : '' };
}
