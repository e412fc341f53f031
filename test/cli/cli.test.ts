import { describe, expect, it } from '@jest/globals';
import { run } from './lines.ts';

const HYBRID = { code: ['0x8004de40'], os: ['windows-11'], web: 'works', network: 'office', join: 'hybrid', 'device-auth': 'success', files: 'safe' };

/** As Graph sends it: open, of Microsoft's making, on signing in to OneDrive. */
const FAULT = {
  id: 'OD900001',
  title: "Some users can't sign in to OneDrive for Business and see error 0x8004de40",
  service: 'OneDrive for Business',
  feature: 'OneDrive for Business',
  featureGroup: 'OneDrive for Business',
  impactDescription: "Users can't sign in to the OneDrive sync app.",
  classification: 'incident',
  origin: 'microsoft',
  status: 'serviceDegradation',
  isResolved: false,
  startDateTime: '2020-01-01T00:00:00Z',
  endDateTime: null,
  lastModifiedDateTime: new Date().toISOString(),
  details: [],
  posts: [],
};

describe('advise', () => {
  it('answers line by line in order, goes on after a line it cannot read, and then ends with 1', async () => {
    const ran = await run('advise', [], [{ id: 1, facts: {} }, 'nonsense', { id: 'x', facts: { os: 'windows-9' } }, { id: 4, facts: HYBRID }]);

    expect(ran.code).toBe(1);
    expect(ran.json()).toMatchObject([
      { id: 1, problem: null, asks: ['code', 'product', 'symptom'], steps: [], stop: { kind: 'none' } },
      { id: null, error: expect.any(String) },
      { id: 'x', error: expect.stringContaining('windows-9') },
      { id: 4, problem: 'onedrive-connectivity', stop: { kind: 'escalate' } },
    ]);
  });

  it('shows what only IT may do to the helpdesk and not to the employee', async () => {
    const ran = await run(
      'advise',
      [],
      [
        { id: 'employee', facts: HYBRID },
        { id: 'helpdesk', facts: HYBRID, audience: 'helpdesk' },
      ],
    );

    const [employee, helpdesk] = ran.json().map((line) => JSON.stringify(line));
    expect(employee).not.toContain('dsregcmd');
    expect(helpdesk).toContain('dsregcmd /leave');
    expect(ran.code).toBe(0);
  });

  it('gives the same way in both languages and in any order of the facts', async () => {
    const turned = Object.fromEntries(Object.entries(HYBRID).toReversed());
    const ran = await run(
      'advise',
      [],
      [
        { id: 1, facts: HYBRID, locale: 'en' },
        { id: 2, facts: turned, locale: 'ja' },
      ],
    );

    const ways = ran
      .json()
      .map(({ asks, steps, stop }) => ({ asks, steps: (steps as { id: string }[]).map((step) => step.id), kind: (stop as { kind: string }).kind }));
    expect(ways[0]).toEqual(ways[1]);
  });

  it('does not show again what was tried, and ignores a step that is no longer there', async () => {
    const ran = await run('advise', [], [{ id: 1, facts: { ...HYBRID, tried: ['restart-onedrive', 'gone-since'] } }]);

    const [{ steps } = { steps: [] }] = ran.json() as { steps: { id: string }[] }[];
    expect(ran.code).toBe(0);
    expect(steps.map((step) => step.id)).toContain('tick-tls-1.2');
    expect(steps.map((step) => step.id)).not.toContain('restart-onedrive');
  });

  it('waits while an open fault of Microsoft is likely, and not when it is closed', async () => {
    const facts = { code: ['0x8004de40'], os: ['windows-11'], web: 'works', affected: 'only-me' };
    const ran = await run(
      'advise',
      [],
      [
        { id: 'open', facts, advisories: [FAULT] },
        { id: 'closed', facts, advisories: [{ ...FAULT, isResolved: true, status: 'serviceRestored' }] },
      ],
    );

    expect(ran.json()).toMatchObject([{ stop: { kind: 'wait', why: expect.stringContaining('OD900001') } }, { stop: { kind: 'escalate' } }]);
  });

  it('waits also when the fault names the other code of the same problem', async () => {
    const ran = await run('advise', [], [{ id: 1, facts: { code: ['0x8004de88'], os: ['ios'] }, advisories: [FAULT] }]);

    expect(ran.json()).toMatchObject([{ stop: { kind: 'wait', why: expect.stringContaining('OD900001') } }]);
  });

  it('names an advisory on which customers act, with the steps that answer it, and changes nothing else', async () => {
    const facts = { code: ['0x8004de40'], os: ['windows-7-sp1'], web: 'works', device: 'personal', rights: 'admin' };
    const advisory = { ...FAULT, id: 'OD255960', title: 'Users on Windows 7/8 with TLS 1.0/1.1 get error 0x8004de40', classification: 'advisory' };
    const ran = await run(
      'advise',
      [],
      [
        { id: 1, facts, advisories: [advisory] },
        { id: 1, facts },
        { id: 1, facts, locale: 'ja', advisories: [advisory] },
      ],
    );

    const [named, plain, japanese] = ran.json().map((line) => ({ ...line, stop: line.stop as { kind: string; why: string } }));
    const install = (plain as unknown as { steps: { id: string; title: string }[] }).steps.find((step) => step.id === 'install-kb3140245');
    expect(named).toEqual({ ...plain, stop: { kind: plain?.stop.kind, why: expect.stringContaining('OD255960') } });
    expect(named?.stop.why).toContain(install?.title ?? 'a title');
    expect(japanese?.stop.why).toContain('OD255960');
  });

  it.each([
    ['a fact named __proto__', '{"id":"p","facts":{"__proto__":"x"}}'],
    ['an empty list', '{"id":"p","facts":{"os":[]}}'],
    ['a number', '{"id":"p","facts":{"web":1}}'],
    ['two values of a fact with one', '{"id":"p","facts":{"web":["works","fails"]}}'],
  ])('answers %s with a sentence', async (_, line) => {
    const ran = await run('advise', [], [line]);

    expect(ran.code).toBe(1);
    expect(ran.json()).toEqual([{ id: 'p', error: expect.stringMatching(/\.$/) }]);
  });

  it('reads a first line that begins with a byte order mark', async () => {
    const ran = await run('advise', [], ['\uFEFF{"id":1,"facts":{}}']);

    expect(ran.json()).toMatchObject([{ id: 1, problem: null }]);
  });
});

describe('understand', () => {
  it('gives only what the text states, lists as lists', async () => {
    const ran = await run(
      'understand',
      [],
      [
        { id: 'en', text: 'OneDrive says 0x8004de40 on my Windows 10 laptop' },
        { id: 'ja', text: 'Windows11 で OneDrive に繋がりません ０ｘ８００４ＤＥ４０', locale: 'ja-JP' },
        { id: 'none', text: 'What is for lunch?' },
      ],
    );

    expect(ran.json()).toEqual([
      { id: 'en', facts: { code: ['0x8004de40'], product: 'onedrive', os: ['windows-10'] } },
      { id: 'ja', facts: expect.objectContaining({ code: ['0x8004de40'], product: 'onedrive', os: ['windows-11'] }) },
      { id: 'none', facts: {} },
    ]);
    expect(ran.code).toBe(0);
  });
});

describe('check and draw', () => {
  it('counts a knowledge without faults', async () => {
    const ran = await run('check', []);

    expect(ran.code).toBe(0);
    expect(ran.stdout).toContain('No fault.');
  }, 120_000);

  it('draws a playbook as Mermaid text, and names the known ones when asked for another', async () => {
    const [drawn, unknown] = [await run('draw', ['onedrive-connectivity']), await run('draw', ['toaster'])];

    expect(drawn.stdout).toMatch(/^flowchart TD\n/);
    expect(drawn.stdout).toContain('rejoin-hybrid');
    expect(unknown.code).toBe(1);
    expect(unknown.stdout).toBe('');
  });
});
