/** The languages Kiku speaks. */
export type Language = 'en' | 'ja';

/** Words in every language. */
export type Text = Readonly<Record<Language, string>>;

/** Where a reply goes. Plain JSON; only `teams/` looks inside beyond `conversation`. */
export interface Address {
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly tenant: string;
  readonly bot: { readonly id: string; readonly name: string };
}

/** One person in one tenant. `id` is the Entra object id, or the channel's own id where there is none. */
export interface PersonKey {
  readonly tenant: string;
  readonly id: string;
}

/**
 * What is said: a card with its text for the notification, Markdown text, or a picture with Markdown text above it, which may be empty. A picture's
 * `url` is a `data:` address that holds it. Whoever is in `mentions` is told: the text names them as `<at>name</at>`, letter by letter.
 */
export type Message =
  | { readonly kind: 'card'; readonly card: Readonly<Record<string, unknown>>; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string; readonly mentions?: readonly Mention[] }
  | { readonly kind: 'picture'; readonly text: string; readonly name: string; readonly contentType: string; readonly url: string };

/** Something sent along with a message; only a reference. */
export interface SentFile {
  readonly name: string;
  /** `picture`: pasted into the message, readable with the bot's token. `file`: stored where the sender keeps it. */
  readonly kind: 'picture' | 'file';
  /** Of a picture: where the bot reads it. Of a file: the link that opens it for whoever is allowed. Empty when Teams does not say. */
  readonly url: string;
  readonly contentType: string;
}

/** Somebody named with `@` in a message. `id` is the channel's own, `29:…`. */
export interface Mention {
  readonly id: string;
  readonly name: string;
}
