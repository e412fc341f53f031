import type { Actor, Stage } from '../conversations/stage.ts';

/** A message as Kiku posted it, before anything replaced it. */
export interface Posted {
  readonly at: number;
  readonly words: string;
  /** Everything in it, with the names of its intake and its card. The same twice is a double. */
  readonly content: string;
}

/** As JSON with sorted keys: the database gives them back in an order of its own. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  );
}

/** Writes down every message that reaches somebody. */
export class PostedMessages {
  readonly #all = new Map<string, Posted[]>();
  readonly end: () => void;

  constructor(stage: Stage) {
    this.end = stage.teams.conversations.subscribe((event) => {
      if (event.kind !== 'entry' || event.entry.from !== 'kiku' || event.entry.revision !== 1) return;
      const { at, activity } = event.entry;
      const posted = { at, words: activity.summary ?? activity.text ?? '', content: inOrder([activity.text, activity.attachments]) };
      this.#all.set(event.conversation, [...(this.#all.get(event.conversation) ?? []), posted]);
    });
  }

  to(actor: Actor): readonly Posted[] {
    return this.#all.get(actor.person.key) ?? [];
  }

  /** Each message once, by its words. */
  words(actor: Actor): readonly string[] {
    return [...new Map(this.to(actor).map(({ content, words }) => [content, words])).values()];
  }

  /** Each message that came although it had come before, and when that was. */
  doubles(actor: Actor): readonly { readonly first: number; readonly again: number }[] {
    const seen = new Map<string, number>();
    return this.to(actor).flatMap(({ at, content }) => {
      const first = seen.get(content);
      seen.set(content, at);
      return first === undefined ? [] : [{ first, again: at }];
    });
  }
}
