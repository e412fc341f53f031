import { describe, expect, it } from '@jest/globals';
import type { Member } from '../../src/desk-ports.ts';
import { createMembers } from '../../src/helpdesk/members.ts';
import type { Address } from '../../src/ports.ts';

const CHANNEL: Address = { serviceUrl: 'http://127.0.0.1/', conversation: 'channel', tenant: 'contoso', bot: { id: 'bot', name: 'Kiku' } };
const member = (id: string): Member => ({ id, channelId: `29:${id}`, name: id });
const quiet = { info() {}, warn() {}, error() {} };

/** A team that people join and leave, and that counts how often it is asked. */
function team(...ids: readonly string[]) {
  const state = { at: 0, ids: [...ids], askedAll: 0, askedOne: 0, isBroken: false };
  const roster = {
    async membersOf() {
      state.askedAll += 1;
      if (state.isBroken) throw new Error('Teams is silent');
      return state.ids.map(member);
    },
    async memberOf(_: Address, __: string, id: string) {
      state.askedOne += 1;
      if (state.isBroken) throw new Error('Teams is silent');
      return state.ids.includes(id) ? member(id) : null;
    },
  };
  return Object.assign(state, { members: createMembers(roster, () => state.at, quiet) });
}

describe('who is in the helpdesk’s team', () => {
  it('is asked once a minute, by whoever asks first', async () => {
    const it = team('hana', 'ken');

    await Promise.all([it.members.all(CHANNEL), it.members.find(CHANNEL, 'hana'), it.members.find(CHANNEL, '29:ken')]);
    it.at = 59_000;
    await it.members.find(CHANNEL, 'ken');

    expect([it.askedAll, it.askedOne]).toEqual([1, 0]);
  });

  it('knows at once whoever has just joined, for others too', async () => {
    const it = team('hana');
    await it.members.all(CHANNEL);
    it.ids.push('priya');
    it.at = 1_000;

    expect(await it.members.find(CHANNEL, 'priya')).toEqual(member('priya'));
    expect(await it.members.all(CHANNEL)).toEqual([member('hana'), member('priya')]);
  });

  it('no longer knows a minute later whoever has left', async () => {
    const it = team('hana', 'ken');
    await it.members.all(CHANNEL);
    it.ids.splice(1, 1);

    it.at = 60_000;

    expect(await it.members.find(CHANNEL, 'ken')).toBeNull();
  });

  it('is asked about a stranger once in five seconds, and about many of them no more than ten in thirty', async () => {
    const it = team('hana');
    for (let tap = 0; tap < 5; tap += 1) await it.members.find(CHANNEL, 'eve');
    const afterOne = it.askedOne;
    for (let count = 0; count < 40; count += 1) await it.members.find(CHANNEL, `stranger ${count}`);
    const afterMany = it.askedOne;
    it.at = 30_000;
    it.ids.push('eve');

    expect([afterOne, afterMany]).toEqual([1, 10]);
    expect(await it.members.find(CHANNEL, 'eve')).toEqual(member('eve'));
  });

  it('says that somebody has left only when Teams says so of this one', async () => {
    const it = team('hana', 'ken');
    expect(await it.members.hasLeft(CHANNEL, 'ken')).toBe(false);
    it.ids.splice(1, 1);
    it.at = 60_000;
    expect(await it.members.hasLeft(CHANNEL, 'ken')).toBe(true);

    it.isBroken = true;
    it.at = 120_000;

    expect(await it.members.hasLeft(CHANNEL, 'ken')).toBe(false);
  });
});
