import { actionsIn, inputsIn } from '../../src/local/teams/actions.ts';
import { cardsOf } from '../../src/local/teams/activity.ts';
import type { Entry } from '../../src/local/teams/conversations.ts';
import type { SentFile } from '../../src/local/teams/files.ts';
import { CAST, type LocalPerson } from '../../src/local/teams/people.ts';
import type { Stage } from './stage.ts';

const WAIT_MS = 20_000;

/** Somebody of the cast, who may be in the channel. */
export function castMember(stage: Stage, key: string): LocalPerson {
  const person = CAST.find((one) => one.key === key);
  if (person === undefined) throw new Error(`Nobody of the cast is called ${key}.`);
  stage.teams.places.add(person);
  return person;
}

/** A channel of the team, the first unless said, as whoever is in it uses it. */
export class Channel {
  readonly #stage: Stage;

  readonly #key: string;

  constructor(stage: Stage, key = stage.teams.places.channel.key) {
    this.#stage = stage;
    this.#key = key;
  }

  /** By which the connector knows it. */
  get id(): string {
    return this.#stage.teams.places.channelOf(this.#key)?.id ?? '';
  }

  /** Begins a thread, unless one is named. */
  say(person: LocalPerson, text: string, thread: string | null = null): Promise<Entry> {
    return this.#stage.teams.acts.sayInChannel(person, text, thread, [], this.#key);
  }

  /** What Kiku wrote there, oldest first. */
  entries(): readonly Entry[] {
    return this.#stage.teams.conversations.read(this.#key).entries.filter((entry) => entry.from === 'kiku');
  }

  /** Everything that can be read there. */
  text(): string {
    return this.entries()
      .map((entry) => `${entry.activity.text ?? ''}${JSON.stringify(cardsOf(entry.activity))}`)
      .join('\n');
  }

  /** Writes in the thread of a case. */
  answer(person: LocalPerson, id: string, text: string, files: readonly SentFile[] = []): Promise<Entry> {
    return this.#stage.teams.acts.sayInChannel(person, text, this.#caseEntry(id).thread, files, this.#key);
  }

  edit(person: LocalPerson, entry: Entry, text: string): Promise<Entry | null> {
    return this.#stage.teams.acts.edit(person, entry.id, text, this.#key);
  }

  unsay(person: LocalPerson, entry: Entry): Promise<Entry | null> {
    return this.#stage.teams.acts.unsay(person, entry.id, this.#key);
  }

  /** The card of a case as it is now, as JSON. */
  card(id: string): string {
    return JSON.stringify(cardsOf(this.#caseEntry(id).activity));
  }

  /** Waits until the card of a case reads so: words go before it. */
  async cardReads(id: string, text: string): Promise<void> {
    const end = Date.now() + WAIT_MS;
    while (!this.card(id).includes(text)) {
      if (Date.now() > end) throw new Error(`Waited in vain for ${text} on the card of ${id}: ${this.card(id).slice(0, 2_000)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The thread of a case's card. */
  thread(id: string): string | null {
    return this.#caseEntry(id).thread;
  }

  #caseEntry(id: string): Entry {
    const entry = this.entries().findLast((one) => one.activity.summary?.includes(id) === true);
    if (entry === undefined) throw new Error(`No card of case ${id} stands in the channel. So far: ${this.text().slice(0, 2_000)}`);
    return entry;
  }

  /** Presses the newest action whose data fit; resolves with what came of it. */
  async tap(person: LocalPerson, wanted: Readonly<Record<string, unknown>>, inputs: Readonly<Record<string, string>> = {}) {
    for (const entry of this.entries().toReversed()) {
      const cards = cardsOf(entry.activity);
      const action = actionsIn(cards).find(({ data }) => Object.entries(wanted).every(([name, value]) => data[name] === value));
      if (action !== undefined)
        return this.#stage.teams.acts.tap(person, this.#key, { id: entry.id, action, inputs: { ...inputsIn(cards), ...inputs } });
    }
    throw new Error(`No action fits ${JSON.stringify(wanted)}. So far: ${this.text().slice(0, 2_000)}`);
  }

  /** Waits until the channel reads so. */
  async reads(pattern: RegExp): Promise<void> {
    const end = Date.now() + WAIT_MS;
    while (!pattern.test(this.text())) {
      if (Date.now() > end) throw new Error(`Waited in vain for ${pattern}. So far: ${this.text().slice(0, 3_000)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
