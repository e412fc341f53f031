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
    ["We couldn't sign you in. [CAA20003]\nServer message: AADSTS50057: The account is disabled.\nCorrelation ID: 1", ['0xcaa20003', 'aadsts50057']],
    ['Code was 0x8004de90. Sorry, typo, it is 0x8004de40.', ['0x8004de40']],
    ['0x8004de90 と書きましたが、正しくは 0x8004de40 です', ['0x8004de40']],
    ['0x8004de90 and after a restart 0x8004de40', ['0x8004de90', '0x8004de40']],
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
    ['CAA 50021', ['0xcaa50021']],
    ['caa50021', ['0xcaa50021']],
    ['エラーコード：ＣＡＡ７０００４', ['0xcaa70004']],
    ['caa82ee2', ['0xcaa82ee2']],
    ['AADSTS50020: User account is not there', ['aadsts50020']],
    ['ＡＡＤＳＴＳ５００２０：', ['aadsts50020']],
    ['0x8007 016a', ['0x8007016a']],
    ['0x801C001D', ['0x801c001d']],
    ['0x80072EE2', ['0x80072ee2']],
    ['error 80072ee2', ['0x80072ee2']],
    ['80070005', ['0x80070005']],
    ['2147802688', ['0x8004de40']],
    ['code 2147802688', ['0x8004de40']],
    ['code-2147164608', ['0x8004de40']],
    ['-2147024534', ['0x8007016a']],
    ['error 2147942762', ['0x8007016a']],
    ['－２１４７０２４５３４', ['0x8007016a']],
    ['-2145648611', ['0x801c001d']],
    ['-2147221233', ['0x8004010f']],
    ['error_description=x%3DAADSTS50020%3a+User', ['aadsts50020']],
    ['code%253D0x8004de40%2520', ['0x8004de40']],
    ['%200x8004de40', ['0x8004de40']],
    ['?code%3Dcaa50021', ['0xcaa50021']],
    ['0x8004de40even', ['0x8004de40']],
    ['0x8004deef0x8004def4', ['0x8004deef', '0x8004def4']],
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
    'call me at 2147024534',
    'call me at 2147942762',
    'part 8007016a',
    'error 50126 when I sign in',
    '0xde40',
    '0xa00',
    'AADSTS50020123',
  ])('finds no code in %s', (text) => {
    expect(valuesIn(text, 'code')).toEqual([]);
  });

  it.each([
    ['it says DE40', ['0x8004de40']],
    ['deef', ['0x8004deef']],
    ['0x8004de4', ['0x8004de4']],
    ['0x8004de400', ['0x8004de400']],
    ['CAA5002', ['0xcaa5002']],
    ['0xde40', ['0x8004de40']],
    ['de4O', ['0x8004de40']],
    ['0x80004de40', ['0x80004de40']],
    ['0x8004d40', ['0x8004d40']],
    ['AADSTS5002', ['aadsts5002']],
    ['AADSTS50020123', ['aadsts50020123']],
    ['part 8007016a', ['0x8007016a']],
    ['error 50126 when I sign in', ['aadsts50126']],
    ['サインインでエラー 50126', ['aadsts50126']],
    ['error 50126', []],
    ['invoice 50126, I cannot sign in', []],
    ['0x00000a00', []],
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

  it.each([
    ['80070005', '0x80070005'],
    ['it is 80070005', '0x80070005'],
    ['8004de40', '0x8004de40'],
  ])('a bare number answers the question for the code: %s', (text, code) => {
    expect(read(text, 'code').facts.code?.values).toEqual([code]);
  });

  it('a bare number that answers the question may be one of signing in', () => {
    expect(read('50126', 'code').nearCodes).toEqual(['aadsts50126']);
  });

  it.each([
    ['Ox8oo4de4O', ['0x8004de40']],
    ['Ox8004de40', []],
    ['0x8004de4O, I mean 0x8004de40', []],
  ])('knows where the letter O stood for a zero: %s', (text, uncertain) => {
    expect(read(text).uncertainCodes).toEqual(uncertain);
  });
});
