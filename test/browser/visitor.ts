import type { Browser, Locator, Page } from 'playwright-core';
import { actionsIn, type CardAction } from '../../src/local/teams/actions.ts';
import type { Entry } from '../../src/local/teams/conversations.ts';

const WAIT_MS = 20_000;
const LOOK_AGAIN_MS = 40;
const CARD = 'application/vnd.microsoft.card.adaptive';

/** How the page is visited. */
export interface Visit {
  readonly origin: string;
  readonly person: 'sam' | 'aiko' | 'priya' | 'ken';
  readonly width?: number;
  readonly height?: number;
  readonly look?: 'light' | 'dark';
}

/** Somebody at the page, with a fresh conversation. What is pressed is found by what it does, never by its words. */
export class Visitor {
  readonly page: Page;
  readonly #visit: Visit;
  readonly #faults: string[] = [];

  private constructor(page: Page, visit: Visit) {
    this.page = page;
    this.#visit = visit;
  }

  static async arrive(browser: Browser, visit: Visit): Promise<Visitor> {
    const { width = 1300, height = 900, look = 'light' } = visit;
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: look });
    const page = await context.newPage();
    page.setDefaultTimeout(WAIT_MS);
    const visitor = new Visitor(page, visit);
    visitor.#watch();
    await post(visit.origin, '/local/remove', { person: visit.person });
    await page.goto(`${visit.origin}/?person=${visit.person}`);
    await page.locator('.entry.other .card').first().waitFor();
    return visitor;
  }

  /** Errors on the console and requests to anywhere else, since the last time this was asked. */
  faults(): readonly string[] {
    return this.#faults.splice(0);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }

  /** Writes in the box and sends. */
  async say(text: string): Promise<void> {
    await this.page.locator('#composer').fill(text);
    await this.page.locator('#composer').press('Enter');
  }

  /** Writes, and waits until Kiku has finished with it. */
  async sayFully(text: string): Promise<void> {
    const sent = this.page.locator('.entry.own .mark.sent');
    const before = await sent.count();
    await this.say(text);
    await sent.nth(before).waitFor();
  }

  /** Presses the newest action whose data fit `wanted`; opens what it is folded away in. */
  async tap(wanted: Readonly<Record<string, unknown>>): Promise<void> {
    await (await this.action(wanted)).click();
  }

  /** The button or link that does what `wanted` says, on the newest card that has one. */
  async action(wanted: Readonly<Record<string, unknown>>): Promise<Locator> {
    const entry = await until(
      () => this.entries(),
      (entries) => entries.findLast((one) => this.#actions(one).some((action) => fits(action, wanted))),
      () => `an action with ${JSON.stringify(wanted)}`,
    );
    const actions = this.#actions(entry);
    const action = actions.find((one) => fits(one, wanted));
    if (action === undefined) throw new Error('An action was found and then it was not.');
    const same = actions.filter((one) => one.title === action.title && one.type === action.type);
    const card = this.page.locator(`[data-id="${entry.id}"]`);
    const pressed = card.getByRole('button', { name: action.title, exact: true }).nth(same.indexOf(action));
    await card.locator('.ac-adaptiveCard').first().waitFor();
    if (!(await pressed.isVisible())) await card.locator('.ac-pushButton.expandable').last().click();
    return pressed;
  }

  /** Waits until exactly these cards can be answered: `answer web`, `outcome restart-onedrive`, `go-on OD1`. */
  async sees(...open: readonly string[]): Promise<void> {
    await until(
      () => this.open(),
      (now) => JSON.stringify(now) === JSON.stringify(open),
      (now) => `${open.join(', ') || 'nothing open'}; open is ${now.join(', ')}`,
    );
  }

  /** What the cards that are shown now ask for. */
  async open(): Promise<readonly string[]> {
    const asked = (await this.entries()).flatMap((entry) =>
      this.#actions(entry).flatMap(({ data }) => {
        if (data.do === 'answer') return [`answer ${String(data.fact)}`];
        if (data.do === 'outcome') return [`outcome ${String(data.step)}`];
        return data.do === 'go-on' ? [`go-on ${String(data.advisory)}`] : [];
      }),
    );
    return [...new Set(asked)];
  }

  /** The transcript as the server has it. */
  async entries(): Promise<readonly Entry[]> {
    const response = await fetch(`${this.#visit.origin}/local/conversations/${this.#visit.person}`);
    const { entries } = (await response.json()) as { readonly entries: readonly Entry[] };
    return entries;
  }

  /** Everything that stands in the chat. */
  async text(): Promise<string> {
    return (await this.page.locator('#chat .messages').textContent()) ?? '';
  }

  /** The newest message on the page. */
  newest(): Locator {
    return this.page.locator('#chat .messages > .entry').last();
  }

  #actions(entry: Entry): readonly CardAction[] {
    const inPlace = entry.inPlace[this.#visit.person];
    return actionsIn(inPlace ?? (entry.activity.attachments ?? []).filter(({ contentType }) => contentType === CARD).map(({ content }) => content));
  }

  #watch(): void {
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.#faults.push(`console: ${message.text()}`);
    });
    this.page.on('pageerror', (error) => this.#faults.push(`page: ${error.message}`));
    this.page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== this.#visit.origin && protocol !== 'data:') this.#faults.push(`request to ${origin}`);
    });
  }
}

/** Reads again and again until `find` finds something; rejects with what was `wanted` when it never does. */
export async function until<Read, Found>(
  read: () => Promise<Read>,
  find: (now: Read) => Found | false | undefined,
  wanted: (now: Read) => string,
): Promise<Found> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const now = await read();
    const found = find(now);
    if (found !== undefined && found !== false) return found;
    if (Date.now() > deadline) throw new Error(`Waited ${WAIT_MS} ms in vain for ${wanted(now)}.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

async function post(origin: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${origin}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
}

function fits(action: CardAction, wanted: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(wanted).every(([name, value]) => action.data[name] === value);
}
