import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createShelf } from '../../src/advisories/shelf.ts';
import { createSync } from '../../src/advisories/sync.ts';
import { createAdvisorySource } from '../../src/graph/advisory-source.ts';
import { createGraphClient } from '../../src/graph/client.ts';
import { createCredential } from '../../src/graph/credential.ts';
import { openStorage } from '../../src/storage/open-storage.ts';
import { openBudget } from '../graph/local-graph.ts';
import { freePort } from '../program.ts';
import { Player } from '../turn/play.ts';
import { beginningOf } from './phrase.ts';
import { type Actor, Stage } from './stage.ts';

const FAULT = 'OD900001';
const TROUBLE = 'OneDrive 0x8004de40, Windows 10, at home, web version works, only me';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('postgresql');
}, 60_000);
afterAll(() => stage.close());

afterEach(async () => {
  if (stage.program.process.exitCode !== null) return;
  await graphFaults('DELETE');
  await stage.board('PATCH', `/${FAULT}`, { isOn: false });
});

/** Lets the local Graph fail, or stops that. */
async function graphFaults(method: 'POST' | 'DELETE', fault: object = {}): Promise<void> {
  const [, origin] = /Graph {3}stood in for on this machine \((\S+)\)/.exec(stage.program.output().stdout) ?? [];
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${origin}/local/graph-faults`, { method, headers, ...(method === 'POST' ? { body: JSON.stringify(fault) } : {}) });
  expect(response.status).toBe(200);
}

/** The card with this action, as it is shown now. */
function cardWith(actor: Actor, wanted: Readonly<Record<string, unknown>>): string {
  const entry = actor
    .entries()
    .findLast((one) => actor.actions(one).some(({ data }) => Object.entries(wanted).every(([name, value]) => data[name] === value)));
  return entry === undefined ? '' : JSON.stringify(actor.client.cards(actor.person, entry.id));
}

/** Answers "still failing" and "I don't know" until no step and no question waits, and gives back the steps that were shown. */
async function exhaust(actor: Actor): Promise<readonly string[]> {
  const steps: string[] = [];
  for (let count = 0; count < 30; count += 1) {
    const [open = ''] = actor.open();
    const [kind, name = ''] = open.split(' ');
    if (kind === 'outcome') steps.push(name);
    else if (kind !== 'answer') break;
    const before = actor.entries().length;
    await actor.tap(kind === 'outcome' ? { do: 'outcome', outcome: 'failing' } : { do: 'answer', value: 'unknown' });
    await actor.client.waitFor(actor.person, () => actor.entries().length > before && actor.open().length < 2, 5_000);
  }
  return steps;
}

describe("an open fault of Microsoft's", () => {
  it('stands before the first step, then leaves the harmless steps, then is the reason to wait; over, the way goes on', async () => {
    const actor = await stage.enter({ timeZone: 'Asia/Tokyo' });
    await stage.board('PATCH', `/${FAULT}`, { isOn: true });

    await actor.say(TROUBLE);
    await actor.sees(`go-on ${FAULT}`);
    expect(cardWith(actor, { do: 'go-on' })).toMatch(/not-mine.*person/s);
    await actor.tap({ do: 'go-on' });
    await actor.sees('outcome restart-onedrive');
    const during = await exhaust(actor);

    expect(cardWith(actor, { do: 'person' })).toContain(FAULT);

    await stage.board('PATCH', `/${FAULT}`, { isOn: false });
    await actor.say('is it over?');
    await actor.client.waitFor(actor.person, () => !cardWith(actor, { do: 'person' }).includes(FAULT), 5_000);
    expect(during[0]).toBe('restart-onedrive');
  });

  it('that is not theirs is gone, and the step comes', async () => {
    await stage.board('PATCH', `/${FAULT}`, { isOn: true });
    const actor = await stage.enter();
    await actor.say(TROUBLE);
    await actor.sees(`go-on ${FAULT}`);

    await actor.tap({ do: 'not-mine' });

    await actor.sees('outcome restart-onedrive');
    expect(cardWith(actor, { do: 'go-on' })).toBe('');
  });

  it('that begins in the middle of things comes after the step that was begun', async () => {
    const actor = await stage.enter();
    await actor.say(TROUBLE);
    await actor.sees('outcome restart-onedrive');

    await stage.board('PATCH', `/${FAULT}`, { isOn: true });
    await actor.tap({ do: 'outcome', outcome: 'failing' });

    await actor.sees(`go-on ${FAULT}`);
  });

  it('is Japanese where the person is, but for the words of Microsoft', async () => {
    await stage.board('PATCH', `/${FAULT}`, { isOn: true });
    const actor = await stage.enter({ locale: 'ja-JP', timeZone: 'Asia/Tokyo' });

    await actor.say('Windows 10 の OneDrive で 0x8004de40。自宅です。Web 版は使えます。ほかの人は大丈夫です');
    await actor.sees(`go-on ${FAULT}`);

    expect(actor.entries().at(-1)?.activity.summary).toMatch(/[ぁ-ん]/);
    expect(cardWith(actor, { do: 'go-on' })).toContain('sign-in infrastructure');
  });
});

describe('an advisory that tells customers to act', () => {
  it('stands beside the steps of whoever has Windows 7', async () => {
    const actor = await stage.enter();

    await actor.say('OneDrive 0x8004de40, Windows 7 SP1, at home, web version works, only me');

    await actor.client.waitFor(actor.person, () => cardWith(actor, { do: 'not-mine', advisory: 'OD255960' }) !== '', 5_000);
    await actor.client.waitFor(actor.person, () => actor.open()[0]?.startsWith('outcome ') === true, 5_000);
  });

  it('and can be put aside there, while the step goes on waiting', async () => {
    const actor = await stage.enter();
    await actor.say('OneDrive 0x8004de40, Windows 7 SP1, at home, web version works, only me');
    await actor.client.waitFor(actor.person, () => actor.open()[0]?.startsWith('outcome ') === true, 5_000);
    const open = actor.open();

    await actor.tap({ do: 'not-mine', advisory: 'OD255960' });

    await actor.sees(...open);
    expect(cardWith(actor, { do: 'not-mine', advisory: 'OD255960' })).toBe('');
    await actor.tap({ do: 'outcome', outcome: 'failing' });
    await actor.client.waitFor(actor.person, () => actor.open().join() !== open.join(), 5_000);
  });

  it('does not concern Windows 10', async () => {
    const actor = await stage.enter();

    await actor.say(TROUBLE);

    await actor.sees('outcome restart-onedrive');
    expect(actor.text()).not.toContain('OD255960');
  });
});

describe('while Graph fails', () => {
  it('the last known state is shown as such, and the conversation goes on', async () => {
    await stage.board('PATCH', `/${FAULT}`, { isOn: true });
    await graphFaults('POST', { kind: 'failing', status: 403, count: 1_000 });
    // What is changed now cannot be read any more.
    await stage.board('PATCH', `/${FAULT}`, { isOn: false });
    const actor = await stage.enter();

    await actor.say(TROUBLE);
    await actor.sees(`go-on ${FAULT}`);
    expect(cardWith(actor, { do: 'go-on' })).toContain(beginningOf('note.data-stale'));
    await actor.tap({ do: 'go-on' });

    await actor.sees('outcome restart-onedrive');
  });
});

it('after a restart without Graph, what was last read is shown with its age', async () => {
  await stage.board('PATCH', `/${FAULT}`, { isOn: true });
  await stage.program.end();
  const log = { info() {}, warn() {}, error() {} };
  const storage = await openStorage({ databaseUrl: stage.env.DATABASE_URL ?? null, folder: '' }, log);
  const nowhere = `http://127.0.0.1:${await freePort()}`;
  const credential = createCredential({ kind: 'fixed', token: 'x' });
  const client = createGraphClient({ credential, graphOrigin: nowhere, budget: openBudget(), now: Date.now, patience: { attempts: 1 } });
  const sync = createSync({ source: createAdvisorySource({ client, log }), store: storage.advisories, now: Date.now, log });
  const shelf = createShelf({ store: storage.advisories, log });
  const player = new Player();

  expect(await sync.sync(AbortSignal.timeout(5_000))).toMatchObject({ issues: 'failed' });
  await shelf.look();
  player.at = Date.now();
  player.shelf = shelf.current();
  player.say(TROUBLE);

  await storage.close();
  expect(player.answer).toEqual([`[fault ${FAULT}]`]);
  expect(player.last?.posts[0]?.view).toMatchObject({ freshness: { readAt: expect.any(Number), isFailing: true } });
});
