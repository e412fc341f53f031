import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TENANT } from './outside.ts';
import { asMembers, bindHelpdesk, CHANNEL, handOver, heardIn, Person } from './people.ts';
import { openWorld, type World } from './world.ts';

const OTHER = '99999999-bbbb-4ccc-8ddd-eeeeeeeeeeee';

let world: World;
let hana: Person;
let mallory: Person;
let agent: Person;
let owned: { intake: string; revision: number; slot: string };
let case_: string;
let stranger: Person;

beforeAll(async () => {
  world = await openWorld({ HELPDESK_HOURS: 'always', ALLOWED_TENANTS: `${TENANT},${OTHER}` });
  [hana, mallory, agent] = [new Person(world, 'hana'), new Person(world, 'mallory'), new Person(world, 'priya')];
  stranger = new Person(world, 'priya', { tenant: OTHER });
  world.outside.members = asMembers(agent);
  await bindHelpdesk(world, agent);
  // Both stand at the same question of the same trouble.
  for (const person of [hana, mallory]) await person.say('OneDrive 0x8004de40, Windows 11');
  const { intake, revision, slot } = hana.action('answer').data;
  owned = { intake: String(intake), revision: Number(revision), slot: String(slot) };
  case_ = await handOver(world, new Person(world, 'yuki'));
  await world.quiet();
}, 90_000);
afterAll(() => world.close());

/** All that is kept of these people, their cases and what was said to them; not what is kept of whoever attacks. */
async function untouched(attempt: () => Promise<{ status: number; body: string }>): Promise<string> {
  const look = async () => {
    const lines = (await world.settled()).split('\n').filter((line) => /hana|yuki|^(?:case|agent|withdrawn|on_call|helpdesk|fan_out)/.test(line));
    return lines.filter((line) => !line.includes('mallory')).join('\n');
  };
  const told = () => [hana.heard().length, heardIn(world, 'a:yuki').length];
  const [before, heard] = [await look(), told()];

  const { status, body } = await attempt();

  expect(status).toBe(200);
  expect(await look()).toBe(before);
  expect(told()).toEqual(heard);
  expect(await world.isAlive()).toBe(true);
  return body;
}

describe('card data that name another person’s intake', () => {
  it.each([
    ['answers nothing for them', { do: 'answer', fact: 'web', value: 'works' }],
    ['tells no outcome', { do: 'outcome', step: 'restart-onedrive', outcome: 'worked' }],
    ['changes no answer', { do: 'change', fact: 'os' }],
    ['does not show which answers there are', { do: 'change' }],
    ['does not hand it over', { do: 'send' }],
    ['does not hand it over in parts', { do: 'send', along: 'os' }],
    ['calls no person for them', { do: 'person' }],
    ['begins nothing anew', { do: 'new' }],
    ['reports no step of theirs', { do: 'wrong', step: 'restart-onedrive' }],
    ['shows no commands of theirs', { do: 'as-text', step: 'restart-onedrive' }],
    ['does not end their wait', { do: 'go-on', advisory: 'OD1' }],
  ])('%s', async (_what, data) => {
    const own = await intakeOf(mallory);

    for (const way of ['tap', 'submit'] as const) await untouched(() => mallory[way]({ ...owned, ...data }));

    expect(await intakeOf(mallory)).toBe(own);
    expect(mallory.heard().join()).not.toContain(owned.intake);
  });

  it('do not even say whether there is such an intake', async () => {
    const guessed = await untouched(() => mallory.tap({ do: 'answer', ...owned, intake: 'no-such-intake', fact: 'web', value: 'works' }));
    const known = await untouched(() => mallory.tap({ do: 'answer', ...owned, fact: 'web', value: 'works' }));

    expect(known).toBe(guessed);
  });

  it('and name them as the person who taps change nothing, since that is not believed', async () => {
    await untouched(() => mallory.tap({ do: 'answer', ...owned, fact: 'web', value: 'works', person: 'hana', from: { aadObjectId: 'hana' } }));
  });
});

describe('card data that name another person’s case', () => {
  it.each([['withdraw'], ['helped'], ['not-helped'], ['go-on'], ['tell'], ['new']])('do nothing to it: %s', async (act) => {
    await untouched(() => mallory.tap({ do: 'own-case', case: case_, act }));

    expect(mallory.heard().join()).not.toContain('yuki');
  });

  it('answer no question that the helpdesk asked somebody else', async () => {
    for (const way of ['tap', 'submit'] as const) {
      await untouched(() => mallory[way]({ do: 'case-answer', case: case_, fact: 'web', value: 'works' }));
    }

    expect(mallory.heard().join()).not.toContain('yuki');
  });
});

describe('what is kept of somebody', () => {
  it('is shown to nobody else, and deleted for nobody else', async () => {
    for (const words of ['export my data', 'forget me']) await untouched(() => mallory.say(words));
    for (const act of ['show', 'ask', 'delete', 'keep'])
      await untouched(() => mallory.tap({ do: 'own-data', act, at: Date.now(), person: 'hana', id: 'hana', tenant: TENANT }));

    expect(mallory.heard().join()).not.toMatch(/hana|yuki/);
  });
});

describe('what only the helpdesk may do', () => {
  const acts = [
    { act: 'take' },
    { act: 'give', to: 'mallory' },
    { act: 'priority', priority: 'urgent' },
    { act: 'answer', text: 'Send me your password.' },
    { act: 'ask', fact: 'web', question: 'What is your password?' },
    { act: 'share', step: 'restart-onedrive' },
    { act: 'resolve', outcome: 'x' },
    { act: 'hand-back' },
    { act: 'card' },
    { act: 'show', step: 'leave-and-rejoin-domain' },
  ];

  it.each(acts)('an employee does not do by card data: $act', async (act) => {
    for (const place of [null, CHANNEL, `${CHANNEL};messageid=1`]) await untouched(() => mallory.tap({ do: 'case', case: case_, ...act }, place));

    expect(mallory.heard().join()).not.toContain('yuki');
  });

  it.each(acts)('somebody of another tenant, though with the same id, does not do by card data: $act', async (act) => {
    await untouched(() => stranger.tap({ do: 'case', case: case_, ...act }));

    expect(stranger.heard().join()).not.toContain('yuki');
  });

  it.each(['mine', 'open', 'overdue', 'on call @mallory', 'reports', 'withdraw restart-onedrive', 'restore restart-onedrive'])(
    'an employee does not do in words: %s',
    async (words) => {
      for (const place of [null, CHANNEL]) await untouched(() => mallory.say(words, place));

      expect(mallory.heard().join()).not.toContain('yuki');
    },
  );

  it('an employee does not do by writing in the thread of a case, or its id in private', async () => {
    const thread = await threadOf(case_);

    await untouched(() => mallory.say('Send me your password.', thread));
    await untouched(() => mallory.say(`${case_}: Send me your password.`));
    await untouched(() => stranger.say(`${case_}: Send me your password.`));

    expect(mallory.heard().join()).not.toContain('yuki');
  });

  it('nobody becomes a member by calling themselves one', async () => {
    const liar = new Person(world, 'liar', { name: 'priya' });

    await untouched(() => liar.tap({ do: 'case', case: case_, act: 'take', from: { aadObjectId: 'priya' }, agent: { id: 'priya' } }));
    await untouched(() => liar.post({ from: { id: '29:liar', aadObjectId: 'liar', name: 'priya', role: 'owner' }, text: `${case_}: hello` }));
  });

  it('an employee names no other channel as the helpdesk’s, and decides about no alert', async () => {
    await untouched(() => mallory.say('<at>Kiku</at> helpdesk here', '19:mallorys@thread.tacv2'));
    await untouched(() => mallory.say('helpdesk here'));
    await untouched(() => mallory.tap({ do: 'fan-out', fanOut: 1, act: 'cancel' }));
    await untouched(() => mallory.tap({ do: 'fan-out', fanOut: 1, act: 'sentence', sentence: 'x' }, '19:mallorys@thread.tacv2'));
    await untouched(() => mallory.tap({ do: 'cases', what: 'open' }));
  });

  it('a member of the team does (so that all of this can fail)', async () => {
    const { body } = await agent.tap({ do: 'case', case: case_, act: 'take' }, CHANNEL);

    expect(body).toContain('priya');
    await world.until(() => heardIn(world, 'a:yuki').join().includes('priya'), 'the employee is told who has the case');
  });
});

describe('an activity that comes again', () => {
  it.each([
    ['a message', { id: 'again-1', text: 'the web version works' }],
    ['an installation', { id: 'again-2', type: 'installationUpdate', action: 'add' }],
    ['a tap', { id: 'again-3', type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute', verb: 'help', data: {} } } }],
    ['a case', { id: 'again-4', text: 'I want to talk to a person' }],
  ])('is answered once, however often somebody sends what they caught: %s', async (_what, changes) => {
    const robin = new Person(world, `robin-${changes.id}`);
    await robin.say('OneDrive 0x8004de40, Windows 11');
    await robin.post(changes);
    const [kept, heard] = [await world.quiet(), robin.heard().length];

    const again = await Promise.all([1, 2, 3, 4].map(() => robin.post(changes)));

    expect(again.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await world.quiet()).toBe(kept);
    expect(robin.heard()).toHaveLength(heard);
  });
});

/** Where somebody is. */
async function intakeOf({ id }: Person): Promise<string | undefined> {
  return (await world.settled()).split('\n').find((line) => line.startsWith('intake ') && line.includes(id));
}

/** The conversation in which the case's card is the first message. */
async function threadOf(id: string): Promise<string> {
  const found = new RegExp(`(${CHANNEL};messageid=[\\w-]+)`).exec(
    (await world.settled()).split('\n').find((line) => line.includes(id) && line.includes(';messageid=')) ?? '',
  );
  if (found?.[1] === undefined) throw new Error('The case has no thread.');
  return found[1];
}
