import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Attachment } from './activity.ts';

/** A file that somebody attached, kept in memory. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** A file as the page sends it. */
export const sentFileSchema = z.object({
  name: z.string().min(1).max(255),
  type: z.string().max(100).default('application/octet-stream'),
  /** Some 32 MB, so that a picture that is too large can be tried. */
  base64: z.base64().max(45_000_000),
});

export type SentFile = Readonly<z.infer<typeof sentFileSchema>>;

const KEPT = 50;
const KEPT_BYTES = 128 * 1024 * 1024;

/** The last files that were attached. They are not kept over a restart. */
export class Files {
  readonly #all = new Map<string, KeptFile>();

  keep(file: SentFile): KeptFile {
    const kept = { id: randomUUID(), name: file.name, type: file.type || 'application/octet-stream', bytes: Buffer.from(file.base64, 'base64') };
    this.#all.set(kept.id, kept);
    let bytes = 0;
    for (const [index, { id, bytes: own }] of [...this.#all.values()].toReversed().entries()) {
      bytes += own.length;
      if (index > 0 && (index >= KEPT || bytes > KEPT_BYTES)) this.#all.delete(id);
    }
    return kept;
  }

  find(id: string): KeptFile | null {
    return this.#all.get(id) ?? null;
  }
}

/** How Teams tells a bot of a file: an image by a URL of the connector, anything else by a download that needs no token. */
export function fileAttachment(file: KeptFile, serviceUrl: string): Attachment {
  if (file.type.startsWith('image/'))
    return { contentType: 'image/*', contentUrl: `${serviceUrl}v3/attachments/${file.id}/views/original`, name: file.name };
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: `${serviceUrl}local/files/${file.id}`,
    name: file.name,
    content: { downloadUrl: `${serviceUrl}local/files/${file.id}`, uniqueId: file.id, fileType: file.name.split('.').at(-1) ?? '' },
  };
}
