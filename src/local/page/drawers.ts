const KEY = 'kiku.health';
const NARROW = matchMedia('(max-width: 1000px)');
const PHONE = matchMedia('(max-width: 720px)');

/** The rail and the panel: beside the chat where there is room, over it where there is none. */
export class Drawers {
  readonly #rail: HTMLElement;
  readonly #health: HTMLElement;
  readonly #scrim: HTMLElement;
  #toggle: HTMLElement | null = null;
  #opener: Element | null = null;

  constructor(rail: HTMLElement, health: HTMLElement, scrim: HTMLElement) {
    this.#rail = rail;
    this.#health = health;
    this.#scrim = scrim;
    scrim.addEventListener('click', () => this.#closeAll());
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !scrim.hidden) this.#closeAll();
    });
    for (const query of [NARROW, PHONE]) query.addEventListener('change', () => this.#fit());
    this.#fit();
  }

  /** The button that shows and hides the panel tells whether it is shown. */
  label(toggle: HTMLElement): void {
    this.#toggle = toggle;
    toggle.setAttribute('aria-controls', this.#health.id);
    toggle.setAttribute('aria-expanded', String(!this.#health.hidden));
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
    this.#scrim.hidden = this.#health.hidden || !NARROW.matches;
  }

  toggleHealth(): void {
    const willShow = this.#health.hidden !== false;
    this.#showHealth(willShow);
    if (!NARROW.matches) localStorage.setItem(KEY, willShow ? 'shown' : 'hidden');
    if (willShow) this.#health.querySelector('button')?.focus();
    else this.#toggle?.focus();
  }

  #showHealth(isShown: boolean): void {
    this.#health.hidden = !isShown;
    document.body.classList.toggle('with-health', isShown);
    this.#toggle?.setAttribute('aria-expanded', String(isShown));
    this.#scrim.hidden = !(isShown && NARROW.matches) && !this.#rail.classList.contains('is-open');
  }

  #closeAll(): void {
    const wasRail = this.#rail.classList.contains('is-open');
    this.closeRail();
    if (NARROW.matches) this.#showHealth(false);
    if (wasRail && this.#opener instanceof HTMLElement) this.#opener.focus();
    else this.#toggle?.focus();
  }

  #fit(): void {
    this.closeRail();
    this.#showHealth(!NARROW.matches && localStorage.getItem(KEY) !== 'hidden');
  }
}
