import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { CAST } from '../../src/local/teams/people.ts';
import { Stage } from '../conversations/stage.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { launchChromium } from './launch-chromium.ts';
import { Visitor } from './visitor.ts';

describeInBrowser('a message while Kiku is not there', () => {
  let browser: Browser;
  let stage: Stage;

  beforeAll(async () => {
    [browser, stage] = await Promise.all([launchChromium(), Stage.open('pglite')]);
    for (const person of CAST) stage.teams.places.add(person);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  it('is marked as not sent, and goes out with one tap when Kiku is back', async () => {
    const me = await Visitor.arrive(browser, { origin: stage.teams.origin, person: 'sam' });
    await stage.program.end('SIGKILL');

    await me.say('OneDrive says 0x8004de40 on my Windows 10 laptop');
    const retry = me.page.locator('.not-sent button');
    await retry.waitFor();
    await stage.restart();
    await retry.click();

    await me.sees('answer web');
    await retry.waitFor({ state: 'detached' });
    expect(await me.page.locator('.entry.own').count()).toBe(1);
    expect(me.faults()).toEqual([]);
    await me.leave();
  }, 120_000);

  it('a tap that nobody answered is said so on its card, which can be tapped again', async () => {
    const me = await Visitor.arrive(browser, { origin: stage.teams.origin, person: 'sam' });
    await me.sayFully('OneDrive says 0x8004de40 on my Windows 10 laptop');
    await me.sees('answer web');
    await stage.program.end('SIGKILL');

    await me.tap({ do: 'answer', value: 'works' });
    await me.page.locator('.card-note').filter({ hasText: /\S/ }).waitFor();
    await stage.restart();
    await me.tap({ do: 'answer', value: 'works' });

    await me.sees('answer network');
    await me.leave();
  }, 120_000);
});
