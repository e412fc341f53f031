/** One thing wrong in `knowledge/`, for the colleague who wrote it. `line` begins at 1. */
export interface KnowledgeFault {
  readonly file: string;
  readonly line: number;
  readonly wrong: string;
  readonly todo: string;
}

/** The knowledge cannot be used; `faults` has everything that is wrong with it, and the message a line for each. */
export class KnowledgeFaults extends Error {
  override readonly name = 'KnowledgeFaults';
  readonly code = 'knowledge-faulty';
  readonly retryable = false;
  readonly faults: readonly KnowledgeFault[];

  constructor(faults: readonly KnowledgeFault[]) {
    super(faults.map(inOneLine).join('\n'));
    this.faults = faults;
  }
}

/** `file:line: what is wrong; what to do`. */
export function inOneLine(fault: KnowledgeFault): string {
  return `${fault.file}:${fault.line}: ${fault.wrong}; ${fault.todo}`;
}
