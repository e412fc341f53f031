import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LOCAL_CHANNEL, localPerson } from '../../src/local/teams/people.ts';
import type { Address } from '../../src/ports.ts';
import { createConnector } from '../../src/teams/connector.ts';
import { type LocalStage, stage } from '../local/stage.ts';

const MANY = 1_203;
const people = Array.from({ length: MANY }, (_, index) =>
  localPerson({ key: `p${index}`, name: `Person ${index}`, locale: 'en-US', timeZone: 'UTC' }),
);

let on: LocalStage;
const connector = createConnector({ credentials: null, allowedServiceHosts: [] });
const address = (): Address => ({
  serviceUrl: on.teams.serviceUrl,
  conversation: `${LOCAL_CHANNEL.id};messageid=1`,
  tenant: 't',
  bot: { id: '28:kiku', name: 'Kiku' },
});

beforeAll(async () => {
  on = await stage({ people });
  on.teams.conversations.setInstalled(LOCAL_CHANNEL.key, true);
});
afterAll(() => on.close());

it('everybody in a team is found, however many pages they fill', async () => {
  const members = await connector.membersOf(address(), LOCAL_CHANNEL.teamId);

  expect(new Set(members.map(({ id }) => id))).toEqual(new Set(people.map(({ aadObjectId }) => aadObjectId)));
  expect(members.at(-1)).toEqual({ id: people.at(-1)?.aadObjectId, channelId: people.at(-1)?.id, name: `Person ${MANY - 1}` });
});

it('one of them is found by either id, and somebody who left is not', async () => {
  const { id, aadObjectId } = people[7] ?? { id: '', aadObjectId: '' };
  const one = { id: aadObjectId, channelId: id, name: 'Person 7' };

  expect(await connector.memberOf(address(), LOCAL_CHANNEL.teamId, id)).toEqual(one);
  expect(await connector.memberOf(address(), LOCAL_CHANNEL.teamId, aadObjectId)).toEqual(one);
  expect(await connector.memberOf(address(), LOCAL_CHANNEL.teamId, '29:left')).toBeNull();
});

it('a team that is not there, or no answer, is a failure and not an empty team', async () => {
  await expect(connector.membersOf(address(), '19:gone@thread.tacv2')).rejects.toMatchObject({ code: 'gone' });
  await expect(connector.memberOf(address(), '19:gone@thread.tacv2', '29:x')).rejects.toMatchObject({ code: 'gone' });

  on.teams.faults.inject({ kind: 'throttle', retryAfterSeconds: 3 });
  await expect(connector.membersOf(address(), LOCAL_CHANNEL.teamId)).rejects.toMatchObject({ code: 'throttled', retryAfterMs: 3_000 });
});

it('tells what a channel of the team is called, and nothing of one that is not there', async () => {
  const named = (conversation: string) => connector.channelName({ ...address(), conversation }, LOCAL_CHANNEL.teamId);

  expect(await named(LOCAL_CHANNEL.id)).toBe('IT help');
  expect(await named('19:another@thread.tacv2')).toBeNull();
});
