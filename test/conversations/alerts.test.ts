import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { type Actor, Stage } from './stage.ts';

const TROUBLE = 'OneDrive 0x8004de40, Windows 10, at home, web version works, only me';
/** Of whom every step may be asked that any employee may take. */
const OWN_PC = `${TROUBLE}, my own PC, I am an administrator, no proxy`;
const WAIT_MS = 20_000;

const { steps } = loadKnowledge('knowledge');

const mayHarm = (step: string) => ['R2', 'R3'].includes(steps.get(step)?.risk ?? '');

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('postgresql', { ALERT_HEAD_START_SECONDS: '0', QUIET_HOURS: 'none' });
}, 60_000);
afterAll(() => stage.close());

/** Each test has a fault of its own, which ends with it. */
let fault = '';
afterEach(() => stage.board('PATCH', `/${fault}`, { isOn: false }));

async function begin(): Promise<void> {
  const response = await fetch(`${stage.program.origin}/local/advisories`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      service: 'OneDrive for Business',
      title: "Some users can't sign in to OneDrive for Business and see error 0x8004de40",
      impact: 'Users may be unable to sign in to OneDrive for Business with the desktop app. OneDrive in a browser works.',
    }),
  });
  const published: unknown = await response.json();
  fault = String(Object(Object(published).value).id);
}

const resolve = () => stage.board('PATCH', `/${fault}`, { resolve: true });

function hasAction(actor: Actor, wanted: Readonly<Record<string, unknown>>): boolean {
  return actor
    .entries()
    .some((entry) => actor.actions(entry).some(({ data }) => Object.entries(wanted).every(([name, value]) => data[name] === value)));
}

const finds = (actor: Actor, wanted: Readonly<Record<string, unknown>>) =>
  actor.client.waitFor(actor.person, () => hasAction(actor, wanted), WAIT_MS);
const reads = (actor: Actor, words: string | RegExp) => actor.client.waitFor(actor.person, () => actor.text().match(words) !== null, WAIT_MS);

describe('an advisory that arrives in the middle of things', () => {
  it('is told at once, leaves the step that was begun, and stands before the next; what may harm stays away until it is over', async () => {
    const actor = await stage.enter();
    await actor.say(OWN_PC);
    await actor.sees('outcome restart-onedrive');

    await begin();
    await finds(actor, { do: 'disown', advisory: fault });
    await actor.sees('outcome restart-onedrive');
    expect(actor.entries().at(-1)?.activity.summary).toMatch(new RegExp(`^${fault}: `));

    await actor.tap({ do: 'outcome', outcome: 'failing' });
    await actor.sees(`go-on ${fault}`);
    await actor.tap({ do: 'go-on' });
    const during = await exhaust(actor);
    expect(during.length).toBeGreaterThan(1);
    expect(during.filter(mayHarm)).toEqual([]);

    await resolve();
    await finds(actor, { do: 'works-again', advisory: fault });
    await actor.tap({ do: 'works-again', answer: 'no' });
    await actor.client.waitFor(actor.person, () => actor.open().length === 1, WAIT_MS);
    const after = await exhaust(actor);
    expect(after.some(mayHarm)).toBe(true);
    expect(hasAction(actor, { do: 'works-again' })).toBe(false);
  }, 60_000);
});

describe('when it is over', () => {
  it('one card was kept up to date, and yes ends the trip; a second yes says that it is solved', async () => {
    const actor = await stage.enter({ locale: 'ja-JP', timeZone: 'Asia/Tokyo' });
    await actor.say(TROUBLE);
    await begin();
    await finds(actor, { do: 'disown', advisory: fault });
    const count = actor.entries().length;

    await stage.board('PATCH', `/${fault}`, { status: 'restoringService', post: 'A fix is on its way.' });
    await reads(actor, 'A fix is on its way.');
    expect(actor.entries()).toHaveLength(count);

    await resolve();
    await finds(actor, { do: 'works-again', advisory: fault });
    const question = actor.entries().at(-1);
    if (question === undefined) throw new Error('Nothing was asked.');
    expect(question.activity.summary).toMatch(/[ぁ-ん]/);
    const [first] = actor.actions(question);
    await actor.tapOn(question, { do: 'works-again', answer: 'yes' });
    await actor.sees();

    const said = actor.entries().length;
    await actor.client.post(actor.person, { type: 'message', value: first?.data ?? {} });
    await actor.client.waitFor(actor.person, () => actor.entries().length > said, WAIT_MS);
    await actor.sees();
  }, 60_000);
});

it('a fault that was resolved, taken away and switched on anew is told anew', async () => {
  fault = 'OD900001';
  const actor = await stage.enter();
  await actor.say(TROUBLE);
  await stage.board('PATCH', `/${fault}`, { isOn: true });
  await finds(actor, { do: 'disown', advisory: fault });
  await resolve();
  await finds(actor, { do: 'works-again', advisory: fault });
  await actor.tap({ do: 'works-again', answer: 'no' });
  await stage.board('PATCH', `/${fault}`, { isOn: false });

  await stage.board('PATCH', `/${fault}`, { isOn: true });

  await finds(actor, { do: 'disown', advisory: fault });
}, 60_000);

describe('wishes', () => {
  it('that nothing more of it be told are kept: no card and no question come', async () => {
    const muted = await stage.enter();
    const other = await stage.enter();
    await muted.say(TROUBLE);
    await muted.say('no more alerts about OneDrive');
    await other.say(TROUBLE);

    await begin();
    await finds(other, { do: 'disown', advisory: fault });
    await other.tap({ do: 'disown' });
    await resolve();
    const third = await stage.enter();
    await third.say('status');
    await finds(third, { do: 'my-alerts' });

    expect(hasAction(muted, { do: 'disown' })).toBe(false);
    expect(hasAction(muted, { do: 'works-again' })).toBe(false);
    expect(hasAction(other, { do: 'works-again' })).toBe(false);
  }, 60_000);

  it('to hear of a service bring its advisories to somebody without any trouble', async () => {
    const actor = await stage.enter();
    await actor.say('follow OneDrive');

    await begin();

    await finds(actor, { do: 'mute', advisory: fault });
    expect(hasAction(actor, { do: 'disown' })).toBe(false);
  }, 60_000);

  it('are set on a card, which says what it could not read', async () => {
    const actor = await stage.enter();
    await actor.say('alerts');
    await finds(actor, { do: 'wish' });

    await actor.tap({ do: 'wish' }, { quiet: 'own', from: 'late', to: '06:00' });
    await reads(actor, '21:00 and 07:00');
    await actor.tap({ do: 'wish' }, { quiet: 'own', from: '21:30', to: '06:00', follows: 'teams,exchange' });
    await reads(actor, '"value":"21:30"');
    await actor.say('alerts');

    await actor.client.waitFor(
      actor.person,
      () => (actor.text().match(/"value":"teams,exchange"|"value":"exchange,teams"/g) ?? []).length === 2,
      WAIT_MS,
    );
  }, 60_000);
});

describe('what is open', () => {
  it('is listed, followed and muted from the list', async () => {
    await begin();
    const actor = await stage.enter({ locale: 'ja-JP' });
    await actor.say('障害情報');
    await finds(actor, { do: 'follow', advisory: fault });

    await actor.tap({ do: 'follow', on: true, advisory: fault });
    await finds(actor, { do: 'follow', on: false, advisory: fault });
    await actor.tap({ do: 'mute', on: true, advisory: fault });
    await finds(actor, { do: 'mute', on: false, advisory: fault });
    await finds(actor, { do: 'follow', on: true, advisory: fault });
  }, 60_000);
});

/** Answers "still failing" and "I don't know" until no step and no question waits, and gives back the steps that were shown. */
async function exhaust(actor: Actor): Promise<readonly string[]> {
  const shown: string[] = [];
  for (let count = 0; count < 30; count += 1) {
    const [open = ''] = actor.open();
    const [kind, name = ''] = open.split(' ');
    if (kind === 'outcome') shown.push(name);
    else if (kind !== 'answer') break;
    const before = actor.entries().length;
    await actor.tap(kind === 'outcome' ? { do: 'outcome', outcome: 'failing' } : { do: 'answer', value: 'unknown' });
    await actor.client.waitFor(actor.person, () => actor.entries().length > before && actor.open().length < 2, WAIT_MS);
  }
  return shown;
}
