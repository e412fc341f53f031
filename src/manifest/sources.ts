import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Publication } from './publication.ts';

/** What the package is made of: part of the program, wherever it is called from. */
export const MANIFEST_FOLDER = fileURLToPath(new URL('../../manifest', import.meta.url));

const text = z.string();
const command = z.looseObject({ title: text, description: text });

/** As much of Microsoft's manifest as is looked at here; the rest goes through as it is. */
const manifestShape = z.looseObject({
  localizationInfo: z.looseObject({
    defaultLanguageTag: text,
    additionalLanguages: z.array(z.looseObject({ languageTag: text, file: text })),
  }),
  name: z.looseObject({ short: text, full: text }),
  description: z.looseObject({ short: text, full: text }),
  icons: z.looseObject({ color: text, outline: text }),
  bots: z.array(
    z.looseObject({
      botId: text,
      scopes: z.array(text),
      commandLists: z.array(z.looseObject({ scopes: z.array(text), commands: z.array(command) })),
    }),
  ),
  authorization: z.looseObject({ permissions: z.looseObject({ resourceSpecific: z.array(z.looseObject({ name: text, type: text })) }) }),
});

/** A manifest of a Teams app. */
export type Manifest = z.infer<typeof manifestShape>;

/** The texts of one more language: path within the manifest → text. */
export type Texts = Readonly<Record<string, string>>;

/** Everything that goes into the package, before it is packed. */
export interface Sources {
  readonly manifest: Manifest;
  /** By the name of the file. */
  readonly languages: ReadonlyMap<string, Texts>;
  readonly icons: { readonly color: Buffer; readonly outline: Buffer };
}

/** Reads `folder` and puts in what differs. Throws when a file is missing or is none of these. */
export function readSources(folder: string, publication: Publication, version: string): Sources {
  const read = (name: string) => readFileSync(join(folder, name));
  const manifest = manifestShape.parse(filled(JSON.parse(read('manifest.json').toString()), placed(publication, version)));
  const { additionalLanguages } = manifest.localizationInfo;
  return {
    manifest,
    languages: new Map(additionalLanguages.map(({ file }) => [file, z.record(z.string(), z.string()).parse(JSON.parse(read(file).toString()))])),
    icons: { color: read(manifest.icons.color), outline: read(manifest.icons.outline) },
  };
}

function placed({ appId, botId, ...rest }: Publication, version: string): Readonly<Record<string, string>> {
  return { 'app-id': appId, 'bot-id': botId, version, ...rest };
}

/** The same value with `{{name}}` replaced in every text. */
function filled(value: unknown, places: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return value.replace(/\{\{([\w-]+)\}\}/g, (whole, name: string) => places[name] ?? whole);
  if (Array.isArray(value)) return value.map((item) => filled(item, places));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, places)]));
}
