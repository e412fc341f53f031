import { z } from 'zod';

const word = z.string().min(1);
const flag = z.enum(['true', 'false']).transform((value) => value === 'true');

/** A rule for one kind of command as an author writes it; what it means is told in `compile-safety.ts`. */
export const safetyShape = z.strictObject({
  because: z
    .string({ error: 'missing; say in a sentence why this kind of command needs it' })
    .min(10, 'too short; say in a sentence why this kind of command needs it'),
  sources: z.array(word).min(1),
  over: z.enum(['commands', 'actions', 'both']),
  pattern: z.union([word, z.strictObject({ en: word, ja: word })], {
    error: 'neither a pattern nor one for each language; write one, or { en, ja }',
  }),
  shells: z.array(z.enum(['run', 'cmd', 'powershell', 'terminal'])).optional(),
  forbidden: flag.optional(),
  narrows: flag.optional(),
  unless: z.unknown().optional(),
  leastRisk: z.enum(['R0', 'R1', 'R2', 'R3']).optional(),
  audience: z.enum(['employee', 'helpdesk']).optional(),
  needs: z.unknown().optional(),
  anywhere: flag.optional(),
  after: word.optional(),
  confirms: z.array(word).optional(),
  asUser: flag.optional(),
  elevated: flag.optional(),
  examples: z.strictObject({ catches: z.array(word).min(1), passes: z.array(word).min(1) }),
});

export type RawSafetyRule = z.infer<typeof safetyShape>;
