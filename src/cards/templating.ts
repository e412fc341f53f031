import { createRequire } from 'node:module';

/** A parsed Adaptive Cards template; `expand` may be called again and again. */
export interface CardTemplate {
  expand(context: { readonly $root: unknown }): unknown;
}

// Required, not imported: the types of adaptivecards-templating 2.3.1 import the TypeScript sources of adaptivecards, which do not compile here.
const templating: { readonly Template: new (parsed: object) => CardTemplate } = createRequire(import.meta.url)('adaptivecards-templating');

/** Takes an object, never text: in a text, quotes in the data could change the card. */
export function parseTemplate(parsed: object): CardTemplate {
  return new templating.Template(parsed);
}
