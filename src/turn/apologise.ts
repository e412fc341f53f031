import type { Renderer } from '../cards/render.ts';
import type { Messenger } from '../messenger-ports.ts';
import type { Incoming, Language } from '../ports.ts';
import { languageFor } from './language.ts';

/** Says sorry for a turn that failed by our own fault, with the reference that stands in the log. Nothing kept is touched. */
export type Apology = (incoming: Incoming, reference: string, messenger: Messenger) => Promise<void>;

/** The stored choice of language is not looked up: what failed may have been the store. */
export function createApology(renderer: Renderer, fallback: Language): Apology {
  return async (incoming, reference, messenger) => {
    const language = languageFor(null, incoming.locales, fallback);
    await messenger.post(incoming.address, renderer.render({ kind: 'sorry', reference }, language));
  };
}
