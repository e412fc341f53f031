import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { faultAt, Player } from './play.ts';

const TEXTS = [
  'OneDrive 0x8004de40',
  'Windows 11',
  'Windows 7',
  '0x8004de88',
  '0x80070005',
  'de40',
  'it works',
  'still failing',
  'it worked',
  'わかりません',
  'yes',
  'no',
  'continue',
  'new',
  'restart',
  'help',
  'diagnose',
  '日本語で',
  'talk to a person',
  "I'm on my phone because the PC is off",
  'back at my PC',
  'hello',
  'thanks',
  '',
  '🙂',
  'cheese',
  'at home',
  'others in the office have it too',
  'my outlook does not start',
  'Microsoft Windows [Version 10.0.22631.4317]',
  'OS Version: 10.0.19045',
  'Proxy Server(s) :  proxy.example.com:8080',
  'no, it is Windows 10',
  'no proxy',
  '--- Windows\nOS Version: 10.0.22631\nKiku administrator: True\nKiku other sites: 200\n--- End',
];
const DOS = [
  'answer',
  'outcome',
  'change',
  'go-on',
  'not-mine',
  'as-text',
  'check',
  'wrong',
  'phone',
  'person',
  'continue',
  'new',
  'start',
  'help',
  'language',
];

const text = fc.record({ kind: fc.constant('text' as const), text: fc.oneof(fc.constantFrom(...TEXTS), fc.string()) });
const edit = fc.record({ kind: fc.constant('edit' as const), text: fc.constantFrom(...TEXTS), back: fc.nat(5) });
const tap = fc.record({
  kind: fc.constant('tap' as const),
  do: fc.constantFrom(...DOS),
  /** How far behind the current revision. */
  age: fc.constantFrom(0, 0, 0, 1, 2),
  isForeign: fc.constantFrom(false, false, false, true),
  fact: fc.constantFrom('code', 'os', 'web', 'network', 'affected', 'files', 'constructor', '__proto__'),
  value: fc.constantFrom('works', 'fails', 'unknown', 'windows-11', 'windows-7', 'only-me', 'nonsense', '0x8004de88'),
  outcome: fc.constantFrom('worked', 'failing', 'cannot'),
  advisory: fc.constantFrom('OD900001', 'OD255960'),
  step: fc.constantFrom('restart-onedrive', 'time-and-updates', 'tick-tls-1.2', 'rejoin-hybrid', 'toString'),
});
const wait = fc.record({ kind: fc.constant('wait' as const), hours: fc.nat(40) });
const fault = fc.record({ kind: fc.constant('fault' as const), isOn: fc.boolean() });
const act = fc.oneof(
  { weight: 1, arbitrary: fault },
  { weight: 6, arbitrary: text },
  { weight: 6, arbitrary: tap },
  { weight: 1, arbitrary: edit },
  { weight: 1, arbitrary: wait },
);

describe('whatever people write and tap, in whatever order', () => {
  it('one card waits at most, a stale tap changes nothing, the revision only grows, and nothing throws', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const player = new Player();
        const sent: string[] = [];
        for (const one of acts) {
          const { intake: before, person } = player;
          if (one.kind === 'wait') player.at += one.hours * 3_600_000;
          else if (one.kind === 'fault') player.shelf = { ...player.shelf, advisories: one.isOn ? [faultAt(player.at)] : [] };
          else if (one.kind === 'text') sent.push(player.say(one.text));
          else if (one.kind === 'edit') player.edit(sent.at(-1 - one.back) ?? 'unheard', one.text);
          else {
            const { kind: _, age, isForeign, ...rest } = one;
            const revision = (before?.revision ?? 1) - age;
            player.tap({ ...rest, on: true, ...(isForeign ? { intake: 'foreign' } : {}), revision });
            // What may be tapped late: these change nothing that is known, or say so themselves.
            const isFree = ['start', 'help', 'language', 'person', 'change', 'phone'].includes(one.do);
            if (!isFree && age > 0) expect(player.intake).toBe(before);
            if (isForeign && !['start', 'help', 'language'].includes(one.do)) expect(player.intake).toBe(before);
          }
          const posts = player.last?.posts ?? [];
          expect(posts.filter((post) => post.isOpen).length).toBeLessThanOrEqual(1);
          if (one.kind !== 'wait' && one.kind !== 'fault' && person.openSlot !== null && player.person.openSlot !== person.openSlot)
            expect(player.settled).not.toBeNull();
          if (before !== null && player.intake?.id === before.id) expect(player.intake.revision).toBeGreaterThanOrEqual(before.revision);
          if (player.intake !== before)
            expect(player.intake?.revision).toBeGreaterThan(player.intake?.id === before?.id ? (before?.revision ?? 0) : 0);
          if (player.intake?.state === 'open') expect(player.person.openSlot).not.toBeNull();
        }
      }),
      { numRuns: 400 },
    );
  });
});
