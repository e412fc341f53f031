const KEY = 'kiku.health';
const NARROW = matchMedia('(max-width: 1000px)');
/** Two chats leave no room for the panel. */
const MEDIUM = matchMedia('(max-width: 1500px)');
const PHONE = matchMedia('(max-width: 720px)');

/** The rail and the panel: beside the chat where there is room, over it where there is none. */
export class Drawers {
  readonly #rail: HTMLElement;
  readonly #health: HTMLElement;
  readonly #scrim: HTMLElement;
  #toggle: HTMLElement | null = null;
  #opener: Element | null = null;
  #isBeside = false;

  constructor(rail: HTMLElement, health: HTMLElement, scrim: HTMLElement) {
    this.#rail = rail;
    this.#health = health;
    this.#scrim = scrim;
    scrim.addEventListener('click', () => this.#closeAll());
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !scrim.hidden) this.#closeAll();
    });
    for (const query of [NARROW, MEDIUM, PHONE]) query.addEventListener('change', () => this.#fit());
    this.#fit();
  }

  /** The button that shows and hides the panel tells whether it is shown. */
  label(toggle: HTMLElement): void {
    this.#toggle = toggle;
    toggle.setAttribute('aria-controls', this.#health.id);
    toggle.setAttribute('aria-expanded', String(!this.#health.hidden));
  }

  /** A second chat stands beside the first, or does no longer. */
  setBeside(isBeside: boolean): void {
    this.#isBeside = isBeside;
    this.#fit();
  }

  openRail(): void {
    this.#opener = document.activeElement;
    this.#rail.classList.add('is-open');
    this.#rail.inert = false;
    this.#scrim.hidden = false;
    this.#rail.querySelector<HTMLElement>('[aria-current]')?.focus();
  }

  closeRail(): void {
    this.#rail.classList.remove('is-open');
    this.#rail.inert = PHONE.matches;
    this.#scrim.hidden = this.#health.hidden || !this.#isOver();
  }

  toggleHealth(): void {
    const willShow = this.#health.hidden !== false;
    this.#showHealth(willShow);
    if (!this.#isOver()) localStorage.setItem(KEY, willShow ? 'shown' : 'hidden');
    if (willShow) this.#health.querySelector('button')?.focus();
    else this.#toggle?.focus();
  }

  #showHealth(isShown: boolean): void {
    this.#health.hidden = !isShown;
    document.body.classList.toggle('with-health', isShown);
    this.#toggle?.setAttribute('aria-expanded', String(isShown));
    this.#scrim.hidden = !(isShown && this.#isOver()) && !this.#rail.classList.contains('is-open');
  }

  #closeAll(): void {
    const wasRail = this.#rail.classList.contains('is-open');
    this.closeRail();
    if (this.#isOver()) this.#showHealth(false);
    if (wasRail && this.#opener instanceof HTMLElement) this.#opener.focus();
    else this.#toggle?.focus();
  }

  /** Whether the panel lies over the chat. */
  #isOver(): boolean {
    return NARROW.matches || (this.#isBeside && MEDIUM.matches);
  }

  #fit(): void {
    document.body.classList.toggle('health-over', this.#isOver());
    this.closeRail();
    this.#showHealth(!this.#isOver() && localStorage.getItem(KEY) !== 'hidden');
  }
}
