import { statSync } from 'node:fs';
import type { Lexicon } from '../understand/lexicon.ts';
import type { Knowledge } from './content.ts';
import { KnowledgeFaults } from './knowledge-fault.ts';
import { checkLayout } from './layout.ts';
import { loadKnowledge } from './load.ts';
import { loadSpellings } from './spellings.ts';
import { triedFaults } from './tried-spellings.ts';

/** Where knowledge lies: what Kiku comes with, and (`own`) what an organisation adds to it or says differently; `null`: nothing. */
export interface KnowledgeFolders {
  readonly ours: string;
  readonly own: string | null;
}

/** All that is read from the folders of knowledge, checked and frozen. */
export interface Read {
  readonly knowledge: Knowledge;
  readonly lexicon: Lexicon;
}

/** Reads everything. Throws `KnowledgeFaults` with all that is wrong, wherever it is. */
export function readKnowledge({ ours, own }: KnowledgeFolders): Read {
  if (own !== null && statSync(own, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new KnowledgeFaults([
      { file: own, line: 1, wrong: 'KNOWLEDGE_DIR is no folder that is there', todo: 'correct the path, or take KNOWLEDGE_DIR away' },
    ]);
  const [layout, knowledge, lexicon] = [
    attempt(() => own !== null && checkLayout(own)),
    attempt(() => loadKnowledge(ours, own)),
    attempt(() => loadSpellings(ours, own)),
  ];
  const faults = [layout, knowledge, lexicon].flatMap((one) => one.faults);
  if (faults.length > 0 || knowledge.value === null || lexicon.value === null) throw new KnowledgeFaults(faults);
  const claims = triedFaults(ours, knowledge.value);
  if (claims.length > 0) throw new KnowledgeFaults(claims);
  return { knowledge: knowledge.value, lexicon: lexicon.value };
}

function attempt<T>(read: () => T): { readonly value: T | null; readonly faults: KnowledgeFaults['faults'] } {
  try {
    return { value: read(), faults: [] };
  } catch (error) {
    if (error instanceof KnowledgeFaults) return { value: null, faults: error.faults };
    throw error;
  }
}
