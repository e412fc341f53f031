import { describe, expect, it } from '@jest/globals';
import type { Command, SafetyRule, StepContent } from '../../src/knowledge/content.ts';
import { judge, rulesFor } from '../../src/proof/judge.ts';
import { type Condition, evaluate } from '../../src/triage/conditions.ts';
import type { Facts, Vocabulary } from '../../src/triage/facts.ts';
import type { Audience } from '../../src/triage/playbook.ts';

const WINDOWS: Condition = { kind: 'is', fact: 'os', values: ['windows-11', 'windows-10'] };
const RESET = 'netsh winsock reset';

const reset = rule('network-reset', /^netsh winsock reset$/i, {
  leastRisk: 'R3',
  audience: 'helpdesk',
  elevated: true,
  needs: WINDOWS,
  after: /ipconfig \/all/,
  confirms: [/restore point/i],
});
const read = rule('ipconfig-read', /^ipconfig \/all$/i, { needs: WINDOWS });
const RULES = [reset, read];

const sound = step('reset-network', {
  risk: 'R3',
  audience: 'helpdesk',
  needsAdmin: true,
  checks: [words('A restore point exists.')],
  isUndoable: false,
  commands: [command('ipconfig /all'), command(RESET)],
});

describe('the judge', () => {
  it('has nothing against a step of which every command has what its rules need', () => {
    expect(faultsOf(sound)).toEqual([]);
  });

  it.each<[string, StepContent, string]>([
    ['a risk below the least', { ...sound, risk: 'R2' }, 'network-reset'],
    ['no administrator', { ...sound, needsAdmin: false }, 'network-reset'],
    ['a check that is left out', { ...sound, checks: [words('Nobody is signed in.')] }, 'network-reset'],
    ['what must come before left out', { ...sound, commands: [command(RESET)] }, 'network-reset'],
    ['what must come before after it', { ...sound, commands: [command(RESET), command('ipconfig /all')] }, 'network-reset'],
    ['a command that no rule knows', { ...sound, commands: [...sound.commands, command('format c:')] }, 'law'],
    ['something hung on to a command', { ...sound, commands: [command('ipconfig /all'), command(`${RESET} & del x`)] }, 'law'],
    ['R3 that is said to be undoable', { ...sound, isUndoable: true }, 'law'],
    ['R3 without a check', { ...sound, checks: [] }, 'law'],
    ['R3 without the way back', { ...sound, undo: null }, 'law'],
  ])('objects to %s', (_name, spoilt, by) => {
    expect(faultsOf(spoilt).map((fault) => fault.rule)).toContain(by);
  });

  it.each<[string, Facts]>([
    ['another OS', facts({ os: 'macos' })],
    ['an OS that is not known', facts({ os: 'unknown' })],
    ['no OS at all', {}],
  ])('objects to a command on %s', (_name, known) => {
    expect(faultsOf(sound, { known })).toEqual([
      expect.objectContaining({ rule: 'network-reset', command: RESET }),
      expect.objectContaining({ rule: 'ipconfig-read', command: 'ipconfig /all' }),
    ]);
  });

  it('takes what must come before from an earlier step of the way', () => {
    const alone = { ...sound, commands: [command(RESET)] };
    const earlier = step('look', { commands: [command('ipconfig /all')] });

    expect(faultsOf(alone, { before: [earlier] })).toEqual([]);
  });

  it('lets no employee see what its rule keeps for the helpdesk, whatever the step says', () => {
    const shown = step('look', { commands: [command('gpedit.msc')] });
    const rules = [rule('policy', /^gpedit\.msc$/, { audience: 'helpdesk', needs: WINDOWS })];

    expect(faultsOf(shown, { rules, audience: 'helpdesk' })).toEqual([]);
    expect(faultsOf(shown, { rules, audience: 'employee' })).toEqual([expect.objectContaining({ rule: 'policy', step: 'look' })]);
  });

  it.each<[string, Partial<StepContent>, Facts, boolean]>([
    ['R1', { risk: 'R1' }, facts({}), true],
    ['R2 on their own PC', { risk: 'R2' }, facts({ device: 'personal', rights: 'admin' }), true],
    ['R2 on a managed PC', { risk: 'R2' }, facts({ device: 'managed', rights: 'admin' }), false],
    ['R2 without rights', { risk: 'R2' }, facts({ device: 'personal', rights: 'no-admin' }), false],
    ['R2 with nothing known', { risk: 'R2' }, facts({}), false],
    ['R3', { risk: 'R3', isUndoable: false, checks: [words('Ready.')] }, facts({ device: 'personal', rights: 'admin' }), false],
    ["the helpdesk's", { risk: 'R0', audience: 'helpdesk' }, facts({ device: 'personal', rights: 'admin' }), false],
  ])('lets an employee see a step or not: %s', (_name, part, known, isFine) => {
    expect(faultsOf(step('a', part), { known, audience: 'employee' }).length === 0).toBe(isFine);
  });

  it('asks R2 for the way back', () => {
    expect(faultsOf(step('a', { risk: 'R2', undo: null })).map((fault) => fault.rule)).toEqual(['law']);
  });

  it('never lets pass what is forbidden, in a command or in a line of what to do', () => {
    const rules = [rule('never', /regedit/i, { isForbidden: true, action: { en: /Registry Editor/i, ja: /レジストリ エディター/ } })];

    expect(faultsOf(step('a', { commands: [command('regedit /s x.reg')] }), { rules })).toHaveLength(1);
    expect(faultsOf(step('a', { actions: [{ en: 'Open the Registry Editor.', ja: '開きます。' }] }), { rules })).toHaveLength(1);
    expect(faultsOf(step('a', { actions: [{ en: 'Open it.', ja: 'レジストリ エディターを開きます。' }] }), { rules })).toHaveLength(1);
    expect(faultsOf(step('a', { undo: words('Set it back in the Registry Editor.') }), { rules })).toHaveLength(1);
    expect(faultsOf(step('a', { checks: [words('The Registry Editor is open.')] }), { rules })).toHaveLength(1);
    expect(faultsOf(step('a', { actions: [words('Open OneDrive.')] }), { rules })).toEqual([]);
  });

  it('holds a thing done by hand against its rule too', () => {
    const unlink = rule('unlink', null, {
      action: { en: /\bunlink\b/i, ja: /リンクを解除/ },
      leastRisk: 'R1',
      asUser: true,
      needs: { kind: 'is', fact: 'files', values: ['safe'] },
    });
    const shown = step('unlink-onedrive', { risk: 'R1', actions: [{ en: 'Choose Unlink this PC.', ja: '「この PC のリンクを解除」を選びます。' }] });
    const rules = [unlink];

    expect(faultsOf(shown, { rules, known: facts({ files: 'safe' }) })).toEqual([]);
    expect(faultsOf(shown, { rules, known: facts({ files: 'pending-upload' }) })).toHaveLength(1);
    expect(faultsOf({ ...shown, needsAdmin: true }, { rules, known: facts({ files: 'safe' }) })).toHaveLength(1);
    expect(faultsOf({ ...shown, risk: 'R0' }, { rules, known: facts({ files: 'safe' }) })).toHaveLength(1);
  });

  it('drops a rule while what is said under "unless" is known, and only then', () => {
    const off = rule('protection-off', null, {
      action: { en: /turn off the antivirus/i, ja: /ウイルス対策を切る/ },
      leastRisk: 'R3',
      unless: { kind: 'is', fact: 'device', values: ['personal'] },
    });
    const shown = step('a', { risk: 'R1', actions: [words('Turn off the antivirus.')] });

    expect(faultsOf(shown, { rules: [off], known: facts({ device: 'personal' }) })).toEqual([]);
    expect(faultsOf(shown, { rules: [off], known: facts({ device: 'unknown' }) })).toHaveLength(1);
    expect(faultsOf(shown, { rules: [off], known: {} })).toHaveLength(1);
  });

  it('applies every rule that fits, and does not take one for a family as knowing a command', () => {
    const family = rule('any-netsh', /^netsh\b/i, { isNarrowing: true, needs: { kind: 'is', fact: 'network', values: ['office'] } });
    const shown = step('a', { commands: [command('netsh winhttp show proxy')] });
    const known = rule('show-proxy', /^netsh winhttp show proxy$/i, { needs: WINDOWS });

    expect(faultsOf(shown, { rules: [family] }).map((fault) => fault.rule)).toEqual(['law', 'any-netsh']);
    expect(faultsOf(shown, { rules: [family, known] }).map((fault) => fault.rule)).toEqual(['any-netsh']);
    expect(faultsOf(shown, { rules: [family, known], known: facts({ os: 'windows-11', network: 'office' }) })).toEqual([]);
  });

  it.each<[string, Command['shell'], string, boolean]>([
    ['a cmdlet in PowerShell', 'powershell', 'Get-TlsCipherSuite', true],
    ['a cmdlet in the Command Prompt', 'cmd', 'Get-TlsCipherSuite', false],
    ['%NAME% in the Run box', 'run', '%temp%', true],
    ['%NAME% in PowerShell', 'powershell', '%temp%', false],
    ['$env:NAME in PowerShell', 'powershell', '$env:temp', true],
    ['$env:NAME in the Command Prompt', 'cmd', '$env:temp', false],
  ])('looks where a command is typed: %s', (_name, shell, text, isFine) => {
    const rules = [
      rule('ciphers', /^Get-TlsCipherSuite$/i, { shells: ['powershell'], needs: WINDOWS }),
      rule('open', /^(?:%temp%|\$env:temp)$/i, { needs: WINDOWS }),
    ];

    expect(faultsOf(step('a', { commands: [{ shell, text, note: null }] }), { rules }).length === 0).toBe(isFine);
  });

  it('refuses a repair that says it only looks', () => {
    expect(faultsOf(step('a', { learns: null })).map(({ sentence }) => sentence)).toEqual([expect.stringMatching(/meant to repair/)]);
  });

  it('tells which rules have something to say of a step, whatever the way', () => {
    expect(rulesFor(sound, RULES)).toEqual(RULES);
    expect(rulesFor(step('a', { commands: [command('ipconfig /all')] }), RULES)).toEqual([read]);
  });

  it('says the step, the command and the reason in a sentence', () => {
    const [fault] = faultsOf({ ...sound, risk: 'R2' });

    expect(fault).toMatchObject({ rule: 'network-reset', step: 'reset-network', command: RESET });
    expect(fault?.sentence).toContain(reset.because);
    expect(fault?.sentence).toContain(RESET);
  });
});

interface Way {
  readonly known?: Facts;
  readonly audience?: Audience;
  readonly rules?: readonly SafetyRule[];
  readonly before?: readonly StepContent[];
}

const VOCABULARY: Vocabulary = new Map(
  ['os', 'web', 'device', 'rights', 'files', 'network'].map((name) => [
    name,
    { name, isList: false, match: 'first', evidence: 'person', imprecise: new Map() },
  ]),
);

function faultsOf(shown: StepContent, { known = facts({ os: 'windows-11' }), audience = 'helpdesk', rules = RULES, before = [] }: Way = {}) {
  const sight = { vocabulary: VOCABULARY, facts: known, isSettled: () => false };
  return judge({ step: shown, before }, audience, (needs) => evaluate(needs, sight) === true, rules);
}

function facts(values: Readonly<Record<string, string>>): Facts {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { values: [value], source: { kind: 'given' } }]));
}

function rule(id: string, pattern: RegExp | null, part: Partial<SafetyRule>): SafetyRule {
  return {
    id,
    because: `There is a reason for ${id}.`,
    sources: ['002'],
    command: pattern,
    action: null,
    shells: [],
    isForbidden: false,
    isNarrowing: false,
    unless: null,
    leastRisk: 'R0',
    audience: 'employee',
    needs: null,
    after: null,
    confirms: [],
    asUser: false,
    elevated: false,
    ...part,
  };
}

function command(text: string): Command {
  return { shell: 'cmd', text, note: null };
}

function words(en: string) {
  return { en, ja: 'あ' };
}

function step(id: string, part: Partial<StepContent>): StepContent {
  return {
    id,
    risk: 'R0',
    audience: 'employee',
    when: null,
    guard: null,
    learns: { worked: {}, failing: {} },
    title: words(id),
    why: words('Because.'),
    actions: [words('Do it.')],
    commands: [],
    needsAdmin: false,
    checks: [],
    verify: words('It works.'),
    undo: words('Take it back.'),
    isUndoable: true,
    notWhere: null,
    departs: null,
    labels: null,
    sources: ['002'],
    ...part,
  };
}
