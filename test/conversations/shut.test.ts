import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LocalPerson } from '../../src/local/teams/people.ts';
import { Channel, castMember } from './channel.ts';
import { reads } from './helpdesk-stage.ts';
import { type Actor, Stage } from './stage.ts';

const DAY = 86_400_000;
/** A minute of the week that is days away. */
const SOME_DAY = new Date(Date.now() + 3 * DAY).toUTCString().slice(0, 3);

let stage: Stage;
let channel: Channel;
let priya: LocalPerson;

beforeAll(async () => {
  stage = await Stage.open('postgresql', { HELPDESK_HOURS: `${SOME_DAY} 12:00-12:01`, DEFAULT_TIME_ZONE: 'UTC', QUIET_HOURS: 'none' });
  channel = new Channel(stage);
  priya = castMember(stage, 'priya');
  await channel.say(priya, '@Kiku helpdesk here');
  await channel.reads(/is the helpdesk's from now on/);
}, 60_000);
afterAll(() => stage.close());

async function handOver(locale: string, shut: RegExp): Promise<{ robin: Actor; id: string }> {
  const robin = await stage.enter({ locale });
  await robin.say('OneDrive 0x8004de40, Windows 11');
  await robin.say(locale === 'ja-JP' ? '担当者に相談したい' : 'I want to talk to a person');
  await reads(robin, shut);
  const id = /"case":"([2-9A-HJ-NP-Z]{6})"/.exec(robin.text())?.[1] ?? '';
  await channel.reads(new RegExp(`Case ${id}`));
  return { robin, id };
}

/** What the person reads below the last card that says so. */
const below = (robin: Actor, words: RegExp) => robin.text().split(words).at(-1) ?? '';

describe('when nobody is at the helpdesk', () => {
  it.each([
    ['en-GB', /Nobody is at the helpdesk just now/, /Priya Nair of the helpdesk has your case/, 'I want to talk to a person', /first answer by/],
    ['ja-JP', /受付時間外です/, /Priya Nair が担当します/, '担当者に相談したい', /最初の返信が届く予定/],
  ])(
    '(%s) an employee is told so; once somebody has taken the case they read that below, and it is not said again',
    async (locale, shut, taken, ask, by) => {
      const { robin, id } = await handOver(locale, shut);

      await channel.tap(priya, { do: 'case', case: id, act: 'take' });
      await robin.client.waitFor(robin.person, () => taken.test(below(robin, shut)), 15_000);
      await robin.say(ask);

      await robin.client.waitFor(robin.person, () => by.test(below(robin, taken)), 15_000);
      expect(below(robin, taken)).not.toMatch(shut);
    },
    40_000,
  );
});
