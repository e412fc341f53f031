import type { LocalPerson } from '../../src/local/teams/people.ts';
import { Channel, castMember } from './channel.ts';
import { type Actor, Stage } from './stage.ts';

/** A stage with a helpdesk that is always there: its channel, and two of its people. Priya is an owner. */
export interface HelpdeskStage {
  readonly stage: Stage;
  readonly channel: Channel;
  readonly priya: LocalPerson;
  readonly ken: LocalPerson;
}

/** Starts the program and names the helpdesk's channel. */
export async function openHelpdesk(): Promise<HelpdeskStage> {
  const stage = await Stage.open('postgresql', { HELPDESK_HOURS: 'always', QUIET_HOURS: 'none' });
  const channel = new Channel(stage);
  const [priya, ken] = [castMember(stage, 'priya'), castMember(stage, 'ken')];
  await channel.say(priya, '@Kiku helpdesk here');
  await channel.reads(/is the helpdesk's from now on/);
  return { stage, channel, priya, ken };
}

/** Waits until the person reads so. */
export async function reads(actor: Actor, words: string | RegExp): Promise<void> {
  await actor.client.waitFor(actor.person, () => actor.text().match(words) !== null, WAIT_MS);
}

const WAIT_MS = 20_000;
