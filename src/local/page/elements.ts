/** What `element` may set: properties by name, `aria-*`, `data-*` and `role` as attributes, `on…` as listeners. */
interface Settings {
  readonly class?: string;
  readonly text?: string;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** An element with its settings and children. Text is always text, never HTML. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  settings: Settings = {},
  ...children: readonly (Node | string | null)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (settings.class !== undefined) made.className = settings.class;
  if (settings.text !== undefined) made.textContent = settings.text;
  for (const [key, value] of Object.entries(settings.attributes ?? {})) made.setAttribute(key, value);
  for (const [key, listener] of Object.entries(settings.on ?? {})) made.addEventListener(key, listener);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A button with a label; with an icon the label is its accessible name and its tooltip. */
export function button(label: string, press: () => void, of: { readonly class?: string; readonly icon?: IconName } = {}): HTMLButtonElement {
  const made = element('button', { class: of.class ?? 'plain', attributes: { type: 'button' }, on: { click: press } });
  if (of.icon === undefined) made.textContent = label;
  else {
    made.append(icon(of.icon));
    made.setAttribute('aria-label', label);
    made.title = label;
  }
  return made;
}

const ICONS = {
  send: 'M3 3.2 17.5 10 3 16.8l1.8-5.9L12 10 4.8 9.1z',
  attach: 'M13.5 6.5 7.9 12.1a1.6 1.6 0 0 0 2.3 2.3l6-6a3.2 3.2 0 0 0-4.6-4.6l-6.2 6.2a4.9 4.9 0 0 0 6.9 6.9l5-5',
  edit: 'M12.7 4.3 15.7 7.3 7.5 15.5 3.8 16.2 4.5 12.5z',
  close: 'M5 5l10 10M15 5 5 15',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  health: 'M2.5 10.5h3.2l2-5 3.6 9.5 2.4-6 1 1.5h2.8',
  panes: 'M3 4.5h14v11H3zM10 4.5v11',
  remove: 'M4 6h12M8.5 6V4h3v2M5.5 6l.7 10h7.6l.7-10M8.5 9v4.5M11.5 9v4.5',
  copy: 'M7 7V4.5h8.5V13H13M4.5 7H13v8.5H4.5z',
  check: 'M4.5 10.5 8.3 14.3 15.5 6.5',
  alert: 'M10 5.5v6M10 14.2v.3',
  down: 'M10 4v11M5 10.5 10 15.5 15 10.5',
} as const;

export type IconName = keyof typeof ICONS;

/** A small drawing beside or instead of words; hidden from screen readers. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** A round picture made of initials; Kiku has its own. */
export function avatar(name: string, key: string): HTMLElement {
  if (key === 'kiku') return element('span', { class: 'avatar avatar-kiku', attributes: { 'aria-hidden': 'true' } });
  const initials = name
    .split(' ')
    .map((part) => part.slice(0, 1))
    .join('')
    .slice(0, 2);
  const tint = [...key].reduce((sum, letter) => (sum * 7 + (letter.codePointAt(0) ?? 0)) % 257, 0) % 6;
  return element('span', { class: `avatar tint-${tint}`, text: initials, attributes: { 'aria-hidden': 'true' } });
}
