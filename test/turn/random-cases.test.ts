import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Case } from '../../src/case-ports.ts';
import { isOpenCase } from '../../src/helpdesk/case.ts';
import { Player } from './play.ts';

/** Each is obeyed, and is no word for the helpdesk. */
const COMMANDS = ['restart', 'help', 'status', 'faq', 'alerts', '日本語で', 'language', 'stop alerts'];
const TEXTS = [
  'OneDrive 0x8004de40',
  'Windows 11',
  '0x80070005',
  'my outlook does not start',
  'it works',
  'still failing',
  'it worked now',
  'yes',
  'no',
  'continue',
  'new',
  'talk to a person',
  'person',
  '担当者に相談したい',
  'I want to talk to a person because it is urgent',
  'thanks',
  'hello',
  'my number is 123',
  'kim@example.com knows it',
  '部屋は 4 番です',
  'what is TLS?',
  "I'm on my phone because the PC is off",
  'diagnose',
  '🙂',
];
const CHANGES: readonly Partial<Case>[] = [
  { state: 'waiting-employee', respondedAt: 1 },
  { state: 'resolved', outcome: 'Done.' },
  { state: 'resolved', outcome: null },
  { state: 'closed' },
];
const ACTS = ['withdraw', 'helped', 'not-helped', 'go-on', 'tell', 'new'];
const DOS = ['answer', 'outcome', 'change', 'person', 'send', 'continue', 'new', 'start', 'phone', 'works-again', 'steps', 'check'];

const text = fc.record({ kind: fc.constant('text' as const), text: fc.oneof(fc.constantFrom(...TEXTS, ...COMMANDS), fc.string({ minLength: 1 })) });
const edit = fc.record({ kind: fc.constant('edit' as const), text: fc.constantFrom(...TEXTS), back: fc.nat(5) });
const unsay = fc.record({ kind: fc.constant('unsay' as const), back: fc.nat(5) });
const files = fc.record({ kind: fc.constant('files' as const), text: fc.constantFrom('', 'look') });
const own = fc.record({ kind: fc.constant('own' as const), act: fc.constantFrom(...ACTS), isForeign: fc.constantFrom(false, false, true) });
const agent = fc.record({ kind: fc.constant('agent' as const), change: fc.constantFrom(...CHANGES) });
const channel = fc.record({ kind: fc.constant('channel' as const), isOn: fc.constantFrom(true, true, false) });
const wait = fc.record({ kind: fc.constant('wait' as const), hours: fc.nat(40) });
const tap = fc.record({
  kind: fc.constant('tap' as const),
  do: fc.constantFrom(...DOS),
  age: fc.constantFrom(0, 0, 0, 1),
  fact: fc.constantFrom('code', 'os', 'web', 'network', 'affected'),
  value: fc.constantFrom('works', 'unknown', 'windows-11', 'only-me', '0x8004de88'),
  outcome: fc.constantFrom('worked', 'failing'),
  step: fc.constantFrom('restart-onedrive', 'time-and-updates'),
  along: fc.constantFrom('', 'os,*words', 'code,os,web,*tried'),
  answer: fc.constantFrom('yes', 'no'),
});
const act = fc.oneof(
  { weight: 9, arbitrary: text },
  { weight: 4, arbitrary: tap },
  { weight: 3, arbitrary: own },
  { weight: 2, arbitrary: agent },
  { weight: 1, arbitrary: edit },
  { weight: 1, arbitrary: unsay },
  { weight: 1, arbitrary: files },
  { weight: 1, arbitrary: channel },
  { weight: 1, arbitrary: wait },
);

type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

describe('whatever people write and tap while the helpdesk has a case, and whatever it does meanwhile', () => {
  it('no word is lost, no two cases are open (the player refuses), and a card waits where a trip is open', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const player = new Player();
        player.hasHelpdesk = true;
        const sent: string[] = [player.say('OneDrive 0x8004de40 Windows 11')];
        for (const one of acts) {
          const before = { held: player.person.held, intake: player.intake, case: player.case, said: player.said.length };
          const written = play(player, one, sent);
          if (written === null) continue;

          const said = player.said.map(({ text }) => text);
          for (const { id, text } of isAboutCase(before) ? before.held : []) {
            const isGone = one.kind === 'unsay' || one.kind === 'edit' || isForKiku(one);
            const isKept = player.person.held.some((held) => held.id === id) || said.includes(text);
            expect(isGone || isKept).toBe(true);
          }
          const isHelpdesks = before.case !== null && isOpenCase(before.case) && before.intake?.state !== 'open' && before.held.length === 0;
          if (isHelpdesks && written.trim() !== '' && !COMMANDS.includes(written)) {
            const isAsked = player.person.held.some(({ text }) => text.startsWith(written));
            const isCall = ['talk to a person', 'person', 'new'].includes(written);
            if (!isAsked && !isCall) expect(said.slice(before.said).some((text) => text.startsWith(written))).toBe(true);
          }
          const posts = player.last?.posts ?? [];
          expect(posts.filter((post) => post.isOpen).length).toBeLessThanOrEqual(1);
          if (player.intake?.state === 'open') expect(player.person.openSlot).not.toBeNull();
          if (player.person.held.length > 0) expect(player.person.openSlot).not.toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Whether what waits may be for the helpdesk. */
function isAboutCase({ case: one, intake }: Pick<Player, 'case' | 'intake'>): boolean {
  if (one === null || one.state === 'withdrawn') return false;
  return isOpenCase(one) || (one.outcome !== null && intake?.state === 'handed-over') || (one.state === 'closed' && intake?.state === 'handed-over');
}

/** Whoever says so has chosen that Kiku reads what waits. */
function isForKiku(one: Act): boolean {
  if (one.kind === 'text') return ['new', 'continue', 'restart'].includes(one.text);
  if (one.kind === 'own') return one.act === 'new';
  return one.kind === 'tap' && (one.do === 'new' || one.do === 'continue');
}

/** Does it; gives back what was written, empty for a tap, `null` when nothing came to Kiku. */
function play(player: Player, one: Act, sent: string[]): string | null {
  switch (one.kind) {
    case 'wait':
      player.at += one.hours * 3_600_000;
      return null;
    case 'channel':
      player.hasHelpdesk = one.isOn;
      return null;
    case 'agent':
      if (player.case !== null && isOpenCase(player.case)) player.case = { ...player.case, ...one.change, revision: player.case.revision + 1 };
      return null;
    case 'text':
      sent.push(player.say(one.text));
      return one.text;
    case 'edit':
      player.edit(sent.at(-1 - one.back) ?? 'unheard', one.text);
      return '';
    case 'unsay':
      player.do({ kind: 'unsay', of: sent.at(-1 - one.back) ?? 'unheard' });
      return '';
    case 'files':
      player.do({
        kind: 'files',
        text: one.text,
        files: [{ name: 'a.png', kind: 'picture', url: 'https://example.com/a', contentType: 'image/png' }],
      });
      return `${one.text}${one.text === '' ? '' : '\n\n'}\u001e![a.png](https://example.com/a)`;
    case 'own':
      player.do({
        kind: 'tap',
        data: { do: 'own-case', case: one.isForeign ? 'OTHER' : (player.case?.id ?? 'OTHER'), act: one.act },
        isInPlace: true,
      });
      return '';
    case 'tap': {
      const { kind: _, age, ...data } = one;
      player.tap({ ...data, on: true, about: player.intake?.id, advisory: 'OD900001', revision: (player.intake?.revision ?? 1) - age });
      return '';
    }
  }
}
