import type { Manifest, Texts } from './sources.ts';

/** In characters, as the strictest of Teams' clients shows them; the schema allows more. */
const LIMITS: readonly (readonly [RegExp, number])[] = [
  [/^name\.short$/, 30],
  [/^name\.full$/, 100],
  [/^description\.short$/, 80],
  [/^description\.full$/, 4_000],
  [/\.title$/, 32],
  [/\.description$/, 128],
];

/** Every text of the manifest that people read, by its path. */
export function textsOf({ name, description, bots }: Manifest): Texts {
  const commands = bots.flatMap(({ commandLists }, bot) =>
    commandLists.flatMap((list, at) =>
      list.commands.flatMap(({ title, description: said }, which) => {
        const path = `bots[${bot}].commandLists[${at}].commands[${which}]`;
        return [[`${path}.title`, title] as const, [`${path}.description`, said] as const];
      }),
    ),
  );
  return Object.fromEntries([
    ['name.short', name.short],
    ['name.full', name.full],
    ['description.short', description.short],
    ['description.full', description.full],
    ...commands,
  ]);
}

/** What is wrong with the texts of each language: one that lacks, one too many, one that is empty or too long, a title twice in a list. */
export function checkTexts(manifest: Manifest, languages: ReadonlyMap<string, Texts>): readonly string[] {
  const english = textsOf(manifest);
  return [
    ...fitting('manifest.json', english),
    ...[...languages].flatMap(([file, { $schema: _, ...texts }]) => [
      ...Object.keys(english).flatMap((path) => (Object.hasOwn(texts, path) ? [] : [`${file}: ${path} is missing; the manifest has it.`])),
      ...Object.keys(texts).flatMap((path) => (Object.hasOwn(english, path) ? [] : [`${file}: the manifest has no ${path}.`])),
      ...fitting(file, texts),
    ]),
  ];
}

function fitting(file: string, texts: Texts): readonly string[] {
  const faults = Object.entries(texts).flatMap(([path, text]) => {
    const most = LIMITS.find(([pattern]) => pattern.test(path))?.[1] ?? 0;
    const length = [...text].length;
    if (text.trim() === '') return [`${file}: ${path} is empty.`];
    return length > most ? [`${file}: ${path} has ${length} characters; Teams shows ${most} at most.`] : [];
  });
  return [...faults, ...titlesTwice(file, texts)];
}

function titlesTwice(file: string, texts: Texts): readonly string[] {
  const seen = new Set<string>();
  return Object.entries(texts).flatMap(([path, text]) => {
    const list = /^(.*)\.commands\[\d+\]\.title$/.exec(path)?.[1];
    if (list === undefined) return [];
    const title = `${list} ${text.trim().toLowerCase()}`;
    if (seen.has(title)) return [`${file}: ${path} is the title of another command too.`];
    seen.add(title);
    return [];
  });
}
