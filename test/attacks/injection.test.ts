import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import markdownIt from 'markdown-it';
import { asMembers, bindHelpdesk, CHANNEL, handOver, heardIn, Person } from './people.ts';
import { openWorld, SERVICE, type World } from './world.ts';

// More than Teams renders: whatever is no link here is none there either. HTML is read as such.
const markdown = markdownIt({ html: true, linkify: true });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

const TROUBLE = 'OneDrive 0x8004de40, Windows 11';

/** What people write to have it seen, followed or run by others. `shown`: part of it that must be readable as it was written. */
const ATTACKS: readonly (readonly [name: string, text: string, shown: string])[] = [
  ['a link under other words', '[Reset your password here](https://evil.example/a)', 'Reset your password here'],
  ['a link by reference', '[here][1]\n\n[1]: https://evil.example/b', '[1]'],
  ['a picture that tells who looked', '![x](https://evil.example/c.png)', '![x]'],
  ['a link in pointed brackets', '<https://evil.example/d>', 'evil.example/d'],
  ['a script as a link', '[x](javascript:alert(1)) <javascript:alert(1)>', 'alert(1)'],
  ['HTML', '<a href="https://evil.example/e">here</a><img src=x onerror=alert(1)><script>alert(2)</script>', '<script>'],
  ['HTML in entities', '&lt;script&gt; &#91;x&#93;&#40;https:evil&#41;', '&lt;script&gt;'],
  ['a mention of everybody', '<at>Everyone</at> <at id="0">Priya</at>', 'Everyone'],
  ['emphasis over what follows', '**__~~`', '**__~~`'],
  ['a heading, a quotation and a list', '# H\n> q\n- a\n1. b', '# H'],
  ['a table', '| a | b |\n|---|---|', '| a | b |'],
  ['a fence', '```\nx\n```', '```'],
  ['a template', `\${$root} \${person.name} \${if(true, 'a', 'b')} \${env:PATH} {{name}} $(whoami)`, `\${$root}`],
  ['a template that costs much', `\${isMatch('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', '(a+)+$')}`, 'isMatch'],
  ['a piece of a card', '"},{"type":"Action.OpenUrl","title":"x","url":"https://evil.example/f"},{"a":"', 'Action.OpenUrl'],
  ['a piece of SQL', "'); drop table kiku.person; -- \\'", 'drop table kiku.person'],
  ['text that turns its direction', 'invoice\u202egpj.exe \u2066x\u2069', 'invoice'],
  ['an address that turns its direction', 'see https://evil.example/\u202egpj.exe', 'evil.example'],
  ['control characters', 'a\u0000\u0007\u001b[31mb\u001e![x](https://evil.example/g)', 'a'],
];

interface Case {
  readonly person: Person;
  readonly id: string;
}

let world: World;
let agent: Person;
/** For each attack a case that begins with it, and one of somebody who is called so. */
let worded: ReadonlyMap<string, Case>;
let named: ReadonlyMap<string, Case>;

beforeAll(async () => {
  world = await openWorld({ HELPDESK_HOURS: 'always' });
  agent = new Person(world, 'priya');
  world.outside.members = asMembers(agent);
  await bindHelpdesk(world, agent);
  worded = await casesOf((name, text) => ({ person: new Person(world, `words-${name}`, { name: 'Robin' }), trouble: `${TROUBLE}\n${text}` }));
  named = await casesOf((name, text) => ({ person: new Person(world, `name-${name}`, { name: text }), trouble: TROUBLE }));
}, 120_000);
afterAll(() => world.close());

async function casesOf(of: (name: string, text: string) => { person: Person; trouble: string }): Promise<ReadonlyMap<string, Case>> {
  const cases = ATTACKS.map(async ([name, text]): Promise<[string, Case]> => {
    const { person, trouble } = of(name, text);
    return [name, { person, id: await handOver(world, person, trouble) }];
  });
  return new Map(await Promise.all(cases));
}

/** What the helpdesk sees of a case on its card. */
function cardOf(id: string): readonly string[] {
  return heardIn(world, CHANNEL).filter((message) => message.includes(id));
}

function known(cases: ReadonlyMap<string, Case>, name: string): Case {
  const found = cases.get(name);
  if (found === undefined) throw new Error(`There is no case for ${name}.`);
  return found;
}

interface Shown {
  /** Every text that a client renders as Markdown. */
  readonly texts: readonly string[];
  /** Every address that a client opens or loads. */
  readonly addresses: readonly string[];
  readonly mentions: readonly string[];
}

/** What somebody sees of a message: its text, and each text of its cards. */
function shown(messages: readonly string[]): Shown {
  const texts: string[] = [];
  const addresses: string[] = [];
  const mentions: string[] = [];
  const walk = (value: unknown, key: string): void => {
    // Buttons, choices and notifications show what they hold as it is.
    if (typeof value === 'string' && /^(?:text|fallbackText|facts)$/.test(key)) texts.push(value);
    if (typeof value === 'string' && /^(?:url|iconUrl|contentUrl|backgroundImage)$/.test(key)) addresses.push(value);
    if (key === 'mentioned') mentions.push(JSON.stringify(value));
    // What an action sends back is shown to nobody.
    if (typeof value === 'object' && value !== null && key !== 'data')
      for (const [name, inner] of Object.entries(value)) walk(inner, Array.isArray(value) || key === 'facts' ? key : name);
  };
  for (const message of messages) walk(JSON.parse(message), '');
  return { texts, addresses, mentions };
}

/** Nothing in it leads outside, calls anybody, or is more than text; though it can be read. */
function isHarmless(messages: readonly string[], readable: string, of: { readonly addresses?: boolean } = {}): void {
  const { texts, addresses, mentions } = shown(messages);
  const html = texts.map((text) => markdown.render(text)).join('\n');

  expect(
    [...html.matchAll(/<(?:a|img)\b[^>]*(?:href|src)="([^"]*)"/g)]
      .map(([, to]) => to)
      .filter((to) => of.addresses !== true || !/^https:\/\/evil\.example\//.test(to ?? '')),
  ).toEqual([]);
  expect(html.match(/<(?:script|at|iframe|img|h1|blockquote|table|pre|code|del|s)\b[^>]*>/gi)).toBeNull();
  expect(addresses.filter((to) => !to.startsWith('data:image/'))).toEqual([]);
  expect(mentions).toEqual([]);
  expect(texts.filter((text) => /[\u202a-\u202e\u2066-\u2069]|(?!\n)\p{Cc}/u.test(text))).toEqual([]);
  const plain = html
    .replaceAll(/<[^>]*>|\u2060/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  expect({ readable, isShown: plain.includes(readable) }).toEqual({ readable, isShown: true });
}

const since = (before: number, conversation: string) => heardIn(world, conversation).slice(before);

describe('what an employee writes', () => {
  it.each(ATTACKS)('%s: on the agent’s card', (name, _text, readable) => {
    const { person, id } = known(worded, name);

    isHarmless(cardOf(id), readable);
    isHarmless(person.heard(), 'OneDrive');
  });

  it.each(ATTACKS)('%s: as a name', async (name) => {
    const { person, id } = known(named, name);

    await person.post({ type: 'installationUpdate', action: 'add', text: undefined });

    isHarmless(cardOf(id), 'OneDrive');
    isHarmless(person.heard(), 'OneDrive');
  });

  it('in a case stands in its thread as it was written; of addresses only those that can be read', async () => {
    const person = new Person(world, 'relayed');
    const id = await handOver(world, person);
    const before = heardIn(world, CHANNEL).length;

    for (const [, text] of ATTACKS) await person.say(text);
    const relayed = () => since(before, CHANNEL).filter((message) => typeof JSON.parse(message).text === 'string');
    await world.until(() => relayed().length >= ATTACKS.length, 'all of it stands in the thread');

    expect(id).not.toBe('');
    for (const message of relayed()) {
      isHarmless([message], 'relayed', { addresses: true });
      for (const text of shown([message]).texts) expect(hiding(text)).toEqual([]);
    }
  });

  it.each([
    ['elsewhere', 'https://evil.example/login', 'evil.example'],
    ['in the name of ours', 'https://contoso.sharepoint.com.evil.example/x', 'contoso.sharepoint.com.evil.example'],
    ['behind a user', 'https://contoso.sharepoint.com@evil.example/x', null],
    ['that closes its own link', 'https://evil.example/a)[Reset](https://evil.example/b', 'evil.example'],
    ['that is a script', 'javascript:alert(1)', null],
    ['on this machine', 'file:///etc/passwd', null],
  ])('as a file %s says where it leads', async (name, contentUrl, host) => {
    const person = new Person(world, `file-${name}`);
    await handOver(world, person);
    const before = heardIn(world, CHANNEL).length;

    const attachments = [
      { contentType: 'application/vnd.microsoft.teams.file.download.info', contentUrl, name: '[log](https://evil.example/n).txt' },
    ];
    await person.post({ text: `words of ${name}`, attachments });
    await world.until(() => since(before, CHANNEL).some((message) => message.includes(`words of ${name}`)), 'the file stands in the thread');

    const texts = shown(since(before, CHANNEL)).texts;
    const links = texts.flatMap((text) =>
      [...markdown.render(text).matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g)].map(([, to = '', label = '']) => ({ to, label })),
    );
    expect(links.map(({ to }) => URL.parse(to)?.hostname)).toEqual(host === null ? [] : [host]);
    for (const { to, label } of links) expect(label).toContain(URL.parse(to)?.hostname);
  });
});

describe('what an agent writes', () => {
  it.each(ATTACKS)('%s: reaches the employee as text', async (name, text) => {
    const { person, id } = known(worded, name);
    const before = person.heard().length;

    await agent.tap({ do: 'case', case: id, act: 'answer', text }, CHANNEL);
    await world.until(() => person.heard().length > before, 'the employee is answered');

    for (const message of person.heard().slice(before)) isHarmless([message], '', { addresses: true });
  });
});

it('a picture of an employee’s is read from where Teams keeps pictures, and from nowhere else', async () => {
  const person = new Person(world, 'pictures');
  await handOver(world, person);
  const asked = world.outside.asked.length;
  const addresses = [
    'http://127.0.0.1:1/x',
    'http://localhost/x',
    'http://169.254.169.254/metadata/identity/oauth2/token',
    'http://[::1]/x',
    'https://[::ffff:169.254.169.254]/x',
    'https://2852039166/x',
    'https://rebound.evil.example/x',
    'https://localtest.me/x',
    'https://127.0.0.1.nip.io/x',
    'https://smba.trafficmanager.net.evil.example/x',
    'https://smba.trafficmanager.net@169.254.169.254/x',
    `http://127.0.0.1:${world.program.port}/healthz`,
  ];

  for (const contentUrl of addresses) await person.post({ text: 'look', attachments: [{ contentType: 'image/png', contentUrl }] });
  world.outside.answer = ({ method, path }) =>
    method === 'GET' && path.includes('/attachments/') ? { status: 302, body: {}, headers: { location: 'http://169.254.169.254/metadata' } } : null;
  await person.post({ text: 'look', attachments: [{ contentType: 'image/png', contentUrl: `${SERVICE}v3/attachments/1/views/original` }] });
  await world.until(
    () => world.outside.asked.some(({ path }) => path.includes('/attachments/')),
    'the one picture that is where pictures are is read',
  );
  await world.quiet();

  expect(world.outside.strangers()).toEqual([]);
  const got = world.outside.asked
    .slice(asked)
    .filter(({ origin, method, path }) => !origin.includes('graph') && method === 'GET' && !path.includes('members'));
  expect(got.map(({ path }) => path)).toEqual(['/emea/v3/attachments/1/views/original']);
}, 60_000);

/** Links whose words do not say where they lead. */
function hiding(text: string): readonly string[] {
  const links = [...markdown.render(text).matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g)];
  return links.flatMap(([whole, to = '', label = '']) => (label.startsWith(`https://${URL.parse(to)?.hostname}/`) ? [] : [whole]));
}
