/** One piece of a phrase: a named list as it stands, or the literal texts it can be; `within` is how far it may stand behind the one before, `isNext` that at most one word stands between, `isBeyond` that a clause may end in between. */
export type PieceText = { readonly within: number; readonly isNext: boolean; readonly isBeyond: boolean } & (
  | { readonly kind: 'list'; readonly name: string }
  | { readonly kind: 'literals'; readonly literals: readonly string[] }
);

/** A fault in a phrase, in words for its author. */
export class TemplateFault extends Error {
  override readonly name = 'TemplateFault';
}

const MOST_LITERALS = 5000;
const WIDE_GAP = 40;
const NARROW_GAP = 24;

/**
 * The pieces of a phrase. `(a|b)` is a choice, `[a]` may be missing, `<name>` stands for a list, ` ... ` is a gap within the clause,
 * ` .. ` one of a word or two, ` * ` one word or none, ` .... ` one that may reach into the next clause or sentence.
 * There is no repetition, so whatever an author writes is read in linear time.
 */
export function parsePhrase(phrase: string, lists: ReadonlyMap<string, readonly string[]>): readonly PieceText[] {
  const parts = phrase.split(/ ?(\.{2,4}|\*) ?/);
  return parts.flatMap((part, index): readonly PieceText[] => {
    if (index % 2 === 1) return [];
    const gap = parts[index - 1] ?? '';
    const [within, isNext, isBeyond] = [gap.length > 2 ? WIDE_GAP : NARROW_GAP, gap === '*', gap === '....'];
    const alone = /^<([a-z-]+)>$/.exec(part)?.[1];
    if (alone !== undefined) {
      if (!lists.has(alone)) throw new TemplateFault(`there is no list "${alone}" above this phrase`);
      return [{ kind: 'list', name: alone, within, isNext, isBeyond }];
    }
    return [{ kind: 'literals', literals: expand(part, lists), within, isNext, isBeyond }];
  });
}

/** Every text that `template` (a phrase without a gap) stands for. */
export function expand(template: string, lists: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const reader = { template, at: 0, lists };
  const found = readChoice(reader);
  if (reader.at < template.length) throw new TemplateFault(`"${template.charAt(reader.at)}" closes nothing in "${template}"`);
  const literals = [...new Set(found.map((text) => text.trim().replace(/ {2,}/g, ' ')))];
  if (literals.some((text) => !/[\p{L}\p{N}]/u.test(text))) {
    throw new TemplateFault(`"${template}" can be empty, which would be found everywhere`);
  }
  return literals;
}

interface Reader {
  readonly template: string;
  at: number;
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

function readChoice(reader: Reader): readonly string[] {
  const found = [...readSequence(reader)];
  while (reader.template.charAt(reader.at) === '|') {
    reader.at += 1;
    found.push(...readSequence(reader));
  }
  return found;
}

function readSequence(reader: Reader): readonly string[] {
  let found: readonly string[] = [''];
  for (let char = reader.template.charAt(reader.at); char !== '' && !'|)]'.includes(char); char = reader.template.charAt(reader.at)) {
    const parts = readPart(reader, char);
    found = found.flatMap((head) => parts.map((tail) => head + tail));
    if (found.length > MOST_LITERALS)
      throw new TemplateFault(`"${reader.template}" stands for more than ${MOST_LITERALS} texts, and would have to be split`);
  }
  return found;
}

function readPart(reader: Reader, char: string): readonly string[] {
  reader.at += 1;
  if (char === '<') return readList(reader);
  if (char !== '(' && char !== '[') return [char];
  const inner = readChoice(reader);
  const close = char === '(' ? ')' : ']';
  if (reader.template.charAt(reader.at) !== close) throw new TemplateFault(`"${char}" is not closed by "${close}" in "${reader.template}"`);
  reader.at += 1;
  return char === '[' ? ['', ...inner] : inner;
}

function readList(reader: Reader): readonly string[] {
  const end = reader.template.indexOf('>', reader.at);
  const name = end < 0 ? '' : reader.template.slice(reader.at, end);
  const literals = reader.lists.get(name);
  if (literals === undefined) throw new TemplateFault(`there is no list "${name}" above "${reader.template}"`);
  reader.at = end + 1;
  return literals;
}
