import { ApiError, ask, type Entry, type Person, type ServerEvent, type World } from './api.ts';
import { drawBesideHead, isBesideWanted, nameOf, personBeside, rememberBeside } from './beside.ts';
import { drawHead } from './chat-head.ts';
import { Drawers } from './drawers.ts';
import { button, element } from './elements.ts';
import { FaultsView } from './faults-view.ts';
import { HealthPanel } from './health.ts';
import { spokenText } from './message-view.ts';
import { Pane, type PaneSurroundings } from './pane.ts';
import { drawRail } from './rail.ts';
import { drawSides } from './sides.ts';
import type { Words } from './words.ts';

/** The whole page: one person's conversation, and beside it, when wanted, another person's. */
export class Page {
  #world: World;
  readonly #remember: (person: Person) => void;
  readonly #pane: Pane;
  readonly #beside: Pane;
  readonly #health: HealthPanel;
  readonly #drawers = new Drawers(part('rail'), part('health'), part('scrim'));
  readonly #lost = element('p', { class: 'lost', attributes: { role: 'status', hidden: '' } });
  readonly #faults = new FaultsView();

  constructor(world: World, me: Person, remember: (person: Person) => void) {
    this.#world = world;
    this.#remember = remember;
    this.#health = new HealthPanel(part('health'), world.hasAdvisories);
    const around = {
      world: () => this.#world,
      heard: (entry, words) => this.#announce(entry, words),
      consent: (isGiven) => void this.#try(() => ask('POST', '/local/consent', { isGiven })),
      lost: () => this.lost(),
    } satisfies Omit<PaneSurroundings, 'drawHead'>;
    this.#pane = new Pane(part('chat'), me, me.key, { ...around, drawHead: () => this.#drawAround() }, [this.#lost, this.#faults.root]);
    const beside = personBeside(world, me);
    this.#beside = new Pane(part('beside'), beside, world.channel.key, { ...around, drawHead: () => this.#drawBeside() });
    setInterval(() => this.#drawRail(), 30_000);
    this.#show(isBesideWanted());
  }

  /** Reads everything anew: at the start, and after a lost connection. */
  async reload(): Promise<void> {
    this.#lost.hidden = true;
    await Promise.all([this.#pane.reload(), ...(this.#isBeside() ? [this.#beside.reload()] : [])]);
  }

  redraw(): void {
    this.#pane.redraw();
    if (this.#isBeside()) this.#beside.redraw();
  }

  take(event: ServerEvent): void {
    if (event.kind === 'knowledge') {
      this.#faults.take(event.faults, this.#pane.words);
      return;
    }
    if (event.kind === 'consent') {
      this.#world = { ...this.#world, channel: { ...this.#world.channel, hearsAll: event.hearsAll } };
    }
    this.#pane.take(event);
    if (this.#isBeside()) this.#beside.take(event);
  }

  lost(): void {
    this.#lost.hidden = false;
  }

  /** What stands around the first pane is drawn with it: it speaks the same language. */
  #drawAround(): void {
    const { words, me, isPrivate, head } = this.#pane;
    document.documentElement.lang = me.locale;
    this.#lost.textContent = words.lost;
    this.#faults.show(words);
    this.#drawRail();
    const title = isPrivate ? this.#world.bot.name : nameOf(this.#pane.place);
    drawHead(head, { title, as: me.name, words, drawers: this.#drawers, isBeside: this.#isBeside(), toggleBeside: () => this.#toggleBeside() });
    this.#drawSides();
    this.#health.show(
      me,
      button(words.close, () => this.#drawers.toggleHealth(), { class: 'tool', icon: 'close' }),
    );
    void this.#health.refresh();
  }

  #drawBeside(): void {
    drawBesideHead(this.#beside, this.#world, () => this.#toggleBeside());
    this.#drawSides();
  }

  #drawSides(): void {
    const label = ({ isPrivate, me, place }: Pane) => `${isPrivate ? this.#world.bot.name : place.name} · ${me.name}`;
    drawSides(part('sides'), [label(this.#pane), label(this.#beside)], (side) => (side === 'main' ? this.#pane : this.#beside).focus());
  }

  #drawRail(): void {
    const { me, conversation } = this.#pane;
    const turnTo = (person: Person, key: string) => {
      this.#drawers.closeRail();
      void this.#pane.turnTo(person, key).then(() => this.#pane.focus());
    };
    const acts = {
      be: (person: Person) => {
        this.#remember(person);
        turnTo(person, this.#pane.isPrivate ? person.key : conversation);
      },
      openConversation: (key: string) => turnTo(me, key),
      startOver: () => void this.#startOver(),
    };
    drawRail(part('rail'), { world: this.#world, me, conversation, acts });
  }

  async #startOver(): Promise<void> {
    const { me } = this.#pane;
    this.#drawers.closeRail();
    await this.#try(() => ask('POST', '/local/remove', { person: me.key }));
    await this.#pane.turnTo(me, me.key);
    this.#pane.focus();
  }

  #toggleBeside(): void {
    const willShow = !this.#isBeside();
    rememberBeside(willShow);
    this.#show(willShow);
    this.#drawAround();
    if (!willShow) this.#pane.head.querySelector<HTMLElement>('[aria-controls="beside"]')?.focus();
    else void this.#beside.reload().then(() => this.#beside.focus());
  }

  #show(isBeside: boolean): void {
    part('beside').hidden = !isBeside;
    part('sides').hidden = !isBeside;
    document.body.classList.toggle('with-beside', isBeside);
    document.body.dataset.side = isBeside && this.#pane.conversation !== this.#beside.conversation ? 'beside' : 'main';
    this.#drawers.setBeside(isBeside);
  }

  #isBeside(): boolean {
    return !this.#beside.root.hidden;
  }

  async #try(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.lost();
    }
  }

  #announce(entry: Entry, words: Words): void {
    const name = this.#world.people.find((person) => person.key === entry.from)?.name ?? this.#world.bot.name;
    part('live').append(element('p', { text: `${name}: ${spokenText(entry, words)}`, attributes: { lang: words.language } }));
    while (part('live').children.length > 5) part('live').firstElementChild?.remove();
  }
}

function part(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no part ${id}.`);
  return found;
}
