import { randomUUID } from 'node:crypto';
import { actionsIn, type CardAction, inputsIn } from './actions.ts';
import { type Activity, cardsOf } from './activity.ts';
import type { BotAnswer } from './bot-door.ts';
import { messageActivity } from './compose.ts';
import type { Entry } from './conversations.ts';
import type { LocalPerson } from './people.ts';
import type { LocalTeams } from './start.ts';
import type { TapResult } from './tap-result.ts';

/** Which action of a card is meant: its title, or a look at the whole action. */
export type ActionMatcher = string | ((action: CardAction) => boolean);

/** Plays people in the local Teams, for tests and benchmarks. Nothing here waits unless asked to. */
export class LocalTeamsClient {
  readonly #teams: LocalTeams;

  constructor(teams: LocalTeams) {
    this.#teams = teams;
  }

  /** Writes a message; resolves with its entry when Kiku has answered the request, or did not. */
  say(person: LocalPerson, text: string): Promise<Entry> {
    return this.#teams.acts.say(person, text);
  }

  /** Edits an own message. */
  async edit(person: LocalPerson, id: string, text: string): Promise<Entry> {
    return found(await this.#teams.acts.edit(person, id, text), `${person.name} wrote no message ${id}.`);
  }

  /** Deletes an own message. */
  async unsay(person: LocalPerson, id: string): Promise<Entry> {
    return found(await this.#teams.acts.unsay(person, id), `${person.name} wrote no message ${id}.`);
  }

  /** Presses the first action that matches on the card of message `id`, as this person sees it. Rejects when there is none. */
  async tap(person: LocalPerson, id: string, matcher: ActionMatcher, inputs: Readonly<Record<string, string>> = {}): Promise<TapResult> {
    const cards = this.cards(person, id);
    const isWanted = typeof matcher === 'string' ? (action: CardAction) => action.title === matcher : matcher;
    const all = actionsIn(cards);
    const action = found(all.find(isWanted), `The card has no such action; it has: ${all.map(({ title }) => title).join(', ')}.`);
    const result = await this.#teams.acts.tap(person, person.key, { id, action, inputs: { ...inputsIn(cards), ...inputs } });
    return found(result, `There is no message ${id}.`);
  }

  /** What this person has in the private chat, in order. */
  transcript(person: LocalPerson): readonly Entry[] {
    return this.#teams.conversations.read(person.key).entries;
  }

  /** The cards of a message as this person sees them, with what an answer put in place. */
  cards(person: LocalPerson, id: string): readonly Readonly<Record<string, unknown>>[] {
    const entry = found(this.#teams.conversations.find(person.key, id), `There is no message ${id}.`);
    const inPlace = entry.inPlace[person.key];
    return inPlace === undefined ? cardsOf(entry.activity) : [inPlace];
  }

  /** Sends a message of this person to Kiku once more, as Teams does after 15 s: with the same id, or as a new one. */
  async redeliver(person: LocalPerson, id: string, of: { readonly hasNewId?: boolean } = {}): Promise<BotAnswer> {
    const entry = found(this.#teams.conversations.find(person.key, id), `There is no message ${id}.`);
    return this.#teams.acts.post(of.hasNewId === true ? { ...entry.activity, id: this.#teams.conversations.nextId() } : entry.activity);
  }

  /** Posts an activity that no client would send. What is not given is as in a message of this person. */
  post(person: LocalPerson, activity: Readonly<Record<string, unknown>>): Promise<BotAnswer> {
    return this.#teams.acts.post({ ...this.activity(person, ''), ...activity });
  }

  /** The activity that Teams would send for this text, not sent. */
  activity(person: LocalPerson, text: string): Activity {
    const where = { person, channel: null, serviceUrl: this.#teams.serviceUrl };
    return { ...messageActivity(where, { id: this.#teams.conversations.nextId(), at: Date.now(), text }), correlationId: randomUUID() };
  }

  /** Resolves with what `predicate` finds in the transcript, at once or at a later change. Rejects after `timeoutMs`. */
  waitFor<T>(person: LocalPerson, predicate: (transcript: readonly Entry[]) => T | null | undefined | false, timeoutMs: number): Promise<T> {
    const first = predicate(this.transcript(person));
    if (first) return Promise.resolve(first);
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer);
        unsubscribe();
        settle();
      };
      const timer = setTimeout(() => {
        const said = this.transcript(person).map((entry) => `${entry.from}: ${entry.activity.text ?? entry.activity.summary ?? entry.activity.type}`);
        end(() => reject(new Error(`Waited ${timeoutMs} ms in vain. So far:\n${said.join('\n')}`)));
      }, timeoutMs);
      const unsubscribe = this.#teams.conversations.subscribe((event) => {
        if (event.conversation !== person.key) return;
        try {
          const hit = predicate(this.transcript(person));
          if (hit) end(() => resolve(hit));
        } catch (error) {
          end(() => reject(error instanceof Error ? error : new Error(String(error))));
        }
      });
    });
  }
}

function found<T>(value: T | null | undefined, sentence: string): T {
  if (value === null || value === undefined) throw new Error(sentence);
  return value;
}
