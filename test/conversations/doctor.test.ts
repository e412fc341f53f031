import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { LocalPerson } from '../../src/local/teams/people.ts';
import { Channel, castMember } from './channel.ts';
import { Stage } from './stage.ts';

let stage: Stage;
let channel: Channel;
let priya: LocalPerson;

beforeAll(async () => {
  stage = await Stage.open();
  channel = new Channel(stage);
  priya = castMember(stage, 'priya');
  await channel.say(priya, '@Kiku helpdesk here');
  await channel.reads(/is the helpdesk's from now on/);
}, 60_000);
afterAll(() => stage.close());

it('an agent who says "doctor" in the channel sees how Kiku is doing: the channel is reached, Service Health was read, nothing is wrong', async () => {
  await channel.say(priya, '@Kiku doctor');

  await channel.reads(/How Kiku is doing/);
  expect(channel.text()).toMatch(/All is well/);
  expect(channel.text()).not.toMatch(/Fault:|Warning:/);
});

it('an agent may ask in private, and is answered in their language', async () => {
  const ken = stage.actor(castMember(stage, 'ken'));

  await ken.say('ドクター');

  await ken.client.waitFor(ken.person, () => /Kiku の状態/.test(ken.text()), 10_000);
});

it('an employee is told nothing of it', async () => {
  const robin = await stage.enter();

  await robin.say('doctor');
  await robin.client.waitFor(robin.person, () => robin.entries().length > 0, 10_000);

  expect(robin.text()).not.toMatch(/How Kiku is doing|Node \d/);
});
