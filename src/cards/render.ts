import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '../knowledge/content.ts';
import type { Language, Message } from '../ports.ts';
import type { View } from '../views.ts';
import { attachedText } from './attached-text.ts';
import { eventMessage, historyText, saidText } from './case-in-words.ts';
import { expandStrictly } from './expand.ts';
import { knownTimeZone } from './moments.ts';
import { present } from './present.ts';
import { asksEmployee } from './present-own-case.ts';
import { ownDataText } from './present-own-data.ts';
import { TEMPLATES, type TemplateName } from './presented.ts';
import { type CardTemplate, parseTemplate } from './templating.ts';
import { checkText, commandsText, noteText } from './texts.ts';
import { wordsIn } from './words.ts';

/** Makes a message out of what is to be shown. */
export interface Renderer {
  /**
   * `timeZone` (IANA): of whoever reads it, where the view itself has none. Throws when a word is missing or the card would not be shown as meant: our
   * own fault, never the person's.
   */
  render(view: View, language: Language, timeZone?: string): Message;
}

/**
 * A renderer with the words of `knowledge` and the looks of `templatesFolder` (`NAME.template.json`), read once.
 * Times are shown in the view's time zone, or in `defaultTimeZone` (IANA) when that one is not known here.
 */
export function createRenderer(knowledge: Knowledge, templatesFolder: string, options: { readonly defaultTimeZone: string }): Renderer {
  const templates = new Map(TEMPLATES.map((name) => [name, readTemplate(templatesFolder, name)]));
  const words = { en: wordsIn(knowledge, 'en'), ja: wordsIn(knowledge, 'ja') };
  const { defaultTimeZone: usual } = options;
  return {
    render(view, language, timeZone) {
      if (view.kind === 'note') return { kind: 'text', text: noteText(view, words[language]) };
      if (view.kind === 'attached') return { kind: 'text', text: attachedText(view, words[language]) };
      if (view.kind === 'case-said') return { kind: 'text', text: saidText(view, words[language]) };
      if (view.kind === 'case-history') return { kind: 'text', text: historyText(view, words[language]) };
      if (view.kind === 'case-event' && !asksEmployee(view)) return eventMessage(view, words[language]);
      if (view.kind === 'commands') return { kind: 'text', text: commandsText(view.step, words[language]) };
      if (view.kind === 'own-data-part') return { kind: 'text', text: ownDataText(view) };
      if (view.kind === 'check') return { kind: 'text', text: checkText(view.block, words[language]) };
      const { template: name, data, summary } = present(view, words[language], timeZone === undefined ? usual : knownTimeZone(timeZone, usual));
      const template = templates.get(name);
      if (template === undefined) throw new Error(`The template "${name}" was not loaded.`);
      const fallbackText = words[language].say('card.fallback', { summary });
      return { kind: 'card', card: expandStrictly(name, template, { ...data, lang: language, fallbackText }), summary };
    },
  };
}

function readTemplate(folder: string, name: TemplateName): CardTemplate {
  const file = join(folder, `${name}.template.json`);
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`${file} must hold one card template, an object.`);
  return parseTemplate(parsed);
}
