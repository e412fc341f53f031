/** Which look is chosen; `system` follows the computer. */
export type Look = 'system' | 'light' | 'dark';

const KEY = 'kiku.look';
const system = matchMedia('(prefers-color-scheme: dark)');

/** The chosen look, as remembered by this browser. */
export function chosenLook(): Look {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Whether the page is dark now. */
export function isDark(): boolean {
  const look = chosenLook();
  return look === 'dark' || (look === 'system' && system.matches);
}

/** Chooses a look and paints the page in it. */
export function chooseLook(look: Look): void {
  localStorage.setItem(KEY, look);
  paint();
}

/** Paints the page, and calls `changed` whenever it turned dark or light. */
export function keepLook(changed: () => void): void {
  paint();
  new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ['data-look'] });
  system.addEventListener('change', paint);
}

function paint(): void {
  const look = isDark() ? 'dark' : 'light';
  if (document.documentElement.dataset.look !== look) document.documentElement.dataset.look = look;
}
