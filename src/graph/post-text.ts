const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  times: '×',
  rarr: '→',
  deg: '°',
  eacute: 'é',
};

/** A third of this is kept of the longest; and the time it takes stays within some tenths of a second, whatever stands there. */
const LONGEST_READ = 60_000;

/**
 * A post or body as plain paragraphs: no tags, entities decoded, links as `text (url)`. The declared content type is not asked:
 * posts say `html` and are nearly plain, and line breaks count in both.
 */
export function plainText(content: string): string {
  const text = content
    .slice(0, LONGEST_READ)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/<!--[\s\S]{0,5000}?-->|<(script|style)\b[^<>]*>[\s\S]{0,5000}?<\/\1\s*>/gi, '')
    .replaceAll(/<a\b([^<>]*)>([\s\S]{0,2000}?)<\/a\s*>/gi, (_, attributes: string, label: string) => link(attributes, label))
    .replaceAll(/<br\s*\/?>/gi, '\n')
    .replaceAll(/<li\b[^<>]*>\s*/gi, '\n- ')
    .replaceAll(/<\/?(p|div|ul|ol|table|tr|h[1-6]|blockquote|pre)\b[^<>]*>/gi, '\n\n')
    .replaceAll(/<\/?[a-z][\w:-]*(\s[^<>]*)?\/?>/gi, '');
  return tidy(decoded(text));
}

/** What the text promises about the next update, in its own words; labels may run together, so it is looked for anywhere. */
export function nextUpdateIn(text: string): string | null {
  const labelled = /next update(?: by)?\s*:\s*([^\n]*)/i.exec(text)?.[1]?.trim();
  if (labelled !== undefined && labelled !== '') {
    // In UTC always, and sometimes with the next label glued to it.
    return (/^.*?\bUTC/.exec(labelled)?.[0] ?? /^.*?(?=\s*[A-Z][a-z]+(?: [a-z]+){0,3}:)/.exec(labelled)?.[0] ?? labelled).trim() || null;
  }
  return /\bprovide (?:another|an) update ((?:within|by|in) [^.\n]{1,60})/i.exec(text)?.[1]?.trim() ?? null;
}

function link(attributes: string, label: string): string {
  const url = /href\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
  const target = (url?.[1] ?? url?.[2] ?? '').trim();
  const words = label.replaceAll(/<[^<>]*>/g, '').trim();
  if (!/^(https?:|mailto:)/i.test(target) || target === words) return words;
  return words === '' ? target : `${words} (${target})`;
}

function decoded(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const isCharacter = point >= 32 && point <= 0x10_ff_ff && !(point >= 0xd8_00 && point <= 0xdf_ff);
    return isCharacter ? String.fromCodePoint(point) : ' ';
  });
}

function tidy(text: string): string {
  return text
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
