import { z } from 'zod';
import type { Mention as Named } from '../messages.ts';

const mention = z.object({
  type: z.literal('mention'),
  mentioned: z.object({ id: z.string(), name: z.string().nullish() }),
});

interface Mention {
  readonly name: string;
  readonly isBot: boolean;
  isUsed: boolean;
}

// Bounded, so that a text of nothing but open tags costs no more than any other.
const TAG = /<at\b[^<>]{0,200}>([^<]{0,300})<\/at>(&nbsp;|[ \u00a0])?/gi;
// Everything of Unicode's Cc but tab and line feed.
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the point
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * What a person wrote, as plain text: without the mentions of the bot, other people's mentions as their names, no `&nbsp;`, no control
 * characters but tab and line feed.
 */
export function spokenText(
  text: string | null | undefined,
  bot: { readonly id: string; readonly name: string },
  entities: readonly unknown[],
): string {
  if (text === null || text === undefined || text === '') return '';
  return plain(text.includes('<') ? nameMentions(text, bot, entities) : text).trim();
}

/** Who is named in a message, each once: whether the bot is, and the others. */
export function mentionsIn(entities: readonly unknown[], bot: string): { readonly isBotNamed: boolean; readonly others: readonly Named[] } {
  const named = new Map<string, string>();
  for (const entity of entities) {
    const { data } = mention.safeParse(entity);
    if (data !== undefined) named.set(data.mentioned.id, plain(data.mentioned.name ?? '').trim());
  }
  const others = [...named].map(([id, name]) => ({ id, name })).filter(({ id }) => id !== bot);
  return { isBotNamed: named.has(bot), others };
}

/** One line or more of foreign text, safe to store and show. */
export function plain(text: string): string {
  return text.replaceAll('&nbsp;', ' ').replaceAll('\u00a0', ' ').replace(/\r\n?/g, '\n').replace(CONTROL, '').toWellFormed();
}

/** Tags and mention entities stand in the same order, which tells a person from a bot of the same name. */
function nameMentions(text: string, bot: { readonly id: string; readonly name: string }, entities: readonly unknown[]): string {
  const mentions = entities.flatMap((entity) => toMention(entity, bot));

  return text.replace(TAG, (_tag, inner: string, space: string | undefined, at: number) => {
    const name = comparable(inner);
    const same = mentions.filter((candidate) => candidate.name === name);
    const next = same.find((candidate) => !candidate.isUsed) ?? same[0];
    if (next !== undefined) next.isUsed = true;
    const isBot = next?.isBot ?? name === comparable(bot.name);
    if (!isBot) return `${inner}${space ?? ''}`;
    return at > 0 && !/\s/.test(text.charAt(at - 1)) ? ' ' : '';
  });
}

function toMention(entity: unknown, bot: { readonly id: string; readonly name: string }): Mention[] {
  const parsed = mention.safeParse(entity);
  if (!parsed.success) return [];
  const { id, name } = parsed.data.mentioned;
  return [{ name: comparable(name ?? (id === bot.id ? bot.name : '')), isBot: id === bot.id, isUsed: false }];
}

function comparable(name: string): string {
  return plain(name).replace(/\s+/g, ' ').trim().toLowerCase();
}
