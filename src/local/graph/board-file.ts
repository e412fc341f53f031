import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { type Announcement, announcementSchema } from './announcements.ts';

const savedSchema = z.object({ version: z.literal(1), changed: z.array(announcementSchema), removed: z.array(z.string()) });

/** What people did to the samples and what they published. */
export interface Saved {
  readonly changed: readonly Announcement[];
  readonly removed: readonly string[];
}

const NOTHING: Saved = { changed: [], removed: [] };

/** Reads what was saved; nothing when there is no file. A file that cannot be read is put aside as `.unreadable`: it only holds play. */
export function readSaved(file: string): Saved {
  if (!existsSync(file)) return NOTHING;
  const saved = savedSchema.safeParse(jsonOf(readFileSync(file, 'utf8')));
  if (saved.success) return saved.data;
  renameSync(file, `${file}.unreadable`);
  return NOTHING;
}

/** Writes the file whole or not at all. */
export function writeSaved(file: string, saved: Saved): void {
  writeFileSync(`${file}.new`, JSON.stringify({ version: 1, ...saved }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** `undefined` when the text is not JSON, which the schema then refuses. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
