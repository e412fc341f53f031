import { describe, expect, it } from '@jest/globals';
import { oneSlipAway } from '../../src/understand/slips.ts';

const KNOWN = ['0x8004de40', '0x8004de80', '0x8004de90', '0x8004def4', '0xcaa50021', 'aadsts50020'];

describe('codes one slip away', () => {
  it.each([
    ['a wrong digit, with the one that looks alike first', '0x8004de60', ['0x8004de80', '0x8004de40', '0x8004de90']],
    ['two digits exchanged', '0x8004de04', ['0x8004de40', '0x8004def4']],
    ['the last digit missing', '0x8004de4', ['0x8004de40', '0x8004def4']],
    ['a digit missing inside', '0x8004d40', ['0x8004de40']],
    ['a digit too many', '0x8004de400', ['0x8004de40']],
    ['a zero doubled', '0x80004de40', ['0x8004de40']],
    ['a sign-in code', '0xcaa50012', ['0xcaa50021']],
    ['a number of Entra', 'aadsts5020', ['aadsts50020']],
    ['two slips', '0x8004de11', []],
    ['another kind of number', '0x50020', []],
  ])('%s', (_what, written, codes) => {
    expect(oneSlipAway(written, KNOWN)).toEqual(codes);
  });

  it('are never the code itself', () => {
    expect(oneSlipAway('0x8004de40', KNOWN)).toEqual(['0x8004de80', '0x8004de90'].toReversed());
  });
});
