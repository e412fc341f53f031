import { element } from './elements.ts';
import type { Words } from './words.ts';

/** The team's consent that Kiku reads every message of its channels: a switch above the channel. */
export function consentView(words: Words, isGiven: boolean, change: (isGiven: boolean) => void): HTMLElement {
  const box = element('input', { attributes: { type: 'checkbox', role: 'switch' } });
  box.checked = isGiven;
  box.addEventListener('change', () => change(box.checked));
  return element(
    'label',
    { class: 'consent' },
    box,
    element('span', { text: words.consent }),
    element('code', { text: 'ChannelMessage.Read.Group' }),
  );
}
