import type { Tap } from '../taps.ts';

/** An action as the templates take it. `inputs`: whether what was typed or picked goes along. */
export interface Button {
  readonly title: string;
  readonly verb: Tap['do'];
  readonly data: Tap;
  readonly style: 'default' | 'positive' | 'destructive';
  readonly inputs: 'auto' | 'none';
}

/** A button that sends `tap`, and nothing of the card's inputs. */
export function button(title: string, tap: Tap, style: Button['style'] = 'default'): Button {
  return { title, verb: tap.do, data: tap, style, inputs: 'none' };
}

/** A button that sends `tap` together with the inputs beside it. */
export function sendButton(title: string, tap: Tap): Button {
  return { ...button(title, tap, 'positive'), inputs: 'auto' };
}
