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
  private readonly ends = new Map<number, TrieEnd[]>();

  add(text: string, end: TrieEnd): void {
    let node = this.roots.get(text.charCodeAt(0)) ?? 0;
    if (node === 0) {
      node = this.grow(text.charCodeAt(0));
      this.roots.set(text.charCodeAt(0), node);
    }
    for (let index = 1; index < text.length; index += 1) node = this.childOf(node, text.charCodeAt(index));
    const ends = this.ends.get(node);
    if (ends === undefined) this.ends.set(node, [end]);
    else if (!ends.some((other) => other.piece === end.piece && other.exact === end.exact && other.isAlone === end.isAlone)) ends.push(end);
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
