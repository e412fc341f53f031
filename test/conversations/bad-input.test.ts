import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { beginningOf } from './phrase.ts';
import { type Actor, Stage } from './stage.ts';

/** Stands in everything a person writes here; the log must never hold it. */
const SECRET = 'Zuckerruebensirup';

/** Stands in what is said of a turn that failed. */
const SORRY = beginningOf('sorry.reference');

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open('postgresql', { LOG_LEVEL: 'debug' });
}, 60_000);
afterAll(() => stage.close());

afterEach(() => {
  expect(stage.program.output().stderr).not.toMatch(new RegExp(SECRET, 'i'));
});

/** Somebody who is asked whether the web version works. */
async function asked(of: { locale?: string } = {}): Promise<Actor> {
  const actor = await stage.enter(of);
  await actor.say('OneDrive 0x8004de40, Windows 11');
  await actor.sees('answer web');
  return actor;
}

/** Sends an activity as it is, and resolves when all that follows from it was delivered. */
async function post(actor: Actor, activity: Readonly<Record<string, unknown>>) {
  const answer = await actor.client.post(actor.person, activity);
  return answer.kind === 'answered' ? { status: answer.status, body: JSON.stringify(answer.body) } : { status: 0, body: '' };
}

describe('a message', () => {
  it.each([
    ['that is empty', ''],
    ['of blanks', ' \n\t\u3000 '],
    ['of emoji', '🙈🙉🙊👨‍👩‍👧‍👦'],
    ['of control characters', '\u0000\u0001\u001b[31m\u0007'],
    ['of half a surrogate pair', '\ud83d'],
    ['of marks that turn the direction of writing', '\u202e\u2066\u2069'],
    ['of a word that nobody knows', SECRET],
    ['of markup', `<script>alert("${SECRET}")</script> [${SECRET}](https://example.com) <at>Kiku</at>`],
    ['of a template', `\${${SECRET}} {{${SECRET}}} $(${SECRET})`],
    ['of 30 KB', `${SECRET} `.repeat(1_700)],
    ['of 30 KB of Japanese', 'あ'.repeat(10_000)],
  ])('%s is answered, and the question stands', async (_what, text) => {
    const actor = await asked();
    const before = actor.entries().length;

    await actor.say(text);

    await actor.sees('answer web');
    expect(actor.entries().length).toBeGreaterThan(before);
    expect(actor.text()).not.toContain(SORRY);
    expect(actor.text()).not.toContain(SECRET);
  });

  it.each([
    ['three codes at once', 'OneDrive on Windows 11: 0x8004de40, 0x8004de88 and 0x80070005', /0x8004de40.*0x8004de88.*0x80070005/s],
    ['a code that does not exist', 'OneDrive says 0x8004dezz and 0x8004deff', /0x8004deff/],
    ['a code of another family', 'Office says 0xCAA50021', /\bCAA50021/],
    ['a code that is nearly one', 'OneDrive DE40', /0x8004de40/],
  ])('with %s is answered with the code as it was read', async (_what, text, reading) => {
    const actor = await stage.enter();

    await actor.say(text);
    await actor.client.waitFor(actor.person, () => reading.test(actor.text()), 5_000);

    expect(actor.text()).not.toContain(SORRY);
  });
});

it.each([
  ['with blanks', `${SECRET} `.repeat(11_000)],
  ['without a blank', 'x'.repeat(200_000)],
])('200 KB %s are answered as far as they were read', async (_what, text) => {
  const actor = await asked();
  const before = actor.entries().length;

  expect((await post(actor, { text, attachments: [] })).status).toBe(200);

  await actor.sees('answer web');
  expect(actor.entries().length).toBeGreaterThan(before + 1);
});

describe('an attachment', () => {
  it.each([
    ['without text', '', 'answer web'],
    ['with text', 'it opens', 'answer network'],
  ])('%s is answered', async (_what, text, open) => {
    const actor = await asked();
    const before = actor.entries().length;

    await stage.teams.acts.say(actor.person, text, [{ name: `${SECRET}.png`, type: 'image/png', base64: 'bm8gcGljdHVyZQ==' }]);

    await actor.sees(open);
    expect(actor.entries().length).toBeGreaterThan(before);
  });
});

describe('a tap', () => {
  it.each([
    ['with nothing', {}],
    ['with an unknown action', { do: 'explode', why: SECRET }],
    ['on a card from last month', { do: 'answer', intake: 'gone', revision: 3, fact: 'web', value: 'works' }],
    ['on a step that does not exist', { do: 'outcome', intake: 'gone', revision: 3, step: 'dance', outcome: 'worked' }],
    ['with a very long value', { do: 'answer', intake: 'gone', revision: 3, fact: 'web', value: SECRET.repeat(500) }],
    [
      'with prototype keys',
      JSON.parse('{"do":"answer","intake":"gone","revision":3,"__proto__":{"fact":"web"},"constructor":{"prototype":{"fact":"web"}}}'),
    ],
    ['with a NUL', { do: 'answer', intake: 'gone\u0000', revision: 3, fact: 'web', value: 'works' }],
  ])('%s changes nothing and shows where the person is, as an invoke and as a message', async (_what, data) => {
    const actor = await asked();
    const open = actor.entries().at(-1)?.id;

    const invoke = { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: '', data } } };
    expect((await post(actor, { ...invoke, id: 'f:1' })).status).toBe(200);
    await actor.sees('answer web');
    expect((await post(actor, { type: 'message', text: '', value: data, replyToId: open })).status).toBe(200);
    await actor.sees('answer web');

    expect(actor.text()).not.toContain(SORRY);
  });
});

describe('what is no message', () => {
  it.each([
    ['an invoke with nonsense', { type: 'invoke', name: 'adaptiveCard/action', value: { action: SECRET } }, 400],
    ['an invoke without a value', { type: 'invoke', name: 'adaptiveCard/action', value: undefined }, 400],
    ['an invoke nobody knows', { type: 'invoke', name: SECRET, value: {} }, 501],
    ['an activity of a type nobody knows', { type: SECRET }, 200],
    ['an activity without a sender', { from: undefined }, 400],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }, 200],
    ['typing', { type: 'typing' }, 200],
    ['a deleted message', { type: 'messageDelete' }, 200],
    ['an edit without a text', { type: 'messageUpdate', text: null, channelData: { eventType: 'editMessage' } }, 200],
  ])('%s gets its status, and the question stands', async (_what, activity, status) => {
    const actor = await asked();
    const before = actor.entries().length;

    expect((await post(actor, activity)).status).toBe(status);

    expect(actor.open()).toEqual(['answer web']);
    expect(actor.entries().length).toBe(before);
  });

  it.each([
    ['a list', '[1,2,3]', 400],
    ['a number', '7', 400],
    ['nothing', '', 400],
    ['half of something', `{"type":"message","text":"${SECRET}`, 400],
    ['an object that is no activity', `{"${SECRET}":true}`, 400],
    ['an activity with nothing in it, from nobody', '{"type":"message"}', 401],
    ['300 KB', JSON.stringify({ type: 'message', text: SECRET.repeat(18_000) }), 413],
  ])('%s as the body gets its status', async (_what, body, status) => {
    const response = await fetch(`${stage.program.origin}/api/messages`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain(SECRET);
  });
});

describe('a name', () => {
  it.each([
    ['full of Markdown', `**${SECRET}** [x](https://example.com) <at>All</at> \`x\``],
    ['of ten thousand characters', `${SECRET} `.repeat(600)],
    ['of emoji and marks', '👩🏽‍💻\u202e\u0000'],
    ['that is empty', ''],
  ])('%s is greeted all the same', async (_what, name) => {
    const actor = await stage.enter();
    const before = actor.entries().length;
    const from = { id: actor.person.id, aadObjectId: actor.person.aadObjectId, name };

    await post(actor, { type: 'installationUpdate', action: 'add', from });

    await actor.client.waitFor(actor.person, () => actor.entries().length > before, 5_000);
    expect(actor.actions(actor.entries().at(-1) ?? never()).map((action) => action.data.do)).toContain('start');
    const greeting = actor.client.cards(actor.person, actor.entries().at(-1)?.id ?? '').map((card) => JSON.stringify(card.body));
    expect(greeting.join()).not.toMatch(/[^\\]\]\(|[^\\]<at>|[^\\]\*\*/);
  });
});

it('none of it is an error of ours', () => {
  const levels = stage.program
    .output()
    .stderr.split('\n')
    .filter((line) => line !== '')
    .map((line) => Number(JSON.parse(line).level));

  expect(levels.filter((level) => level >= 50)).toEqual([]);
});

function never(): never {
  throw new Error('There is no message.');
}
