import { describe, expect, it } from '@jest/globals';
import { presentCase } from '../../src/cards/present-case.ts';
import { wordsIn } from '../../src/cards/words.ts';
import type { Case } from '../../src/case-ports.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Registered, Untold } from '../../src/registered.ts';
import { aCase } from './case-views.ts';

const knowledge = loadKnowledge('knowledge');
const words = wordsIn(knowledge, 'en');

/** The card of a case as an agent sees it. */
function cardOf(one: Case): Readonly<Record<string, unknown>> {
  return presentCase({ kind: 'case-card', case: one, isPrivate: false, steps: [], asks: [], onCall: null }, words, 'UTC').data;
}

describe('the card of a case', () => {
  it('names the kinds of what was left out, each in words', () => {
    const content = { ...aCase.content, leftOut: ['*tried', '*words', '*advisories', 'network'] };
    const labels = ['label.tried', 'case.words', 'label.case-advisories'].map((key) => knowledge.phrases.get(key)?.en ?? '-');
    const network = knowledge.facts.get('network')?.title.en ?? '-';

    const sections = JSON.stringify(cardOf({ ...aCase, content }).sections);

    expect(sections).toContain([...labels, network].join(', '));
    expect(sections).not.toMatch(/\*(?:tried|words|advisories)/);
  });

  it('shows beside the Windows that was named which one is managed, and mixes nothing in', () => {
    expect(factLine('windows-10', ['windows-11'])).toMatch(/Windows 10.*Windows 11.*LAPTOP-1/);
  });

  it.each<[string, string, string[]]>([
    ['the same', 'windows-11', ['windows-11']],
    ['one of several', 'windows-10', ['windows-11', 'windows-10']],
    ['less exact', 'windows', ['windows-11']],
    ['a phone of their own', 'ios', ['windows-11']],
    ['a PC of their own, beside a managed phone', 'windows-10', ['ios']],
    ['not known', 'unknown', ['windows-11']],
  ])('says nothing of devices beside what was named: %s', (_name, named, managed) => {
    expect(factLine(named, managed)).not.toContain('LAPTOP');
  });

  it('lists managed devices and where somebody works', () => {
    const data = cardOf({ ...aCase, registered: registered(['windows-11']) });

    expect(JSON.stringify(data.sections).replaceAll('\\', '')).toContain('LAPTOP-1 · Surface · Windows 10.0.1 · not compliant · last seen');
    expect(JSON.stringify(data.rows)).toContain('Accountant, Finance');
  });

  it.each<[Untold, Untold, RegExp | null]>([
    ['forbidden', 'forbidden', /User\.Read\.All.*DeviceManagementManagedDevices\.Read\.All/],
    ['unknown', 'unknown', /does not know the employee\.$/],
    ['silent', 'silent', /nothing about the employee.*nothing about their devices/],
  ])('says in a line why nothing is known: %s and %s', (person, devices, said) => {
    const one = { ...aCase, registered: { person: { kind: 'untold', why: person }, devices: { kind: 'untold', why: devices } } } as const;

    const hints = cardOf(one).hints as readonly { readonly text: string }[];

    expect(hints).toHaveLength(2);
    expect(hints[0]?.text.replaceAll('\\', '')).toMatch(said ?? /$/);
  });

  it('says nothing of it before it was asked', () => {
    expect(cardOf(aCase).hints).toHaveLength(1);
  });
});

/** What is on file of somebody who works with devices of these systems. */
function registered(systems: readonly string[]): Registered {
  const all = systems.map((os, index) => ({
    ...{ name: `LAPTOP-${index + 1}`, model: 'Surface', system: 'Windows 10.0.1', os, seenAt: aCase.createdAt },
    compliance: 'noncompliant' as const,
  }));
  return { person: { kind: 'told', jobTitle: 'Accountant', department: 'Finance', office: '' }, devices: { kind: 'told', all } };
}

/** The line of the card about the operating system. */
function factLine(named: string, managed: readonly string[]): string {
  const facts = { os: { values: [named], source: { kind: 'tapped' } } } as const;
  const content = { ...aCase.content, facts, contradictions: [] };
  const sections = cardOf({ ...aCase, content, registered: registered(managed) }).sections as readonly {
    readonly label: string;
    readonly lines: readonly { readonly text: string }[];
  }[];
  const known = sections.find(({ label }) => label === knowledge.phrases.get('label.facts')?.en);
  return known?.lines.map(({ text }) => text).join('\n') ?? '';
}
