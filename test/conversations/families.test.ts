import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KNOWLEDGE_FOLDER } from '../../src/config.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { FAMILIES, type Family, LANGUAGE } from './families.ts';
import { type Actor, Stage } from './stage.ts';

const WAIT_MS = 20_000;
const MOST_CARDS = 40;
const MOST_QUESTIONS_FIRST = 5;

const knowledge = loadKnowledge(KNOWLEDGE_FOLDER);
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
}, 60_000);
afterAll(() => stage.close());

describe('an employee for whom no step works', () => {
  it.each(FAMILIES)('goes all the way of $problem', async ({ locale, says, answers = {}, opens = [], firstStep, stop }) => {
    const actor = await stage.enter({ locale });
    await actor.say(says);

    const seen = await playToTheEnd(actor, answers, opens);

    const cards = seen.map(({ card }) => card);
    const first = cards.findIndex((card) => card.startsWith('outcome '));
    const before = first === -1 ? cards : cards.slice(0, first);
    expect(cards[first] ?? null).toBe(firstStep === null ? null : `outcome ${firstStep}`);
    expect(before.filter((card) => card.startsWith('answer ')).length).toBeLessThanOrEqual(MOST_QUESTIONS_FIRST);
    expect(newestWords(actor)).toContain(wordsOf(stop, locale));
  });
});

it('a Mac is shown no command of Windows, however far it goes', async () => {
  const actor = await stage.enter();
  await actor.say('OneDrive on my Mac says 0x8004de40, at home, only me, my own Mac');

  const seen = await playToTheEnd(actor, { web: 'works', filter: 'yes', files: 'safe', rights: 'admin' }, ['rescue-files']);

  expect(seen.filter(({ card }) => card.startsWith('outcome '))).not.toHaveLength(0);
  for (const { words } of seen) expect(words).not.toMatch(/\b(?:reg add|netsh|inetcpl|ipconfig|dsregcmd|powershell|%localappdata%)/i);
});

it.each([
  ['windows-7-sp1', 'OneDrive 0x8004de40 on Windows 7 SP1, the web version works, only me', true],
  ['windows-8', 'OneDrive 0x8004de40 on Windows 8', false],
])('the advisory on TLS names the update to %s only where it exists', async (_os, says, exists) => {
  const actor = await stage.enter();
  await actor.say(says);

  await actor.client.waitFor(actor.person, () => actor.text().includes('OD255960'), WAIT_MS);

  expect(actor.text().includes(knowledge.steps.get('install-kb3140245')?.title.en ?? '?')).toBe(exists);
});

/** What a card asked, and everything that stood on it. */
interface Seen {
  readonly card: string;
  readonly words: string;
}

/** Answers every question as told, else with "I don't know". What was asked and shown, in order. */
async function playToTheEnd(actor: Actor, answers: Readonly<Record<string, string>>, opens: readonly string[]): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  while (seen.length < MOST_CARDS) {
    const [card] = actor.open();
    if (card === undefined) return seen;
    seen.push({ card, words: newestWords(actor) });
    const [kind, id = ''] = card.split(' ');
    if (kind === 'answer') await actor.tap({ do: 'answer', fact: id, value: answers[id] ?? 'unknown' });
    else if (kind === 'outcome') await actor.tap({ do: 'outcome', step: id, outcome: opens.includes(id) ? 'worked' : 'failing' });
    else await actor.tap({ do: 'go-on', advisory: id });
    await actor.client.waitFor(actor.person, () => actor.open()[0] !== card, WAIT_MS);
  }
  throw new Error(`No end after ${seen.map(({ card }) => card).join(', ')}.`);
}

/** A stop is known by its words: its id is not on the card. */
function wordsOf(stop: string, locale: Family['locale']): string {
  const words = knowledge.stops.get(stop);
  if (words === undefined) throw new Error(`There is no stop "${stop}".`);
  return words.body[LANGUAGE[locale]];
}

function newestWords(actor: Actor): string {
  const end = actor.entries().at(-1);
  return end === undefined ? '' : JSON.stringify(actor.client.cards(actor.person, end.id)).replaceAll('\\"', '"');
}
