import { setTimeout as pause } from 'node:timers/promises';
import type { CardAction } from '../../src/local/teams/actions.ts';
import { type Activity, asObject, CARD } from '../../src/local/teams/activity.ts';
import type { BotAnswer } from '../../src/local/teams/bot-door.ts';
import { executeActivity } from '../../src/local/teams/compose.ts';
import type { Actor, Stage } from '../conversations/stage.ts';

/** One thing a person does, and what they wait for before the next: an action that is offered. */
export interface Act {
  readonly say?: string;
  readonly tap?: Readonly<Record<string, unknown>>;
  readonly until: Readonly<Record<string, unknown>>;
}

const asks = (fact: string) => ({ do: 'answer', fact });
const offers = (step: string) => ({ do: 'outcome', step });

/** Trips of different people, each from the first word until something is settled, so that the next begins anew. */
export const SCRIPTS: readonly (readonly Act[])[] = [
  [
    { say: 'restart', until: asks('code') },
    { say: 'OneDrive says 0x8004de40 on my Windows 10 laptop', until: asks('web') },
    { tap: { ...asks('web'), value: 'works' }, until: asks('network') },
    { tap: { ...asks('network'), value: 'office' }, until: asks('affected') },
    { tap: { ...asks('affected'), value: 'only-me' }, until: offers('restart-onedrive') },
    { tap: { ...offers('restart-onedrive'), outcome: 'failing' }, until: offers('time-and-updates') },
    { tap: { ...offers('time-and-updates'), outcome: 'cannot' }, until: offers('tick-tls-1.2') },
  ],
  [
    { say: 'restart', until: asks('code') },
    { say: '0x8004de40', until: asks('os') },
    { say: 'windows 11', until: asks('web') },
    { say: 'yes it opens', until: asks('network') },
    { say: 'at home, nobody else has it', until: offers('restart-onedrive') },
    { say: 'still not working', until: offers('time-and-updates') },
  ],
  [
    { say: '最初から', until: asks('code') },
    { say: 'Windows 11 のノートPCで OneDrive に接続できません。0x8004de40 と出ます', until: asks('web') },
    { tap: { ...asks('web'), value: 'unknown' }, until: asks('network') },
    { tap: { do: 'change', fact: 'web' }, until: { ...asks('web'), value: 'works' } },
    { tap: { ...asks('web'), value: 'works' }, until: asks('network') },
    { tap: { ...asks('network'), value: 'unknown' }, until: asks('affected') },
  ],
];

/** How a person goes on when there is no answer. */
export interface Manner {
  /** How long they think before each act, in milliseconds. */
  readonly think: () => number;
}

/** What a person met while they went through their script. */
export class Met {
  /** Activities that were answered, and those of them that Teams had to send more than once. */
  sent = 0;
  interrupted = 0;
  /** The slots of the cards they have gone past: a double of such a card, late by a kill, offers nothing new. */
  readonly passed = new Set<unknown>();
}

const AGAIN_MS = 50;
/** While one kill comes after the other, and starting takes long, what is on its way waits for its lease more than once. */
const PATIENCE_MS = 180_000;

/** Goes through a script. Teams sends again what is not answered: with the same id, and a tap also with a new one. */
export async function goThrough(stage: Stage, actor: Actor, script: readonly Act[], { think }: Manner, met: Met): Promise<void> {
  for (const act of script) {
    await pause(think());
    const before = actor.entries().at(-1)?.id ?? '';
    const inFront = newestCard(actor, met)?.slots ?? [];
    if (act.say !== undefined) await taken(stage, actor.client.activity(actor.person, act.say), met);
    if (act.tap !== undefined) await press(stage, actor, act.tap, met);
    for (const slot of inFront) met.passed.add(slot);
    await actor.client
      .waitFor(actor.person, () => isOffered(actor, before, act.until, met), PATIENCE_MS)
      .catch((error: unknown) => {
        throw new Error(`After ${JSON.stringify(act)} it is not offered. ${storyOf(actor)}`, { cause: error });
      });
  }
}

/** Whether the newest card that can be answered offers this, and came after another message. */
function isOffered(actor: Actor, before: string, wanted: Readonly<Record<string, unknown>>, met: Met): boolean {
  const newest = newestCard(actor, met);
  return newest !== undefined && Number(newest.id) > Number(before) && newest.actions.some(({ data }) => fits(data, wanted));
}

/** The newest message with a card to answer that the person has not gone past. */
function newestCard(actor: Actor, { passed }: Met) {
  const cards = actor.entries().map((entry) => {
    const actions = actor.actions(entry);
    return { id: entry.id, actions, slots: actions.filter(isAnswer).map(({ data }) => data.slot) };
  });
  return cards.findLast(({ slots }) => slots.some((slot) => !passed.has(slot)));
}

async function press(stage: Stage, actor: Actor, wanted: Readonly<Record<string, unknown>>, met: Met): Promise<void> {
  const isMeant = (one: CardAction) => fits(one.data, wanted) && !(isAnswer(one) && met.passed.has(one.data.slot));
  const card = actor.entries().findLast((entry) => actor.actions(entry).some(isMeant));
  const action = card && actor.actions(card).find(isMeant);
  if (card === undefined || action === undefined) throw new Error(`Nothing offers ${JSON.stringify(wanted)}. ${storyOf(actor)}`);
  const where = { person: actor.person, channel: null, serviceUrl: stage.teams.serviceUrl };
  const stamp = { id: `f:${crypto.randomUUID()}`, at: Date.now(), card: card.id, action, inputs: {} };
  const answer = await taken(stage, executeActivity(where, stamp), met);
  const body = answer.kind === 'answered' ? asObject(answer.body) : null;
  const inPlace = body?.type === CARD ? asObject(body.value) : null;
  if (inPlace !== null) stage.teams.conversations.change(actor.person.key, card.id, { inPlace: { [actor.person.key]: inPlace } });
}

async function taken(stage: Stage, activity: Activity, met: Met): Promise<BotAnswer> {
  const end = Date.now() + PATIENCE_MS;
  let next = activity;
  let last: BotAnswer | null = null;
  for (let attempt = 1; Date.now() < end; attempt += 1) {
    const answer = await stage.teams.acts.post(next);
    if (answer.kind === 'answered' && answer.status < 300) {
      met.sent += 1;
      if (attempt > 1) met.interrupted += 1;
      return answer;
    }
    last = answer;
    // What is not the answer to a card may be meant twice, and is then shown twice.
    if (attempt % 2 === 0 && hasSlot(activity)) next = { ...activity, id: `f:${crypto.randomUUID()}` };
    await pause(AGAIN_MS);
  }
  throw new Error(`Kiku did not take an activity in: ${JSON.stringify(last)}`);
}

/** The last messages and what each still offers, for a failed test. */
function storyOf(actor: Actor): string {
  const lines = actor
    .entries()
    .slice(-8)
    .map((entry) => {
      const offered = actor
        .actions(entry)
        .filter(isAnswer)
        .map(({ data }) => `${data.fact ?? data.step}`);
      return `${entry.id} ${entry.activity.summary ?? entry.activity.text}: ${[...new Set(offered)].join(' ')}`;
    });
  return `The last messages:\n${lines.join('\n')}`;
}

function isAnswer({ data }: CardAction): boolean {
  return data.do === 'answer' || data.do === 'outcome';
}

function hasSlot({ value }: Activity): boolean {
  const action = asObject(asObject(value)?.action);
  return asObject(action?.data)?.slot !== undefined;
}

function fits(data: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(wanted).every(([name, value]) => data[name] === value);
}
