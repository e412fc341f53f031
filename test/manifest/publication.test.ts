import { describe, expect, it } from '@jest/globals';
import { readPublication } from '../../src/manifest/publication.ts';
import { PUBLICATION } from './sources.ts';

const GOOD = ['--app-id', PUBLICATION.appId, '--bot-id', PUBLICATION.botId, '--domain', PUBLICATION.domain];

function faultsOf(args: readonly string[]): readonly string[] {
  const asked = readPublication(args);
  return 'faults' in asked ? asked.faults : [];
}

describe('the arguments of the package', () => {
  it('need two ids and a domain, and the pages are on that domain unless they are named', () => {
    expect(readPublication(GOOD)).toEqual({ publication: { ...PUBLICATION, publisher: 'Kiku' }, out: 'dist/kiku.zip' });
    expect(readPublication([...GOOD, '--publisher', 'Contoso', '--privacy=https://contoso.example/p', '--out', '/tmp/a.zip'])).toEqual({
      publication: { ...PUBLICATION, privacy: 'https://contoso.example/p' },
      out: '/tmp/a.zip',
    });
  });

  it('are taken as people copy them: in capitals, in braces', () => {
    const asked = readPublication([
      '--app-id',
      `{${PUBLICATION.appId.toUpperCase()}}`,
      '--bot-id',
      PUBLICATION.botId,
      '--domain',
      'Kiku.Contoso.Example',
    ]);

    expect(asked).toMatchObject({ publication: { appId: PUBLICATION.appId, domain: PUBLICATION.domain } });
  });

  it('are all told of at once', () => {
    expect(faultsOf([])).toHaveLength(3);
  });

  it.each([
    ['app-id', 'kiku'],
    ['app-id', '00000000-0000-0000-0000-000000000000'],
    ['bot-id', `${PUBLICATION.botId}0`],
    ['domain', 'https://kiku.example.com'],
    ['domain', 'kiku.example.com/api'],
    ['domain', 'kiku.example.com:3978'],
    ['domain', '*.example.com'],
    ['domain', '10.0.0.1'],
    ['domain', 'localhost'],
    ['domain', 'kiku..com'],
    ['domain', 'a@example.com'],
    ['publisher', 'x'.repeat(33)],
    ['privacy', 'http://contoso.example/privacy'],
    ['terms', 'javascript:alert(1)'],
  ])('--%s %s is refused in one sentence', (option, value) => {
    const at = GOOD.indexOf(`--${option}`) + 1;
    const args = at === 0 ? [...GOOD, `--${option}`, value] : GOOD.with(at, value);

    expect(faultsOf(args)).toEqual([expect.stringContaining(`--${option}`)]);
  });

  it.each([
    ['a value without an option', [...GOOD, 'kiku']],
    ['an option that there is not', [...GOOD, '--nonsense=x']],
    ['an option without a value', [...GOOD, '--out']],
    ['an option that is given twice', [...GOOD, '--domain', 'b.example']],
  ])('%s is told of', (_name, args) => {
    expect(faultsOf(args)).toHaveLength(1);
  });
});
