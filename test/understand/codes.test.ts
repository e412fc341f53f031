import { describe, expect, it } from '@jest/globals';
import { read, valuesIn } from './lexicon.ts';

describe('error codes', () => {
  it.each([
    ['0x8004de40', ['0x8004de40']],
    ['8004DE40', ['0x8004de40']],
    ['0X8004DE40', ['0x8004de40']],
    ['０ｘ８００４ＤＥ４０', ['0x8004de40']],
    ['0x8004 de40', ['0x8004de40']],
    ['0x-8004-DE40', ['0x8004de40']],
    ['8004 DE 40', ['0x8004de40']],
    ['0x 8004de40', ['0x8004de40']],
    ['Ox8oo4de4O', ['0x8004de40']],
    ['0×8004de40', ['0x8004de40']],
    ['エラーコード0x8004de40が出ました', ['0x8004de40']],
    ['(エラーコード:0x8004de40)', ['0x8004de40']],
    ['code-0x8004de40.', ['0x8004de40']],
    ['0x8004de40even after a restart', ['0x8004de40']],
    ['0x8004de40because', ['0x8004de40']],
    ['0x8004\u200bde40', ['0x8004de40']],
    ['-2147164608', ['0x8004de40']],
    ['error −2147164536', ['0x8004de88']],
    ['0x8004e4d0', ['0x8004e4d0']],
    ['CAA50021', ['0xcaa50021']],
    ['0xCAA50021', ['0xcaa50021']],
    ['0×CAA80000 が出ます', ['0xcaa80000']],
    ['Oxcaa80000', ['0xcaa80000']],
    ['CAA-70004', ['0xcaa70004']],
    ['caa 5004b', ['0xcaa5004b']],
    ['AADSTS50020', ['aadsts50020']],
    ['AADSTS 50020', ['aadsts50020']],
    ['aadsts-700016: no', ['aadsts700016']],
    ['ＡＡＤＳＴＳ５００２０', ['aadsts50020']],
    ['0x8007016A', ['0x8007016a']],
    ['error code: 80070005', ['0x80070005']],
    ['0x80070005', ['0x80070005']],
    ['0x8004de40 or 0x8004de88, then CAA50021', ['0x8004de40', '0x8004de88', '0xcaa50021']],
    ['0x8004de40, again 8004de40', ['0x8004de40']],
    ['not 0x8004de40 but 0x8004de90', ['0x8004de90']],
    ['0x8004de40ではなく0x8004de90です', ['0x8004de90']],
  ])('reads %s', (text, codes) => {
    expect(valuesIn(text, 'code')).toEqual(codes);
  });

  it.each([
    '0x8004de4',
    '0x8004de400',
    '0x8004de4 before lunch',
    'DE40',
    'call me at 80070005',
    'DefaultSecureProtocols is 0x00000a00',
    'event ID 4001',
    'the tenant is 8004de40-12ab-4c3d-9e8f-0123456789ab',
    'version 19.152.0927.0012',
    '-5',
    'decade of caa',
  ])('finds no code in %s', (text) => {
    expect(valuesIn(text, 'code')).toEqual([]);
  });

  it.each([
    ['it says DE40', ['0x8004de40']],
    ['deef', ['0x8004deef']],
    ['0x8004de4', ['0x8004de4']],
    ['0x8004de400', ['0x8004de400']],
    ['CAA5002', ['0xcaa5002']],
    ['0x8004de40', []],
    ['0x8004de40, so DE40', []],
    ['the deal is dead', []],
    ['page de41.html', []],
  ])('keeps what is nearly a code apart: %s', (text, near) => {
    expect(read(text).nearCodes).toEqual(near);
  });

  it.each([
    ['There is no error code', 'none'],
    ['no code shown', 'none'],
    ['エラーコードはありません', 'none'],
    ['コードは表示されません', 'none'],
    ["I don't know the error code", 'unknown'],
    ['エラーコードはわかりません', 'unknown'],
  ])('hears that there is none: %s', (text, value) => {
    expect(valuesIn(text, 'code')).toEqual([value]);
  });

  it('prefers a code over the words that there is none', () => {
    expect(valuesIn('first no error code, now 0x8004de40', 'code')).toEqual(['0x8004de40']);
  });
});
