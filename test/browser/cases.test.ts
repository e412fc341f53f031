import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { LOCAL_CHANNEL } from '../../src/local/teams/people.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { Screening } from './screening.ts';
import { until, Visitor } from './visitor.ts';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC';

describeInBrowser('an employee and the helpdesk, side by side', () => {
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

  const post = async (path: string, body: object): Promise<{ readonly id: string }> => {
    const response = await fetch(`${screening.program.origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    return (await response.json()) as { readonly id: string };
  };
  const write = async (composer: Locator, text: string) => {
    await composer.fill(text);
    await composer.press('Enter');
  };

  it('talk with one another: handed over, taken, answered, with a picture, an edit and a deletion', async () => {
    visitor = await Visitor.arrive(screening.browser, { origin: screening.program.origin, person: 'aiko' });
    const { page } = visitor;
    await page.goto(`${screening.program.origin}/?person=aiko&beside=ken`);
    const [employee, helpdesk] = [page.locator('#chat'), page.locator('#beside')];
    await write(helpdesk.locator('> .composer textarea'), '@Kiku helpdesk here');
    await helpdesk.locator('.entry.other .words').first().waitFor();

    // The channel that was named has the very next handover.
    await post('/local/say', { person: 'aiko', text: 'OneDrive に接続できません。0x8004de40 と出ます。Windows 10 です' });
    await post('/local/say', { person: 'aiko', text: '担当者に相談したいです' });
    const thread = helpdesk.locator('.thread', { has: page.locator('.card') }).last();
    await thread.waitFor();
    await thread.locator('.card').getByRole('button').first().click();
    await employee.locator('.entry.other', { hasText: 'Ken Sato' }).first().waitFor();

    await thread.locator('.reply button').last().click();
    await write(thread.locator('.reply textarea'), '@Kiku restart OneDrive, please');
    await employee.locator('.entry.other', { hasText: 'restart OneDrive, please' }).waitFor();
    expect(await employee.locator('.entry.other', { hasText: 'restart OneDrive, please' }).textContent()).toContain('Ken Sato');

    await post('/local/say', { person: 'aiko', text: '', files: [{ name: 'screen.png', type: 'image/png', base64: PNG }] });
    await thread.locator('img.picture').waitFor();
    await write(employee.locator('#composer'), 'つながりました?');
    await thread.locator('.entry.other', { hasText: 'つながりました?' }).waitFor();
    const own = employee.locator('.entry.own', { hasText: 'つながりました' });
    await own.hover();
    await own.locator('.tools button').first().click();
    await write(employee.locator('#composer'), 'つながりました');
    await thread.locator('.entry.other', { hasText: /つながりました\s*$/ }).waitFor();
    await own.hover();
    await own.locator('.tools button').last().click();
    await thread.locator('.entry.other', { hasText: 'つながりました' }).waitFor({ state: 'detached' });
  }, 120_000);

  it('reach one another without a mention once the team has consented', async () => {
    visitor = await Visitor.arrive(screening.browser, { origin: screening.program.origin, person: 'priya' });
    const { page } = visitor;
    await page.goto(`${screening.program.origin}/?person=priya&beside=ken`);
    const [employee, helpdesk] = [page.locator('#chat'), page.locator('#beside')];
    await visitor.say('I would rather talk to a person');
    const thread = helpdesk.locator('.thread', { has: page.locator('.card'), hasText: 'Priya Nair' }).last();
    await thread.waitFor();
    await thread.locator('.card').getByRole('button').first().click();
    await employee.locator('.entry.other', { hasText: 'Ken Sato' }).first().waitFor();

    await helpdesk.locator('.consent input').check();
    await until(
      async () =>
        ((await (await fetch(`${screening.program.origin}/local/conversations/${LOCAL_CHANNEL.key}`)).json()) as { hearsAll: boolean }).hearsAll,
      (hearsAll) => hearsAll,
      () => 'the consent',
    );
    await thread.locator('.reply button').last().click();
    await write(thread.locator('.reply textarea'), 'no mention, and still heard');

    await employee.locator('.entry.other', { hasText: 'no mention, and still heard' }).waitFor();
  }, 120_000);
});
