import { z } from 'zod';
import { textShape } from './shapes.ts';

const words = z.array(z.string().min(1)).min(1);

/** A block of commands that only look, as an author writes it; what is asked of it is told in `compile-diagnostics.ts`. */
export const diagnosticShape = z.strictObject({
  guard: z.unknown(),
  shell: z.enum(['powershell', 'terminal']),
  settles: words,
  title: textShape,
  why: textShape,
  actions: z.array(textShape).min(1),
  holds: textShape,
  text: z.string().min(1),
  sources: words,
});

export type RawDiagnostic = z.infer<typeof diagnosticShape>;
