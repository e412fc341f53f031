import { describe, expect, it } from '@jest/globals';
import { newIntake } from '../../src/triage/intake.ts';
import type { View } from '../../src/views.ts';
import { MODERN, windowsOutput } from '../understand/check-outputs.ts';
import { Player } from './play.ts';

function playerWho(...texts: readonly string[]): Player {
  const player = new Player();
  for (const text of texts) player.say(text);
  return player;
}

const views = (player: Player): readonly View[] => (player.last?.posts ?? []).map(({ view }) => view);
const isOffered = (player: Player) => views(player).some((view) => view.kind === 'question' && view.offersCheck === true);
const blocksIn = (player: Player) => views(player).flatMap((view) => (view.kind === 'check' ? [view.block] : []));

describe('asked for a check, Kiku', () => {
  it.each(['diagnose', 'Run a check instead', 'run diagnostics', '診断', '診断したい', 'まとめて確認する'])(
    'shows the block of the system that is known, on "%s"',
    (text) => {
      const player = playerWho('OneDrive 0x8004de40 on Windows 10', text);

      expect(blocksIn(player)).toEqual(['modern-windows']);
      expect(player.intake?.facts.os?.values).toEqual(['windows-10']);
    },
  );

  it.each([
    ['Windows 7 SP1', 'older-windows'],
    ['Windows 8.1', 'older-windows'],
    ['Windows Server 2012 R2', 'older-windows'],
    ['Windows 11', 'modern-windows'],
    ['Windows Server 2019', 'modern-windows'],
    ['my Mac', 'mac'],
  ])('shows on %s the block %s', (system, block) => {
    expect(blocksIn(playerWho(`OneDrive 0x8004de40 on ${system}`, 'diagnose'))).toEqual([block]);
  });

  it.each(['my iPhone', 'Android', 'Linux', 'Windows 8'])('says on %s that there is none', (system) => {
    expect(playerWho(`OneDrive 0x8004de40 on ${system}`, 'diagnose').answer).toEqual(['note.no-check']);
  });

  it('leaves the question that waits as it is', () => {
    const player = playerWho('OneDrive 0x8004de40 on Windows 10');
    const before = player.intake;

    player.say('diagnose');

    expect(player.settled).toBeNull();
    expect(player.intake).toMatchObject({ revision: before?.revision, facts: before?.facts });
    player.tap({ do: 'answer', fact: 'web', value: 'works' });
    expect(player.values('web')).toEqual(['works']);
  });

  it.each([
    ['at the very beginning', []],
    ['in the middle', ['OneDrive 0x8004de40']],
    ['when only Windows is known', ['OneDrive 0x8004de40 on Windows']],
  ])('asks for the system first %s, and then shows the block before it goes on', (_when, texts) => {
    const player = playerWho(...texts, 'diagnose');
    expect(player.answer).toEqual(['note.check-os', '[question os]']);

    player.tap({ do: 'answer', fact: 'os', value: 'windows-11' });

    expect(blocksIn(player)).toEqual(['modern-windows']);
    expect(player.last?.posts.at(-1)).toMatchObject({ isOpen: true, view: { kind: 'question' } });
  });

  it('goes on without one for who does not know the system', () => {
    const player = playerWho('OneDrive 0x8004de40', 'diagnose');

    player.tap({ do: 'answer', fact: 'os', value: 'unknown' });

    expect(player.answer[0]).toBe('note.no-check');
    expect(player.intake?.check).toEqual({ state: 'over' });
  });

  it('waits on while the answer is not exact', () => {
    const player = playerWho('OneDrive 0x8004de40', 'diagnose', 'Windows 7');
    expect(blocksIn(player)).toEqual([]);

    player.say('Windows 7 SP1');

    expect(blocksIn(player)).toEqual(['older-windows']);
  });

  it('does not lose a message that waits for its place', () => {
    const player = playerWho('OneDrive 0x8004de40', '0x8004de88', 'diagnose');

    expect(player.person.held.length).toBe(1);
    expect(player.answer).toEqual(['[continue or new: code]']);
  });
});

describe('a check is offered', () => {
  it('under the first question when it saves at least two', () => {
    expect(isOffered(playerWho('OneDrive 0x8004de40 on Windows 10'))).toBe(true);
  });

  it.each([
    ['the system is not known', ['OneDrive 0x8004de40']],
    ['the system is not exact', ['OneDrive 0x8004de40 on Windows']],
    ['there is no block for the device', ['OneDrive 0x8004de40 on my iPhone']],
    ['hardly a question is left that it answers', ['OneDrive 0x8004de40 on Windows 10, the company laptop, I am no administrator']],
    ['the person reads on a phone', ['I am writing from my phone', 'OneDrive 0x8004de40 on Windows 10']],
  ])('not when %s', (_why, texts) => {
    expect(isOffered(playerWho(...texts))).toBe(false);
  });

  it('once: not under the next question', () => {
    const player = playerWho('OneDrive 0x8004de40 on Windows 10');

    player.tap({ do: 'answer', fact: 'web', value: 'works' });

    expect(isOffered(player)).toBe(false);
  });

  it('still where the same question is shown again', () => {
    const player = playerWho('OneDrive 0x8004de40 on Windows 10', 'xyzzy');

    expect(player.answer).toEqual(['[question web puzzled]']);
    expect(isOffered(player)).toBe(true);
  });

  it('and not again after it was wanted and shown', () => {
    const player = playerWho('OneDrive 0x8004de40', 'diagnose');

    player.tap({ do: 'answer', fact: 'os', value: 'windows-10' });

    expect(player.answer).toEqual(['check', '[question web]']);
    expect(isOffered(player)).toBe(false);
  });

  it('and an old card with it shows where the person is', () => {
    const player = playerWho('OneDrive 0x8004de40 on Windows 10');
    const { id, revision } = player.intake ?? newIntake('none');
    player.tap({ do: 'answer', fact: 'web', value: 'works' });

    player.tap({ do: 'check', intake: id, revision });

    expect(player.toast).toBe('note.stale');
    expect(blocksIn(player)).toEqual([]);
  });
});

it('what the block printed answers the questions, and goes on to the next that is open', () => {
  const player = playerWho('OneDrive 0x8004de40 on Windows 10');
  player.tap({ do: 'check' });

  player.say(windowsOutput('en', MODERN));

  expect(player.values('device')).toEqual(['managed']);
  expect(player.intake?.facts.rights?.source.kind).toBe('pasted');
  expect(player.answer).toEqual(['[question web]']);
});
