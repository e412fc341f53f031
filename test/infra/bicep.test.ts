import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Bicep, bicepOf, bicepReader, INFRA, namesIn, within } from './bicep.ts';

const names = readdirSync(INFRA, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
const reads = await bicepReader();
const files = new Map(names.filter((name) => name.endsWith('.bicep')).map((name) => [name, reads(name)]));
const parameterFiles = names.filter((name) => name.endsWith('.bicepparam')).map(reads);

/** Versions that were looked up in Azure's published types, so that a slip of the pen is none. */
const VERSIONS: ReadonlySet<string> = new Set([
  'Microsoft.App/containerApps@2025-01-01',
  'Microsoft.App/managedEnvironments@2025-01-01',
  'Microsoft.Authorization/roleAssignments@2022-04-01',
  'Microsoft.BotService/botServices@2022-09-15',
  'Microsoft.BotService/botServices/channels@2022-09-15',
  'Microsoft.ContainerRegistry/registries@2023-07-01',
  'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01',
  'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2024-08-01',
  'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01',
  'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01',
  'Microsoft.Insights/actionGroups@2023-01-01',
  'Microsoft.Insights/components@2020-02-02',
  'Microsoft.Insights/diagnosticSettings@2021-05-01-preview',
  'Microsoft.Insights/metricAlerts@2018-03-01',
  'Microsoft.Insights/scheduledQueryRules@2022-06-15',
  'Microsoft.Insights/webtests@2022-06-15',
  'Microsoft.KeyVault/vaults@2023-07-01',
  'Microsoft.KeyVault/vaults/secrets@2023-07-01',
  'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31',
  'Microsoft.Network/privateDnsZones@2020-06-01',
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01',
  'Microsoft.Network/virtualNetworks@2023-11-01',
  'Microsoft.OperationalInsights/workspaces@2023-09-01',
]);
const SECRET = /list\w*\(|password|secret|ConnectionString|InstrumentationKey|sharedKey/i;

describe('the files of infra', () => {
  it('parse, the modules all stand in main, and there are two sets of parameters', () => {
    const all = [...files.values(), ...parameterFiles];

    expect(all.flatMap(({ faults }) => faults)).toEqual([]);
    expect(new Set(main().modules.map(({ target }) => target))).toEqual(new Set(names.filter((name) => /^modules\/.*\.bicep$/.test(name))));
    expect(parameterFiles.map(({ file }) => file).toSorted()).toEqual(['large.bicepparam', 'small.bicepparam']);
  });

  it.each([...files.values()].map((bicep) => [bicep.file, bicep] as const))(
    '%s names nothing that is not there, and declares nothing for nothing',
    (_file, bicep) => {
      expect(unknownNames(bicep)).toEqual([]);
      expect(unusedNames(bicep)).toEqual([]);
    },
  );

  it.each([...files.values()].map((bicep) => [bicep.file, bicep] as const))(
    '%s gives its modules what they ask for, and takes what they have',
    (_file, bicep) => {
      expect(misfits(bicep)).toEqual([]);
    },
  );

  it('the parameters that are set are there, and none that must be set is missing', () => {
    for (const given of parameterFiles) {
      const needed = main()
        .params.filter(({ hasDefault }) => !hasDefault)
        .map(({ name }) => name);

      expect(given.variables.filter((name) => !main().params.some((param) => param.name === name))).toEqual([]);
      expect(needed.filter((name) => !given.variables.includes(name))).toEqual([]);
    }
  });

  it('name resources in versions that exist', () => {
    const used = [...files.values()].flatMap(({ resources }) => resources.map(({ target }) => target));

    expect(used.filter((target) => !VERSIONS.has(target))).toEqual([]);
  });

  it('hand out no secret, and take each of them unseen', () => {
    const outputs = [...files.values()].flatMap(({ file, outputs }) => [...outputs].map(([name, node]) => `${file} ${name} ${node.text}`));
    const params = [...files.values()].flatMap((bicep) => bicep.params.map((param) => ({ file: bicep.file, ...param })));
    const secure = params.filter(({ isSecure }) => isSecure).map(({ name }) => name);

    expect(outputs.filter((text) => SECRET.test(text.replaceAll(/passwordUri|secretUri/g, '')))).toEqual([]);
    expect(params.filter(({ name, isSecure }) => /password$|secret$|key$/i.test(name) && !isSecure)).toEqual([]);
    expect(new Set(secure)).toEqual(new Set(['appPassword']));
    expect(outputs.filter((text) => secure.some((name) => text.includes(name)))).toEqual([]);
  });

  const hasAzure = spawnSync('az', ['bicep', 'version']).status === 0;
  if (!hasAzure) process.stdout.write('az is not here: infra/ was parsed and checked, and not compiled by "az bicep build".\n');
  (hasAzure ? it : it.skip)('compile with az bicep build', () => {
    const built = spawnSync('az', ['bicep', 'build', '--file', join(INFRA, 'main.bicep'), '--stdout'], { encoding: 'utf8' });

    expect({ status: built.status, said: built.stderr }).toMatchObject({ status: 0 });
  });
});

describe('what these checks see', () => {
  it.each<[string, string, (bicep: Bicep) => readonly string[], readonly string[]]>([
    ['a bracket that is not closed', "var a = {\n  b: 'c'\n", ({ faults }) => faults.slice(0, 1).map(() => 'a fault'), ['a fault']],
    ['a name that is nowhere', 'var a = b\noutput c string = a\n', unknownNames, ['b']],
    ['a parameter that nobody uses', 'param a string\n', unusedNames, ['a']],
    ['a name inside a text', `output a string = 'x\${b}'\n`, unknownNames, ['b']],
    ['no fault in a loop', 'param a array\nvar b = [for one in a: {\n  c: one.d\n}]\noutput e array = b\n', unknownNames, []],
    [
      'a module without what it must have',
      "module a 'modules/identity.bicep' = {\n  name: 'a'\n}\n",
      misfits,
      ['a lacks name', 'a lacks location', 'a lacks tags'],
    ],
    [
      'a parameter that a module does not know, and an output that it does not have',
      "module a 'modules/identity.bicep' = {\n  name: 'a'\n  params: {\n    name: 'b'\n    location: 'c'\n    tags: {}\n    size: 3\n  }\n}\noutput d string = a!.outputs.colour\n",
      misfits,
      ['a does not know size', 'a has no output colour'],
    ],
  ])('%s', async (_name, text, check, found) => {
    expect(check(await bicepOf(text))).toEqual(found);
  });
});

function main(): Bicep {
  return files.get('main.bicep') ?? never();
}

function unknownNames(bicep: Bicep): readonly string[] {
  const loops = within(bicep.root)
    .filter(({ type }) => type === 'for_statement')
    .flatMap((loop) => {
      const [first] = loop.namedChildren;
      return first?.type === 'for_loop_parameters' ? first.namedChildren.map(({ text }) => text) : [first?.text ?? ''];
    });
  const known = new Set([...declared(bicep), ...loops]);
  return [...namesIn(bicep.root)].filter((name) => !known.has(name));
}

function unusedNames(bicep: Bicep): readonly string[] {
  const used = namesIn(bicep.root);
  return [...bicep.params.map(({ name }) => name), ...bicep.variables].filter((name) => !used.has(name));
}

function declared({ params, variables, resources, modules }: Bicep): readonly string[] {
  return [...params.map(({ name }) => name), ...variables, ...[...resources, ...modules].map(({ symbol }) => symbol)];
}

function misfits(bicep: Bicep): readonly string[] {
  return bicep.modules.flatMap(({ symbol, target, params }) => {
    const called = files.get(posix.join(posix.dirname(bicep.file), target)) ?? never();
    const lacking = called.params.filter(({ name, hasDefault }) => !hasDefault && !params.includes(name));
    const foreign = params.filter((name) => !called.params.some((param) => param.name === name));
    return [
      ...lacking.map(({ name }) => `${symbol} lacks ${name}`),
      ...foreign.map((name) => `${symbol} does not know ${name}`),
      ...outputsTaken(bicep, symbol)
        .filter((name) => !called.outputs.has(name))
        .map((name) => `${symbol} has no output ${name}`),
    ];
  });
}

/** The `z` of each `symbol.outputs.z`, `symbol!.outputs.z` and `symbol.?outputs.z`. */
function outputsTaken(bicep: Bicep, symbol: string): readonly string[] {
  const taken = within(bicep.root)
    .filter(({ type }) => type === 'member_expression')
    .map(({ text }) => new RegExp(`^${symbol}!?\\.\\??outputs\\.(\\w+)$`).exec(text)?.[1]);
  return taken.filter((name) => name !== undefined);
}

function never(): never {
  throw new Error('It is not there.');
}
