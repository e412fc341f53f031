import type * as Library from 'adaptivecards';
import { element } from './elements.ts';
import { hostConfig } from './host-config.ts';
import { isDark } from './look.ts';
import { cardHtml, tameLinks } from './markdown.ts';
import { type Pickables, withPeople } from './people-picker.ts';
import type { Words } from './words.ts';

declare const AdaptiveCards: typeof Library;

/** An action that goes to Kiku, with what was filled in merged into its data. */
export interface Pressed {
  readonly type: 'Action.Execute' | 'Action.Submit';
  readonly title: string;
  readonly id: string | null;
  readonly verb: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What is said below a card after a tap. */
export interface CardNote {
  readonly text: string;
  readonly isFault: boolean;
}

/** A card's `CodeBlock`, as Teams on the web draws it. The library does not know it. */
class CodeBlock extends AdaptiveCards.CardElement {
  #snippet = '';

  getJsonTypeName(): string {
    return 'CodeBlock';
  }

  protected override internalParse(source: Record<string, unknown>, context: Library.SerializationContext): void {
    super.internalParse(source, context);
    this.#snippet = typeof source.codeSnippet === 'string' ? source.codeSnippet : '';
  }

  protected internalRender(): HTMLElement {
    return element('pre', { class: 'code', attributes: { tabindex: '0' } }, element('code', { text: this.#snippet }));
  }
}

AdaptiveCards.GlobalRegistry.elements.register('CodeBlock', CodeBlock);
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardHtml(text);
  result.didProcess = true;
};

/** Draws a card. `press` resolves when Kiku has answered: until then the card is busy; what it resolves with is shown below. */
export function cardView(
  card: unknown,
  of: { readonly words: Words; readonly people: Pickables; readonly press: (pressed: Pressed) => Promise<CardNote | null> },
): HTMLElement {
  const { words, people, press } = of;
  const adaptive = new AdaptiveCards.AdaptiveCard();
  adaptive.hostConfig = new AdaptiveCards.HostConfig(hostConfig(isDark()));
  adaptive.parse(withPeople(card, people));
  const note = element('p', { class: 'card-note', attributes: { role: 'status' } });
  const body = adaptive.render() ?? element('p', { text: adaptive.fallbackText ?? words.failed });
  // One line that stands where an answered card stood: it recedes, so that what can be answered stands out.
  const isLine = adaptive.getActionCount() === 0 && adaptive.getItemCount() === 1 && adaptive.getItemAt(0).getJsonTypeName() === 'ColumnSet';
  const view = element(
    'div',
    { class: isLine ? 'card settled' : 'card', attributes: { role: 'group', 'aria-label': adaptive.speak ?? words.card } },
    body,
    note,
  );
  adaptive.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) return openUrl(action.url);
    const pressed = pressedOf(action);
    if (pressed === null || view.classList.contains('busy')) return;
    void run(view, note, () => press(pressed), action.renderedElement);
  };
  tameLinks(view);
  return view;
}

async function run(view: HTMLElement, note: HTMLElement, press: () => Promise<CardNote | null>, pressed: HTMLElement | undefined): Promise<void> {
  note.textContent = '';
  view.classList.add('busy');
  view.setAttribute('aria-busy', 'true');
  pressed?.classList.add('pressed');
  try {
    const said = await press();
    note.textContent = said?.text ?? '';
    note.classList.toggle('is-fault', said?.isFault === true);
  } finally {
    view.classList.remove('busy');
    view.removeAttribute('aria-busy');
    pressed?.classList.remove('pressed');
  }
}

function pressedOf(action: Library.Action): Pressed | null {
  const type = action.getJsonTypeName();
  const isOurs = action instanceof AdaptiveCards.SubmitAction || action instanceof AdaptiveCards.ExecuteAction;
  if (!isOurs || (type !== 'Action.Execute' && type !== 'Action.Submit')) return null;
  const data: unknown = action.data;
  return {
    type,
    title: action.title ?? '',
    id: action.id ?? null,
    verb: action instanceof AdaptiveCards.ExecuteAction ? action.verb : null,
    data: typeof data === 'object' && data !== null ? { ...data } : {},
  };
}

function openUrl(url: string | undefined): void {
  if (url !== undefined && /^(?:https?|mailto|tel):/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
}
