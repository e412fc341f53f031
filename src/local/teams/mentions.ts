import { LOCAL_BOT, type LocalPerson } from './people.ts';

/** A text with its mentions, as Teams sends it: marked in the text and in its HTML twin, and each as an entity, in the order of the text. */
export interface Mentioning {
  readonly text: string;
  readonly html: string;
  readonly entities: readonly unknown[];
}

/** Finds `@Kiku` and `@` with somebody's whole name. */
export function mentionsIn(written: string, people: readonly LocalPerson[]): Mentioning {
  const named = [LOCAL_BOT, ...people].toSorted((one, other) => other.name.length - one.name.length);
  const names = new RegExp(`@(${named.map(({ name }) => name.replace(/[^\p{L}\p{N} ]/gu, '.')).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const entities: unknown[] = [];
  const mark = (make: (name: string, index: number) => string) => {
    let index = -1;
    return (whole: string, name: string): string => {
      const found = named.find((one) => one.name.toLowerCase() === name.toLowerCase());
      if (found === undefined) return whole;
      index += 1;
      return make(found.name, index);
    };
  };
  const text = written.replace(
    names,
    mark((name) => {
      const mentioned = named.find((one) => one.name === name);
      entities.push({ type: 'mention', mentioned: { id: mentioned?.id, name }, text: `<at>${name}</at>` });
      return `<at>${name}</at>`;
    }),
  );
  const span = (name: string, index: number) => `<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="${index}">${name}</span>`;
  return { text, html: asParagraph(escaped(written).replace(names, mark(span))), entities };
}

/** A text without mentions as HTML. */
export function htmlOf(text: string): string {
  return asParagraph(escaped(text));
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));
}

function asParagraph(html: string): string {
  return `<p>${html.replaceAll('\n', '<br>')}</p>`;
}
