import { createInterface } from 'node:readline';
import { z } from 'zod';

/** A line that cannot be used; the message is a sentence for the one who wrote it. */
export class LineFault extends Error {
  override readonly name = 'LineFault';
}

const identified = z.looseObject({ id: z.union([z.string(), z.number()]) });

/**
 * Answers one JSON object a line on standard input with one a line on standard output, in the same order. A line that
 * cannot be read is answered with `{id, error}` and the run goes on; the exit code is then 1.
 */
export async function answerLines(answer: (line: unknown) => object): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(answerOne(line, answer))}\n`);
  }
}

/** Parses with a schema, or throws a `LineFault` that names the place. */
export function parseLine<T>(schema: z.ZodType<T>, line: unknown): T {
  const parsed = schema.safeParse(line);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new LineFault(`${issue?.path.join('.') || 'The line'}: ${issue?.message ?? 'cannot be read'}.`);
}

function answerOne(text: string, answer: (line: unknown) => object): object {
  let id: string | number | null = null;
  try {
    const line: unknown = parseJson(text);
    id = identified.safeParse(line).data?.id ?? null;
    return answer(line);
  } catch (error) {
    if (!(error instanceof LineFault)) throw error;
    process.exitCode = 1;
    return { id, error: error.message };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.trim());
  } catch (error) {
    throw new LineFault('The line is not JSON.', { cause: error });
  }
}
