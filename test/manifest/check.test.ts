import { describe, expect, it } from '@jest/globals';
import { PNG } from 'pngjs';
import { checkSources, TEAM_PERMISSIONS } from '../../src/manifest/check.ts';
import type { Manifest, Sources } from '../../src/manifest/sources.ts';
import { ourSources } from './sources.ts';

const OURS = ourSources();
const JAPANESE = OURS.languages.get('ja.json') ?? {};

function withManifest(change: (manifest: Manifest) => unknown): Sources {
  const manifest = structuredClone(OURS.manifest);
  change(manifest);
  return { ...OURS, manifest };
}

function withJapanese(texts: Readonly<Record<string, string>>, without = ''): Sources {
  const kept = Object.fromEntries(Object.entries({ ...JAPANESE, ...texts }).filter(([path]) => path !== without));
  return { ...OURS, languages: new Map([['ja.json', kept]]) };
}

function picture(side: number, pixel: (at: number) => readonly [number, number, number, number]): Buffer {
  const png = new PNG({ width: side, height: side });
  for (let at = 0; at < side * side; at += 1) png.data.set(pixel(at), 4 * at);
  return PNG.sync.write(png);
}

function firstCommand(manifest: Manifest): { title: string; description: string } {
  const [command] = manifest.bots[0]?.commandLists[0]?.commands ?? [];
  if (command === undefined) throw new Error('The manifest has no command.');
  return command;
}

const TITLE = 'bots[0].commandLists[0].commands[0].title';
const WHITE = [255, 255, 255, 255] as const;
const NOTHING = [0, 0, 0, 0] as const;

describe('what is packed', () => {
  it('is without fault as it stands', async () => {
    expect(await checkSources(OURS)).toEqual([]);
  });

  it.each<[string, Sources, RegExp]>([
    [
      'a permission too many',
      withManifest((m) => m.authorization.permissions.resourceSpecific.push({ name: 'Channel.Delete.Group', type: 'Application' })),
      /Channel\.Delete\.Group/,
    ],
    ['a permission too few', withManifest((m) => m.authorization.permissions.resourceSpecific.pop()), /TeamMember\.Read\.Group, which Kiku uses/],
    ['a title that is too long', withManifest((m) => Object.assign(firstCommand(m), { title: 'x'.repeat(33) })), /33 characters/],
    ['a title that stands twice', withManifest((m) => Object.assign(firstCommand(m), { title: 'faq' })), /title of another command/],
    ['a name that is too long', withManifest((m) => Object.assign(m.name, { short: 'x'.repeat(31) })), /schema.*\/name\/short/],
    ['an id that is none', withManifest((m) => Object.assign(m, { id: 'kiku' })), /schema.*\/id/],
    ['a key that Microsoft does not know', withManifest((m) => Object.assign(m, { nonsense: 1 })), /additional properties/],
    ['a place that was not filled in', withManifest((m) => Object.assign(m.developer ?? {}, { name: '{{nobody}}' })), /\{\{nobody\}\}/],
    ['a text that Japanese lacks', withJapanese({}, TITLE), /ja\.json: bots\[0\].*title is missing/],
    ['a text that only Japanese has', withJapanese({ 'bots[0].commandLists[7].commands[0].title': 'ヘルプ' }), /has no bots\[0\]\.commandLists\[7\]/],
    ['an empty text', withJapanese({ 'description.short': ' ' }), /description\.short is empty/],
    ['a Japanese text that is too long', withJapanese({ 'description.short': 'あ'.repeat(81) }), /81 characters/],
    ['a coloured icon of another size', { ...OURS, icons: { ...OURS.icons, color: picture(96, () => WHITE) } }, /192 by 192 pixels; it is 96 by 96/],
    [
      'a coloured icon with holes',
      { ...OURS, icons: { ...OURS.icons, color: picture(192, (at) => (at === 0 ? NOTHING : WHITE)) } },
      /filled to its edges/,
    ],
    ['an outline of another size', { ...OURS, icons: { ...OURS.icons, outline: OURS.icons.color } }, /32 by 32 pixels; it is 192 by 192/],
    ['an outline on a ground', { ...OURS, icons: { ...OURS.icons, outline: picture(32, () => WHITE) } }, /transparent around/],
    [
      'an outline in colour',
      { ...OURS, icons: { ...OURS.icons, outline: picture(32, (at) => (at < 9 ? [255, 0, 0, 255] : NOTHING)) } },
      /white only/,
    ],
    ['an outline that shows nothing', { ...OURS, icons: { ...OURS.icons, outline: picture(32, () => NOTHING) } }, /shows nothing/],
    ['an icon that is no picture', { ...OURS, icons: { ...OURS.icons, color: Buffer.from('GIF89a') } }, /no PNG/],
  ])('is refused with %s', async (_name, sources, told) => {
    const faults = await checkSources(sources);

    expect(faults.join('\n')).toMatch(told);
  });

  it('asks a team for what the manifest names, in both scopes', () => {
    const [bot] = OURS.manifest.bots;

    expect(bot?.scopes).toEqual(['personal', 'team']);
    expect(OURS.manifest.authorization.permissions.resourceSpecific.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(TEAM_PERMISSIONS).toSorted(),
    );
  });
});
