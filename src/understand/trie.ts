/** The number of a piece: a set of phrases that are looked for together. */
export type PieceId = number;

/** A phrase ends here. `exact`: the words in exactly this case, or `null` when case does not matter. `isAlone`: only where no word stands beside it. */
export interface TrieEnd {
  readonly piece: PieceId;
  readonly exact: string | null;
  readonly isAlone: boolean;
}

/** The tree of all phrases by character code, in flat arrays: there are more than a hundred thousand nodes. */
export interface Trie {
  /** From the first character of a phrase to its node. */
  readonly roots: ReadonlyMap<number, number>;
  readonly codes: Uint16Array;
  /** The first child of each node, and the next child of its parent; 0 for none. */
  readonly children: Int32Array;
  readonly siblings: Int32Array;
  readonly ends: ReadonlyMap<number, readonly TrieEnd[]>;
}

/** The node that `code` leads to from `node`, or 0. */
export function step(trie: Trie, node: number, code: number): number {
  let child = trie.children[node] ?? 0;
  while (child !== 0 && trie.codes[child] !== code) child = trie.siblings[child] ?? 0;
  return child;
}

/** Grows a trie phrase by phrase. */
export class TrieGrower {
  private readonly roots = new Map<number, number>();
  private readonly codes: number[] = [0];
  private readonly children: number[] = [0];
  private readonly siblings: number[] = [0];
  private readonly ends = new Map<number, readonly TrieEnd[]>();
  /** Where nothing else ends: the phrases of a piece come one after the other, and share this. */
  private last: readonly TrieEnd[] = [];
  /** The phrase that was added last, and its nodes. */
  private before = '';
  private readonly way: number[] = [];

  add(text: string, end: TrieEnd): void {
    const node = this.walk(text);
    const ends = this.ends.get(node);
    if (ends === undefined) this.ends.set(node, this.alone(end));
    else if (!ends.some((other) => isSame(other, end))) this.ends.set(node, [...ends, end]);
  }

  finish(): Trie {
    return {
      roots: this.roots,
      codes: Uint16Array.from(this.codes),
      children: Int32Array.from(this.children),
      siblings: Int32Array.from(this.siblings),
      ends: this.ends,
    };
  }

  /** The node of `text`. One phrase begins like the one before, so the way is gone on from where they part. */
  private walk(text: string): number {
    const { before, way } = this;
    const most = Math.min(text.length, before.length);
    let at = 0;
    while (at < most && text.charCodeAt(at) === before.charCodeAt(at)) at += 1;
    for (; at < text.length; at += 1) way[at] = at === 0 ? this.rootOf(text.charCodeAt(0)) : this.childOf(way[at - 1] ?? 0, text.charCodeAt(at));
    this.before = text;
    return way[text.length - 1] ?? 0;
  }

  private rootOf(code: number): number {
    const known = this.roots.get(code);
    if (known !== undefined) return known;
    const node = this.grow(code);
    this.roots.set(code, node);
    return node;
  }

  private alone(end: TrieEnd): readonly TrieEnd[] {
    if (this.last[0] === undefined || !isSame(this.last[0], end)) this.last = [end];
    return this.last;
  }

  private childOf(parent: number, code: number): number {
    let child = this.children[parent] ?? 0;
    while (child !== 0 && this.codes[child] !== code) child = this.siblings[child] ?? 0;
    if (child !== 0) return child;
    const node = this.grow(code);
    this.siblings[node] = this.children[parent] ?? 0;
    this.children[parent] = node;
    return node;
  }

  private grow(code: number): number {
    this.codes.push(code);
    this.children.push(0);
    return this.siblings.push(0) - 1;
  }
}

function isSame(one: TrieEnd, other: TrieEnd): boolean {
  return one.piece === other.piece && one.exact === other.exact && one.isAlone === other.isAlone;
}
