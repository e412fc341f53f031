import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { pack } from '../../src/manifest/pack.ts';
import { ourSources, PUBLICATION } from './sources.ts';

describe('the package', () => {
  it('holds the manifest with what was filled in, its languages and both icons, side by side', () => {
    const files = unzipSync(pack(ourSources()));
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));

    expect(Object.keys(files).toSorted()).toEqual(['color.png', 'ja.json', 'manifest.json', 'outline.png']);
    expect(manifest).toMatchObject({
      id: PUBLICATION.appId,
      version: '1.2.3',
      bots: [{ botId: PUBLICATION.botId }],
      webApplicationInfo: { id: PUBLICATION.botId },
      validDomains: [PUBLICATION.domain],
    });
  });

  it('has the same bytes each time', () => {
    const [first, second] = [pack(ourSources()), pack(ourSources())];

    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    // The date of the first file: the first of January 1980, as a zip writes it.
    expect(Buffer.from(first).readUInt16LE(12)).toBe(0x21);
  });
});
