import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { describeInBrowser } from './describe-in-browser.ts';
import { Screening } from './screening.ts';
import { Visitor } from './visitor.ts';

const EVERYTHING = 'OneDrive says 0x8004de40, Windows 11, I am at home, the web version works, only me';
const FAULT = 'OD900001';
const TITLE = 'People at Contoso are turned away by OneDrive for Business';

describeInBrowser('the Service Health panel', () => {
  let screening: Screening;
  let visitor: Visitor;

  beforeAll(async () => {
    screening = await Screening.open();
  }, 120_000);
  afterAll(() => screening.close());
  afterEach(async () => {
    const faults = visitor.faults();
    await visitor.leave();
    expect(faults).toEqual([]);
  });

  async function arrive(): Promise<Visitor> {
    visitor = await Visitor.arrive(screening.browser, { origin: screening.program.origin, person: 'priya' });
    return visitor;
  }

  async function turn(id: string, isOn: boolean): Promise<void> {
    const toggle = visitor.page.locator(`[data-advisory="${id}"] [role="switch"]`);
    await toggle.click();
    await visitor.page.locator(`[data-advisory="${id}"] [role="switch"][aria-checked="${isOn}"]`).waitFor();
  }

  it('lets Microsoft have a fault: the person waits, and goes on once it is off', async () => {
    const me = await arrive();

    await turn(FAULT, true);
    await me.say(EVERYTHING);
    await me.sees(`go-on ${FAULT}`);
    expect(await me.newest().textContent()).toContain(FAULT);

    await turn(FAULT, false);
    await me.say('restart');
    await me.say(EVERYTHING);
    await me.sees('outcome restart-onedrive');
  });

  it('publishes an advisory, and people it concerns are told of it', async () => {
    const me = await arrive();
    const form = me.page.locator('.publish');
    await me.page.locator('.publish-fold > summary').click();
    await form.locator('[name="title"]').fill(TITLE);
    await form.locator('[name="impact"]').fill('Users are unable to sign in to OneDrive and see error 0x8004de40.');
    await form.locator('[name="post"]').fill('Current status: We are looking into sign-in failures of OneDrive for Business.');
    const published = me.page.locator('[data-advisory]').filter({ hasText: TITLE });

    await form.locator('button').click();
    await published.waitFor();
    const id = (await published.getAttribute('data-advisory')) ?? '';
    await me.say(EVERYTHING);
    await me.sees(`go-on ${id}`);

    await published.locator('summary').click();
    await published.locator('.advisory-tools .quiet').click();
    await published.waitFor({ state: 'detached' });
  });

  it('points somebody on Windows 7 to the steps that answer OD255960, and withholds nothing', async () => {
    const me = await arrive();

    await me.say('OneDrive says 0x8004de40, Windows 7 SP1, my own PC, I am the administrator, the browser works, only me, at home');
    await me.sees('outcome out-of-support');

    const named = (await me.page.locator('.entry.other').allInnerTexts()).filter((text) => text.includes('OD255960'));
    expect(named).toHaveLength(1);
    expect(await me.page.locator('.entry.other', { hasText: 'OD255960' }).getByText('•').count()).toBeGreaterThan(0);
  });

  it('says when what it shows cannot be read, and the chat goes on', async () => {
    const me = await arrive();
    await me.page.route('**/local/advisories', (route) => route.fulfill({ status: 502, json: { error: { code: 'GraphUnreachable' } } }));

    await me.page.reload();
    await me.page.locator('.health-note').filter({ hasText: /\S/ }).waitFor();
    await me.say(EVERYTHING);
    await me.sees('outcome restart-onedrive');

    // The browser itself notes every answer above 400 on the console.
    expect(me.faults().filter((fault) => !fault.includes('502'))).toEqual([]);
  });
});
