import { z } from 'zod';
import type { Stored } from '../ports.ts';
import { caseRow } from './case-rows.ts';
import { intake, message, person, read } from './turn-rows.ts';

const loaded = z
  .object({
    revision: z.number().nullable(),
    person: person.nullable(),
    intake: intake.nullable(),
    case: caseRow.nullish(),
    is_seen: z.boolean(),
    answer: message.nullable(),
  })
  .transform(
    (row): Stored => ({
      revision: row.revision ?? 0,
      person: row.person,
      intake: row.intake,
      case: row.case ?? null,
      isSeen: row.is_seen,
      answer: row.answer,
    }),
  );

/** One row of a load. Each is read apart, so that what cannot be read of one person is nobody else's trouble. */
export const parseLoaded = (row: unknown): Stored => read(z.tuple([loaded]), [row])[0];
