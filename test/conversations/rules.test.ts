import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('postgresql', { DEFAULT_LANGUAGE: 'ja' });
}, 60_000);
afterAll(() => stage.close());

const TROUBLE = 'OneDrive 0x8004de40, Windows 11, at home, web version works, only me';

async function rows(sql: string, values: readonly unknown[]): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: stage.env.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

describe('the language', () => {
  it.each([
    ['the activity’s', 'en-US', 'ja-JP', /^[^ぁ-んァ-ヶ]+$/],
    ['the client’s, where the activity’s is none that Kiku speaks', 'fr-FR', 'en-US', /^[^ぁ-んァ-ヶ]+$/],
    ['the tenant’s default, where neither is', 'fr-FR', 'de-DE', /[ぁ-ん]/],
  ])('is %s', async (_which, locale, clientLocale, expected) => {
    const actor = await stage.enter({ locale: 'ja-JP' });

    await actor.client.post(actor.person, {
      text: 'OneDrive 0x8004de40 Windows 11',
      attachments: [],
      locale,
      entities: [{ type: 'clientInfo', locale: clientLocale }],
    });

    await actor.sees('answer web');
    expect(actor.entries().at(-1)?.activity.summary).toMatch(expected);
  });

  it('is what was chosen by tap, and the card that asked becomes one line', async () => {
    const actor = await stage.enter({ locale: 'en-GB' });
    await actor.say('OneDrive 0x8004de40 Windows 11');
    await actor.sees('answer web');
    await actor.say('language');

    await actor.tap({ do: 'language', language: 'ja' });

    await actor.client.waitFor(actor.person, () => /[ぁ-ん]/.test(actor.entries().at(-1)?.activity.summary ?? ''), 5_000);
    await actor.sees('answer web');
    expect(actor.entries().flatMap((entry) => actor.actions(entry).filter(({ data }) => data.language === 'en'))).toEqual([]);
  });
});

describe('what people say of an advice', () => {
  it('is kept for its author, with step, problem and intake, and nothing of the person', async () => {
    const actor = await stage.enter({ locale: 'en-GB' });
    await actor.say(TROUBLE);
    await actor.sees('outcome restart-onedrive');

    await actor.tap({ do: 'wrong' });

    const intake = actor
      .entries()
      .flatMap((entry) => actor.actions(entry).map(({ data }) => data.intake))
      .find((id) => id !== undefined);
    const reports = await rows('select * from kiku.report where intake = $1', [intake]);
    expect(reports).toEqual([expect.objectContaining({ step: 'restart-onedrive', problem: 'onedrive-connectivity' })]);
    expect(JSON.stringify(reports)).not.toContain(actor.person.aadObjectId);
  });
});

describe('what is stored of a person', () => {
  it('has no address and no name that they wrote', async () => {
    const actor = await stage.enter({ locale: 'en-GB' });
    await actor.say(TROUBLE);
    await actor.sees('outcome restart-onedrive');

    await actor.say('0x8004de88 for kim.lee@contoso.example at 10.1.2.3, C:\\Users\\kimlee\\OneDrive, Windows 11');
    await actor.sees('continue or new');
    await actor.tap({ do: 'continue' });
    await actor.sees('outcome restart-onedrive');

    const stored = await rows(
      'select p.state as person, i.state as intake from kiku.person p join kiku.intake i on i.person = p.id where p.id = $1',
      [actor.person.aadObjectId],
    );
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toMatch(/kim|10\.1\.2\.3/i);
    expect(JSON.stringify(stored)).toContain('0x8004de88');
  });

  it('goes when they remove Kiku from their chat, and stays when somebody takes it out of a team', async () => {
    const actor = await stage.enter({ locale: 'en-GB' });
    await actor.say(TROUBLE);
    await actor.sees('outcome restart-onedrive');
    const kept = async () => (await rows('select 1 from kiku.person where id = $1', [actor.person.aadObjectId])).length;

    const team = { id: '19:team@thread.tacv2', conversationType: 'channel', isGroup: true };
    await actor.client.post(actor.person, { type: 'installationUpdate', action: 'remove', conversation: team });
    expect(await kept()).toBe(1);
    await stage.teams.acts.remove(actor.person);

    expect(await kept()).toBe(0);
  });
});

describe('edited messages', () => {
  it('correct what they said; of an earlier trip they change nothing', async () => {
    const actor = await stage.enter({ locale: 'en-GB' });
    const message = await actor.client.say(actor.person, 'OneDrive 0x8004de40, Windows 11');
    await actor.sees('answer web');

    await actor.client.edit(actor.person, message.id, 'OneDrive 0x8004de40, Windows 8');
    await actor.sees();
    await actor.client.edit(actor.person, message.id, 'OneDrive 0x8004de40, Windows 10');
    await actor.sees('answer web');
    await actor.say('restart');
    await actor.sees('answer code');
    const before = actor.entries().length;
    await actor.client.edit(actor.person, message.id, 'OneDrive 0x8004de40, Windows 7');

    await actor.sees('answer code');
    expect(actor.entries().length).toBe(before);
  });
});

describe('a second code', () => {
  it('and what is written until it is placed survive a killed program', async () => {
    const actor = await stage.enter({ locale: 'en-GB' });
    await actor.say('OneDrive 0x8004de40, Windows 11');
    await actor.sees('answer web');
    await actor.say('now it says 0x8004de88');
    await actor.sees('continue or new');
    await actor.say('the web version works, it is a Mac');
    await actor.sees('continue or new');

    await stage.restart();
    await actor.say('it is something new');

    await actor.sees('answer network');
  });
});

describe('whoever is not understood twice', () => {
  it('gets a button to a person', async () => {
    const actor = await stage.enter({ locale: 'en-GB' });

    await actor.say('the moon is made of cheese');
    await actor.say('flibbertigibbet');
    await actor.tap({ do: 'person' });

    await actor.client.waitFor(actor.person, () => actor.entries().at(-1)?.activity.summary === 'For the helpdesk', 5_000);
  });
});
