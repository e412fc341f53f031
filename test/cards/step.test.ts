import { describe, expect, it } from '@jest/globals';
import { createRenderer } from '../../src/cards/render.ts';
import type { View } from '../../src/views.ts';
import { cardOf, nodesIn, tapsOf, textsOf } from './look.ts';
import { leave, restart, smallKnowledge } from './small-knowledge.ts';
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
    expect(sent(show('restart'))).toEqual(['outcome worked', 'outcome failing', 'outcome cannot', 'person', 'as-text', 'phone true', 'wrong']);
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
    expect(textsOf(message)).toEqual(expect.arrayContaining([restart.verify.en, restart.undo?.en]));
    expect(sent(message)).toEqual(['outcome failing', 'outcome cannot', 'outcome worked', 'person', 'phone true', 'wrong']);
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

  it('links a source only to https', () => {
    expect(textsOf(show('restart')).some((text) => text.includes('](https://example.com/guide%281%29)'))).toBe(true);
  });
});
