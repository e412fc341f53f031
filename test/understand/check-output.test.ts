import { describe, expect, it } from '@jest/globals';
import { MAC_OUTPUT, MODERN, OLDER, windowsOutput, withPrompts } from './check-outputs.ts';
import { read } from './lexicon.ts';

const factsIn = (text: string) => Object.fromEntries(Object.entries(read(text).facts).map(([name, known]) => [name, known.values.join()]));

const modern = {
  os: 'windows-10',
  rights: 'no-admin',
  device: 'managed',
  internet: 'works',
  proxy: 'none',
  join: 'hybrid',
  'device-auth': 'success',
  ciphers: 'ok',
  'default-secure-protocols': 'absent',
};
const older = { os: 'windows-7-sp1', rights: 'admin', internet: 'works', proxy: 'none', 'default-secure-protocols': 'absent' };

describe.each(['en', 'ja'] as const)('the output of a block on Windows (%s)', (language) => {
  it.each([
    ['a modern one', MODERN, modern],
    ['an older one', OLDER, older],
    ['a server', { ...OLDER, name: 'Microsoft Windows Server 2012 R2 Standard', version: '6.3.9600' }, { ...older, os: 'server-2012-r2' }],
    ['a new server', { ...MODERN, name: 'Microsoft Windows Server 2022 Standard', version: '10.0.20348' }, { ...modern, os: 'server-2022' }],
    [
      'Windows 11 out of the domain',
      { ...MODERN, name: 'Microsoft Windows 11 Pro', version: '10.0.22631', isInDomain: false, join: ['YES', 'NO', 'NO'] as const },
      { ...without('device', modern), os: 'windows-11', join: 'entra' },
    ],
    ['a disabled device', { ...MODERN, isDisabled: true }, { ...modern, 'device-auth': 'disabled' }],
    ['a proxy', { ...MODERN, hasProxy: true }, { ...modern, proxy: 'present' }],
    ['a value in the registry', { ...OLDER, protocols: '0xa00' }, { ...older, 'default-secure-protocols': '0xa00' }],
    [
      'poor suites',
      { ...MODERN, suites: ['TLS_RSA_WITH_AES_256_CBC_SHA', 'TLS_RSA_WITH_AES_128_CBC_SHA', 'TLS_RSA_WITH_NULL_SHA'] },
      { ...modern, ciphers: 'missing' },
    ],
    ['no other site', { ...MODERN, isOffline: true }, without('internet', modern)],
  ])('states what it prints: %s', (_what, device, expected) => {
    const output = windowsOutput(language, device);

    expect(factsIn(output)).toEqual(expected);
    expect(factsIn(withPrompts(output))).toEqual(expected);
    expect(factsIn(output.replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it('leaves the words around it to the person', () => {
    expect(factsIn(`OneDrive 0x8004de40\n${windowsOutput(language, MODERN)}\nteams too`)).toMatchObject({ ...modern, code: '0x8004de40' });
  });

  it('is no answer to the question that waits', () => {
    expect(Object.keys(read(windowsOutput(language, MODERN), 'web').facts).sort()).toEqual(Object.keys(modern).sort());
  });

  it('names the output as the source of each fact, without names and addresses', () => {
    const sources = Object.values(read(withPrompts(windowsOutput(language, MODERN))).facts).map(({ source }) => source);

    expect(sources.map(({ kind }) => kind)).toEqual(sources.map(() => 'pasted'));
    expect(JSON.stringify(sources)).not.toMatch(/kondo|fabrikam|192\.168/);
  });

  it('asks nothing and commands nothing', () => {
    const { command, question, nearCodes, smallTalk } = read(windowsOutput(language, MODERN));

    expect([command, question, nearCodes, smallTalk]).toEqual([null, null, [], null]);
  });

  it('that was cut states what is there', () => {
    const output = windowsOutput(language, MODERN);

    expect(factsIn(output.slice(0, output.indexOf('--- Proxy')))).toEqual({
      os: 'windows-10',
      rights: 'no-admin',
      device: 'managed',
      join: 'hybrid',
      'device-auth': 'success',
    });
  });
});

describe('the output of the block of a Mac', () => {
  it('states what it prints', () => {
    expect(factsIn(MAC_OUTPUT)).toEqual({ os: 'macos', device: 'managed', internet: 'works' });
  });

  it("says nothing of a Mac that is in nobody's care", () => {
    expect(factsIn(MAC_OUTPUT.replace('MDM enrollment: Yes (User Approved)', 'MDM enrollment: No'))).toEqual({ os: 'macos', internet: 'works' });
  });
});

function without(name: string, facts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => fact !== name));
}
