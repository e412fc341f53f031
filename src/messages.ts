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

/** What is said: a card with its text for the notification, or Markdown text. */
export type Message =
  | { readonly kind: 'card'; readonly card: Readonly<Record<string, unknown>>; readonly summary: string }
  | { readonly kind: 'text'; readonly text: string };
