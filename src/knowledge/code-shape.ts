import { z } from 'zod';
import { textShape } from './shapes.ts';

const words = z.array(z.string().min(1)).min(1);

/** An error code as an author writes it. */
export const codeShape = z.strictObject({
  grade: z.enum(['A', 'B', 'C']),
  owner: z.enum(['person', 'device', 'network', 'tenant']).optional(),
  meaning: textShape.optional(),
  fix: textShape.optional(),
  alike: words.optional(),
  sources: words,
});

export type RawCode = z.infer<typeof codeShape>;
