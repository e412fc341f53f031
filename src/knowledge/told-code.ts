import type { Facts } from '../triage/facts.ts';
import { decidingCodes } from '../triage/identify.ts';
import type { CodeContent, CodeWords, Knowledge } from './content.ts';

/** A code of which something can be said. */
export type ToldCode = CodeContent & { readonly told: CodeWords };

/** Of the codes that decide in these facts, the first of which something can be said; `null`: there is none. */
export function toldCode(facts: Facts, knowledge: Pick<Knowledge, 'codes'>): ToldCode | null {
  for (const code of decidingCodes(facts)) {
    const content = knowledge.codes.get(code);
    if (content !== undefined && isTold(content)) return content;
  }
  return null;
}

function isTold(content: CodeContent): content is ToldCode {
  return content.told !== null;
}
