import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskIdentifiers } from '../../src/understand/mask.ts';
import { readPasted } from '../../src/understand/pasted.ts';
import { dsregcmd, HYBRID, SUITES, suiteTable } from './outputs-device.ts';
import { curl, ipconfig } from './outputs-network.ts';
import { systeminfo } from './outputs-windows.ts';

const SIZE = 30_000;
/** Beginnings of what the readers and the masks look for: without an end, again and again. */
const seeds = [
  'AzureAdJoined : ',
  'Server Error Description : ',
  'DeviceAuthStatus : FAILED. Device is either ',
  'DefaultSecureProtocols ',
  '/v DefaultSecureProtocols\n',
  'unable to find the specified registry value\n',
  'TLS 1.2\\Client Enabled ',
  'TLS_A_\n',
  'TLS_RSA_WITH_AES_128_CBC_SHA ',
  'issuer: ',
  'i: C = ',
  'Name: a.live.com Addresses: 1.1.1.1 ',
  'ComputerName : live.com ',
  '0.0.0.0 ',
  'a.',
  'a.live.com [',
  'Proxy Server(s) : ',
  '"Proxy": "',
  'OS Name: Microsoft Windows ',
  'OS Version: 10.0.19045 ',
  'Edition Windows Server ',
  '. . ',
  'Host Name . . ',
  'Device Name : \n',
  'DeviceId : a\n',
  '&nbsp;',
  '&amp;',
  'A B C\\D ',
  'A\\b',
  '::',
  'a:b:',
  '1-2-',
  '00000-',
  '*** a ',
  'KB3140245 ',
  '[1:2 ',
  'a@b',
  '直接アクセス(',
  '指定されたレジストリキーまたは値が',
  'アダプター ',
  'あ 1:2\n',
];

describe('reading and masking output', () => {
  // A few ms each; a pattern that is not linear would need minutes.
  it.each(seeds)('does not get stuck, repeated to 30 KB: %j', (seed) => {
    for (const text of [
      seed.repeat(SIZE / seed.length),
      seed.trim().repeat(SIZE / seed.length),
      `${' '.repeat(SIZE / 2)}${seed.repeat(SIZE / seed.length / 2)}`,
    ]) {
      const before = performance.now();

      readPasted(text);
      maskIdentifiers(text);

      expect(performance.now() - before).toBeLessThan(1500);
    }
  });

  it('never throws, takes its time by the length only', () => {
    const output = [dsregcmd(HYBRID), suiteTable(SUITES), ipconfig.en, ipconfig.ja, curl.denied, systeminfo.en('Windows', '10.0.19045')];
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(...seeds),
      fc.tuple(fc.constantFrom(...output), fc.nat(2_000), fc.nat(400)).map(([text, start, length]) => text.slice(start, start + length)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom('\n', ' ', '\r\n', ''), (pieces, joint) => {
        const text = pieces.join(joint);
        const before = performance.now();
        const { facts, prose } = readPasted(text);
        maskIdentifiers(text);

        expect((performance.now() - before) / (text.length + 2_000)).toBeLessThan(0.25);
        expect(Object.values(facts).every(({ values }) => values.length > 0)).toBe(true);
        expect(typeof prose).toBe('string');
      }),
      { numRuns: 300 },
    );
  });
});
