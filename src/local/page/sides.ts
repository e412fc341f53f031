import { element } from './elements.ts';

/** Which of two panes is seen where there is room for one. */
type Side = 'main' | 'beside';

const SIDES: readonly Side[] = ['main', 'beside'];

/** Draws the switch between the panes. What had the focus keeps it. */
export function drawSides(root: HTMLElement, labels: readonly [main: string, beside: string], turned: (side: Side) => void): void {
  const chosen = () => document.body.dataset.side ?? 'main';
  const buttons = SIDES.map((side, index) => {
    const press = () => {
      document.body.dataset.side = side;
      for (const [at, one] of buttons.entries()) one.setAttribute('aria-pressed', String(SIDES[at] === side));
      turned(side);
    };
    const attributes = { type: 'button', 'aria-pressed': String(chosen() === side), 'data-side-of': side };
    return element('button', { class: 'side', text: labels[index] ?? '', attributes, on: { click: press } });
  });
  const focused = root.contains(document.activeElement) ? document.activeElement?.getAttribute('data-side-of') : null;
  root.replaceChildren(...buttons);
  if (focused !== null) root.querySelector<HTMLElement>(`[data-side-of="${focused ?? ''}"]`)?.focus();
}
