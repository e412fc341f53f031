import { describe, expect, it } from '@jest/globals';
import { rememberHelpdesks } from '../../src/helpdesk/remember-helpdesks.ts';
import type { Address } from '../../src/ports.ts';

const ADDRESS: Address = { serviceUrl: 'http://127.0.0.1/', conversation: 'channel', tenant: 'contoso', bot: { id: 'bot', name: 'Kiku' } };

/** A store that can be changed, and counts how often it is asked. */
function remembering() {
  const desk: { at: number; asked: number; isBroken: boolean; channel: Address | null } = { at: 0, asked: 0, isBroken: false, channel: null };
  const store = {
    async channel() {
      desk.asked += 1;
      if (desk.isBroken) throw new Error('no database');
      return desk.channel;
    },
  };
  return Object.assign(
    desk,
    rememberHelpdesks(store, () => desk.at),
  );
}

describe('whether a tenant has a helpdesk', () => {
  it('is asked once for many turns at the same time', async () => {
    const desk = remembering();
    desk.channel = ADDRESS;

    expect(await Promise.all([desk.has('contoso'), desk.has('contoso')])).toEqual([true, true]);
    desk.at = 2_999;
    expect(await desk.has('contoso')).toBe(true);
    expect(desk.asked).toBe(1);
  });

  it.each([
    ['bound', null, ADDRESS],
    ['let go', ADDRESS, null],
  ])('is seen some seconds after a channel was %s elsewhere', async (_, before, after) => {
    const desk = remembering();
    desk.channel = before;
    expect(await desk.has('contoso')).toBe(before !== null);
    desk.channel = after;

    desk.at = 3_000;

    expect(await desk.has('contoso')).toBe(after !== null);
  });

  it('is seen at once where it was bound', async () => {
    const desk = remembering();
    await desk.has('contoso');
    desk.channel = ADDRESS;

    desk.changed('contoso');

    expect(await desk.has('contoso')).toBe(true);
  });

  it('that was asked before a channel was bound is not remembered after', async () => {
    const desk = remembering();
    const asked = desk.has('contoso');
    desk.channel = ADDRESS;
    desk.changed('contoso');
    await asked;

    expect(await desk.has('contoso')).toBe(true);
  });

  it('is asked for each tenant by itself', async () => {
    const desk = remembering();
    await desk.has('contoso');
    desk.channel = ADDRESS;

    expect(await desk.has('fabrikam')).toBe(true);
  });

  it('is asked again after the database could not say', async () => {
    const desk = remembering();
    desk.isBroken = true;
    await expect(desk.has('contoso')).rejects.toThrow('no database');
    desk.isBroken = false;

    expect(await desk.has('contoso')).toBe(false);
  });
});
