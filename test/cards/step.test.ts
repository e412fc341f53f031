import { describe, expect, it } from '@jest/globals';
import { createRenderer } from '../../src/cards/render.ts';
import type { View } from '../../src/views.ts';
import { cardOf, nodesIn, tapsOf, textsOf } from './look.ts';
import { both, leave, restart, smallKnowledge } from './small-knowledge.ts';
import { place } from './views.ts';

const looking = { ...restart, id: 'look', learns: { worked: {}, failing: {} } };
const renderer = createRenderer(smallKnowledge([restart, leave, looking]), `${import.meta.dirname}/../../cards`, { defaultTimeZone: 'UTC' });

function show(step: string, more: Partial<Extract<View, { kind: 'step' }>> = {}) {
  return renderer.render({ kind: 'step', place, step, number: 2, isWindUp: false, onPhone: false, facts: {}, ...more }, 'en');
}

function monospaceOf(message: ReturnType<typeof show>) {
  return nodesIn(cardOf(message), (node) => node.fontType === 'Monospace' && node.color === undefined).map((node) => node.text);
}

function sent(message: ReturnType<typeof show>) {
  return tapsOf(message).map((tap) => [tap.do, ...('outcome' in tap ? [tap.outcome] : []), ...('on' in tap ? [String(tap.on)] : [])].join(' '));
}

describe('a step', () => {
  it('can be answered, left to a person, sent as text, read on a phone and called wrong', () => {
    expect(sent(show('restart'))).toEqual([
      'outcome worked',
      'outcome failing',
      'outcome cannot',
      'person',
      'as-text',
      'phone true',
      'change',
      'wrong',
    ]);
  });

  it('shows its commands to the letter, with what looks like a placeholder or like Markdown in them', () => {
    expect(monospaceOf(show('restart'))).toEqual([restart.commands[0]?.text]);
    expect(monospaceOf(show('leave'))).toEqual(['dsregcmd /leave', 'Get-Item "HKLM:\\SOFTWARE\\Microsoft"', 'Get-Date']);
  });

  it('puts a command where Markdown is not read unless Markdown leaves it alone', () => {
    expect(nodesIn(cardOf(show('restart')), (node) => node.type === 'TextRun')).toHaveLength(1);
    expect(nodesIn(cardOf(show('leave')), (node) => node.type === 'TextRun')).toHaveLength(0);
  });

  it('keeps its commands hidden until what must be true is confirmed', () => {
    const doing = (step: string) => nodesIn(cardOf(show(step)), (node) => node.id === 'doing').map((node) => node.isVisible);

    expect(doing('restart')).toEqual([true]);
    expect(doing('leave')).toEqual([false]);
    expect(nodesIn(cardOf(show('leave')), (node) => node.type === 'Action.ToggleVisibility').map((action) => action.targetElements)).toEqual([
      ['doing', 'confirm'],
    ]);
    expect(nodesIn(cardOf(show('restart')), (node) => node.type === 'Action.ToggleVisibility')).toEqual([]);
  });

  it('has its own words for how it ended when it only looks', () => {
    const titles = nodesIn(cardOf(show('leave')), (node) => 'outcome' in Object(node.data)).map((action) => action.title);

    expect(titles.slice(0, 2)).toEqual(['It opens', 'It does not']);
  });

  it('on a phone keeps every command and offers the way back to the PC', () => {
    const message = show('restart', { onPhone: true });

    expect(monospaceOf(message).length).toBeGreaterThan(1);
    expect(sent(message)).toContain('phone false');
  });

  it('that is no longer right shows no command and no action, only how to check and undo it', () => {
    const message = show('restart', { isWindUp: true });

    expect(monospaceOf(message)).toEqual([]);
    expect(textsOf(message)).not.toContain(restart.actions[0]?.en);
    for (const { en } of [restart.verify, ...(restart.undo === null ? [] : [restart.undo])]) expect(textsOf(message).join('\n')).toContain(en);
    expect(sent(message)).toEqual(['outcome failing', 'outcome cannot', 'outcome worked', 'person', 'phone true', 'change', 'wrong']);
  });

  it('that only looks teaches nothing when it is wound up', () => {
    expect(sent(show('look', { isWindUp: true })).slice(0, 2)).toEqual(['outcome cannot', 'outcome cannot']);
  });

  it('as text has every command exactly, each in its own fence', () => {
    const message = renderer.render({ kind: 'commands', step: 'leave' }, 'ja');
    const fences = message.kind === 'text' ? [...message.text.matchAll(/```\n([\s\S]*?)\n```/g)].map((match) => match[1]) : [];

    expect(fences).toEqual(leave.commands.map((command) => command.text));
    expect(message).toMatchObject({ text: expect.stringContaining(leave.checks[0]?.ja ?? 'nothing') });
  });

  it('says before anything is done where it must not be used', () => {
    const texts = textsOf(show('leave'));

    expect(texts.indexOf(leave.notWhere?.en ?? '')).toBeGreaterThan(0);
    expect(texts.indexOf(leave.notWhere?.en ?? '')).toBeLessThan(texts.indexOf(leave.checks[0]?.en ?? ''));
  });

  it('names documents by the numbers that its sources have', () => {
    const departing = { ...leave, departs: both('The guide (000) says otherwise, unlike 000.') };
    const message = createRenderer(smallKnowledge([departing]), `${import.meta.dirname}/../../cards`, { defaultTimeZone: 'UTC' }).render(
      { kind: 'step', place, step: 'leave', number: 2, isWindUp: false, onPhone: false, facts: {} },
      'en',
    );

    expect(textsOf(message).some((text) => text.includes('The guide (1) says otherwise, unlike (1).'))).toBe(true);
  });

  it('reads back what was written, not what was tapped', () => {
    const read = (kind: 'given' | 'tapped') => sent(show('restart', { facts: { os: { values: ['windows-10'], source: { kind } } } }));

    expect(read('given').filter((one) => one === 'change')).toHaveLength(3);
    expect(read('tapped').filter((one) => one === 'change')).toHaveLength(1);
  });

  it('links a source only to https', () => {
    expect(textsOf(show('restart')).some((text) => text.includes('](https://example.com/guide%281%29)'))).toBe(true);
  });
});
