import { describe, expect, it } from '@jest/globals';
import type { Kept } from '../../src/ports.ts';
import { ownDataViews } from '../../src/turn/own-data-parts.ts';
import { newCase } from '../storage/cases.ts';
import { playerAt } from './moments.ts';
import { MINUTE, Player } from './play.ts';

describe('what is kept of a person', () => {
  it.each(['export my data', '自分のデータを書き出す'])('is shown for "%s", and nothing changes', (words) => {
    const player = playerAt('at a step');
    const [before, intake] = [player.person.openSlot, player.intake];

    player.say(words);

    expect(player.last).toMatchObject({ ownData: 'shown', posts: [] });
    expect([player.person.openSlot, player.intake]).toEqual([before, intake]);
  });

  it.each(['forget me', '自分のデータを削除'])('is deleted for "%s" only once it is confirmed', (words) => {
    const player = playerAt('at a step');

    player.say(words);
    const asked = player.last?.posts[0]?.view;
    player.tap({ do: 'own-data', act: 'delete', at: player.at });

    expect(asked).toMatchObject({ kind: 'forget', case: null });
    expect(player.last?.ownData).toBe('deleted');
  });

  it('is obeyed, with its name, while a person has the case', () => {
    const player = new Player();
    player.case = newCase({ id: 'K7F3QX' });

    player.say('forget me');

    expect(player.last?.posts[0]?.view).toMatchObject({ kind: 'forget', case: 'K7F3QX' });
    expect(player.last?.cases).toEqual([]);
  });

  it.each([
    ['an hour ago', -61 * MINUTE],
    ['in the future', 60 * MINUTE],
    ['never', null],
  ])('is not deleted by a card that was shown %s: it is asked again', (_name, ago) => {
    const player = playerAt('at a step');

    player.tap({ do: 'own-data', act: 'delete', ...(ago === null ? {} : { at: player.at + ago }) });

    expect(player.last?.ownData).toBeUndefined();
    expect(player.answer).toEqual(['forget']);
  });

  it('stays when they decide so, and the card says it', () => {
    const player = playerAt('at a step');

    player.tap({ do: 'own-data', act: 'keep' });

    expect(player.last?.ownData).toBeUndefined();
    expect(player.last?.tapped).toMatchObject({ phrase: 'settled.data-kept' });
  });

  it('is nothing for a channel, where others read along', () => {
    const player = new Player();

    player.do({ kind: 'text', text: 'export my data' }, { conversation: { id: 'c', kind: 'channel', team: 't' } });

    expect(player.last?.ownData).toBeUndefined();
    expect(player.answer).toEqual(['private']);
  });
});

describe('the parts in which it is shown', () => {
  it('hold all of it, as JSON that says moments as people write them', () => {
    const kept: Kept[] = [
      { of: 'person', it: { language: 'ja', updatedAt: Date.UTC(2026, 10, 23) } },
      ...Array.from({ length: 40 }, (_, at) => ({ of: 'cases', it: { id: `case ${at}`, words: '困っています'.repeat(60), rank: 1 } })),
    ];

    const { first, parts } = shown(kept);
    const read = parts.flatMap((part) => Object.entries(JSON.parse(part)).flatMap(([of, items]) => [items].flat().map((it) => ({ of, it }))));

    expect(first).toEqual({
      kind: 'own-data',
      counts: { conversations: 0, cases: 40, alerts: 0 },
      keep: { intakeDays: 30, caseDays: 180 },
      isWhole: true,
    });
    expect(parts.length).toBeGreaterThan(1);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(7_000);
    expect(read).toEqual([{ of: 'person', it: { language: 'ja', updatedAt: '2026-11-23T00:00:00.000Z' } }, ...kept.slice(1)]);
  });

  it('are cut only where one thing alone is too long, and lose nothing of it', () => {
    const words = `${'🦆 é\n'.repeat(4_000)}end`;

    const { parts } = shown([{ of: 'cases', it: { words } }]);

    expect(parts.length).toBeGreaterThan(1);
    expect(JSON.parse(parts.join(''))).toEqual({ cases: [{ words }] });
  });

  it('say so when there are too many', () => {
    const { first, parts } = shown(Array.from({ length: 60 }, (_, at) => ({ of: 'cases', it: { id: at, words: 'x'.repeat(6_000) } })));

    expect(parts).toHaveLength(40);
    expect(first).toMatchObject({ isWhole: false });
  });

  it('hold nothing that a client may take for a tag', () => {
    const { parts } = shown([{ of: 'cases', it: { words: '<at>Priya</at><img src="https://evil.example/x.png">' } }]);

    expect(parts.join('')).not.toContain('<');
    expect(JSON.parse(parts.join(''))).toEqual({ cases: [{ words: '<at>Priya</at><img src="https://evil.example/x.png">' }] });
  });
});

function shown(kept: readonly Kept[]) {
  const [first, ...rest] = ownDataViews(kept);
  return { first, parts: rest.map((view) => (view.kind === 'own-data-part' ? view.text : '')) };
}
