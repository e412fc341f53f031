import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Log } from '../../ports.ts';
import { type Activity, parseActivity } from './activity.ts';
import type { Conversation, Conversations } from './conversations.ts';
import { isMissingFile } from './missing-file.ts';

const activity = z.unknown().transform((value, context): Activity => {
  const parsed = parseActivity(value);
  if (parsed !== null) return parsed;
  context.addIssue({ code: 'custom', message: 'not an activity' });
  return z.NEVER;
});

const fileSchema = z.object({
  version: z.literal(1),
  conversations: z.record(
    z.string(),
    z.object({
      isInstalled: z.boolean(),
      hearsAll: z.boolean().default(false),
      entries: z.array(
        z.object({
          id: z.string(),
          from: z.string(),
          at: z.number(),
          thread: z.string().nullable(),
          activity,
          delivery: z.enum(['sending', 'sent', 'not-sent']).transform((was) => (was === 'sending' ? 'not-sent' : was)),
          editedAt: z.number().nullable(),
          isDeleted: z.boolean(),
          inPlace: z.record(z.string(), z.record(z.string(), z.unknown())),
          revision: z.number(),
        }),
      ),
    }),
  ),
});

/** What was said before the last stop; empty when there is no file. A file that cannot be read is put aside and said so. */
export async function readState(path: string, log: Log): Promise<Readonly<Record<string, Conversation>>> {
  try {
    return fileSchema.parse(JSON.parse(await readFile(path, 'utf8'))).conversations;
  } catch (error) {
    if (isMissingFile(error)) return {};
    await rename(path, `${path}.unreadable`);
    log.warn({ file: path }, 'The transcript of the local Teams could not be read and was put aside.');
    return {};
  }
}

/** Writes the conversations to one file after every change, whole or not at all, one write at a time. */
export class StateFile {
  readonly #path: string;
  readonly #conversations: Conversations;
  readonly #log: Log;
  readonly #unsubscribe: () => void;
  #isDirty = false;
  #writing: Promise<void> | null = null;

  constructor(path: string, conversations: Conversations, log: Log) {
    this.#path = path;
    this.#conversations = conversations;
    this.#log = log;
    this.#unsubscribe = conversations.subscribe(() => this.#touch());
  }

  /** Writes what is still unwritten, and stops. */
  async close(): Promise<void> {
    this.#unsubscribe();
    // Whether Kiku is installed changes without an event, so the last state is always written.
    this.#touch();
    await this.#writing;
  }

  #touch(): void {
    this.#isDirty = true;
    this.#writing ??= this.#drain();
  }

  async #drain(): Promise<void> {
    while (this.#isDirty) {
      this.#isDirty = false;
      try {
        await writeFile(`${this.#path}.new`, JSON.stringify({ version: 1, conversations: this.#conversations.snapshot() }), { mode: 0o600 });
        await rename(`${this.#path}.new`, this.#path);
      } catch (cause) {
        this.#log.warn({ file: this.#path, cause: String(cause) }, 'The transcript of the local Teams could not be written.');
      }
    }
    this.#writing = null;
  }
}
