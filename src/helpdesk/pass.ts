import type { HelpdeskPlace, HelpdeskStore } from '../alert-ports.ts';
import { atMost } from '../at-most.ts';
import type { Agent, Case, CaseContent, CaseMessage, CaseStore, Laid, PendingCase } from '../case-ports.ts';
import type { Pictures } from '../desk-ports.ts';
import type { Language, Log, Mention, Message, SentFile } from '../ports.ts';
import { type FactName, UNKNOWN } from '../triage/facts.ts';
import type { StepId } from '../triage/playbook.ts';
import type { View } from '../views.ts';
import { isOpenCase } from './case.ts';
import { readEvent, shownTo } from './events.ts';
import { filesIn } from './files-in-words.ts';
import { historyView, saidBefore } from './history.ts';
import { spokenAt } from './spoken.ts';
import type { Reader } from './tell.ts';

/** What showing cases is made of. */
export interface PassParts {
  readonly cases: Pick<CaseStore, 'pending' | 'pass' | 'messages'>;
  readonly helpdesk: Pick<HelpdeskStore, 'places'>;
  /** `null`: in the usual language, in the usual time zone. */
  readonly render: (view: View, language: Language | null, timeZone?: string | null) => Message;
  /** What can be shared of a case, in playbook order. */
  readonly stepsFor: (one: Case) => readonly StepId[];
  /** What its employee can still be asked. */
  readonly asksFor: (one: Case) => readonly FactName[];
  readonly pictures: Pictures;
  readonly onCall: (tenant: string) => Promise<Agent | null>;
  /** Who is to be told that nobody has answered a case: whoever has it, else who is on call; `null`: nobody of the team. */
  readonly called: (one: Case) => Promise<Mention | null>;
  readonly now: () => number;
  readonly log: Log;
}

type Side = 'helpdesk' | 'employee';
/** `spoken`: in its thread; `null`: the usual language. */
type Passed = PendingCase & { readonly spoken: Language | null };

const AT_ONCE = 50;
/** One round ends, so that what goes on for ever is seen. */
const MOST_ROUNDS = 200;
const PATIENCE_MS = 500;
/** Cards that are put up to date in a round: making one takes longer than passing words on, which go first. */
const MOST_UPDATES = 8;
const FEW = 5;
/** In characters. */
const SHORT = 100;
const NOTHING: CaseContent = {
  problem: null,
  facts: {},
  contradictions: [],
  tried: [],
  ahead: [],
  advisories: [],
  words: [],
  leftOut: [],
  stop: null,
};

/** Cases at work. */
export interface Passing {
  /** Lays out everything that the helpdesk or an employee has not yet seen; `onLaid` is told after each case. What takes long goes on by itself. */
  passAll(onLaid: () => void): Promise<void>;
  /** The card of a case as it is now. */
  card(one: Case, reader: Reader): Promise<Message>;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
}

export function createPassing(parts: PassParts): Passing {
  const flying = new Map<string, Promise<void>>();

  async function passAll(onLaid: () => void): Promise<void> {
    const seen = new Set<string>();
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const pending = await parts.cases.pending(AT_ONCE);
      const all = pending.filter((one) => !seen.has(keyOf(one)) && !flying.has(nameOf(one.case)));
      const fresh = [...all.filter((one) => !isOnlyUpdate(one)), ...all.filter(isOnlyUpdate).slice(0, MOST_UPDATES)];
      if (fresh.length === 0) break;
      for (const one of fresh) seen.add(keyOf(one));
      await atMost(PATIENCE_MS, Promise.all(fresh.map((one) => begin(one).then(onLaid))));
    }
  }

  /** A picture that takes its time must not hold up other cases. */
  function begin(pending: PendingCase): Promise<void> {
    const name = nameOf(pending.case);
    const flight = passOne(pending).finally(() => flying.delete(name));
    flying.set(name, flight);
    return flight;
  }

  /** One that fails must not hold up the others; it is behind still, and comes again. */
  async function passOne(pending: PendingCase): Promise<void> {
    try {
      const places = await parts.helpdesk.places(pending.case.person.tenant);
      const messages = await all({ ...pending, spoken: pending.thread === null ? null : spokenAt(places, pending.thread) });
      if (pending.thread !== null && pending.isCardBehind && pending.messages.length > 0) {
        await parts.cases.pass(pending, { card: null, isCardLater: true, messages }, parts.now());
        return;
      }
      const card = places !== null && pending.isCardBehind ? await laidCard(pending.case, places.first) : null;
      const nowhere = places === null ? { isNowhere: true as const } : {};
      await parts.cases.pass(pending, { card, ...nowhere, messages }, parts.now());
    } catch (error) {
      parts.log.error({ error, case: pending.case.id }, 'a case could not be shown');
    }
  }

  async function laidCard(one: Case, { address, language }: HelpdeskPlace): Promise<NonNullable<Laid['card']>> {
    const below = parts.render({ kind: 'note', phrase: 'case.below', with: {} }, language);
    return { to: address, message: await cardFor(one, { isPrivate: false, language, timeZone: null }), language, below };
  }

  async function cardFor(one: Case, { isPrivate, language, timeZone }: Reader): Promise<Message> {
    const isOpen = isOpenCase(one);
    const onCall = isOpen && one.assignee === null ? await parts.onCall(one.person.tenant) : null;
    const steps = parts.stepsFor(one);
    const asks = isOpen ? parts.asksFor(one) : [];
    // A case that is too large for a card is shown with less of it: nothing may keep it out of sight.
    const ways: readonly (() => View)[] = [
      () => ({ kind: 'case-card', case: one, isPrivate, steps, asks, onCall }),
      () => ({ kind: 'case-card', case: withLess(one), isPrivate, steps: steps.slice(0, FEW), asks: asks.slice(0, FEW), onCall }),
      () => ({ kind: 'case-card', case: { ...one, content: NOTHING }, isPrivate, steps: [], asks: [], onCall: null }),
      () => ({ kind: 'note', phrase: 'case.plain', with: { id: one.id, person: one.person.name } }),
    ];
    for (const [index, way] of ways.entries()) {
      try {
        return parts.render(way(), language, timeZone);
      } catch (error) {
        if (index === ways.length - 1) throw error;
        parts.log.error({ error, case: one.id }, 'a case does not fit its card, and is shown with less');
      }
    }
    throw new Error('A case is shown in one way or another.');
  }

  async function all(pending: Passed): Promise<Laid['messages']> {
    const laying = await Promise.all(pending.messages.map((said) => laid(said, pending)));
    return laying.flat();
  }

  async function laid(said: CaseMessage, pending: Passed): Promise<Laid['messages']> {
    const to = { helpdesk: pending.thread, employee: pending.chat };
    const laid: Laid['messages'][number][] = [];
    for (const side of shownTo(said)) {
      const address = to[side];
      if (address === null) continue;
      const messages = await messagesOf(said, pending, side);
      laid.push(...messages.map((message) => ({ of: said.id, to: address, message })));
    }
    return laid;
  }

  /** What cannot be shown (a step that the knowledge no longer has) is named: one line must not hold up a case. */
  async function messagesOf(said: CaseMessage, pending: Passed, side: Side): Promise<readonly Message[]> {
    const { case: one } = pending;
    const language = side === 'employee' ? one.language : pending.spoken;
    try {
      if (said.from === 'event') return [parts.render(await eventView(said, pending, side), language)];
      const { text, files } = filesIn(said.text);
      // An edit changes the words; what was sent along with them stands already. The words come last: of several messages that one is edited.
      const along = said.edition > 0 ? [] : await Promise.all(files.map((file) => fileMessage(file, said, pending, language)));
      if (text === '' && files.length > 0) return along;
      return [...along, parts.render({ kind: 'case-said', from: said.from, by: said.by, text }, language)];
    } catch (error) {
      parts.log.error({ error, case: one.id, message: said.id }, 'a line of a case could not be shown');
      return [parts.render({ kind: 'note', phrase: 'case.unshown', with: { by: said.by } }, language)];
    }
  }

  async function fileMessage(file: SentFile, { by, from }: CaseMessage, { thread, chat }: PendingCase, language: Language | null): Promise<Message> {
    const there = from === 'agent' ? thread : chat;
    const found = file.kind === 'picture' && there !== null ? await parts.pictures.fetch(there, file) : null;
    if (found?.kind === 'picture') return { ...found, text: lead(by, language) };
    return parts.render({ kind: 'attached', file, why: found?.why ?? (file.kind === 'file' ? 'file' : 'unread'), by }, language);
  }

  /** Whose picture it is. */
  function lead(by: string, language: Language | null): string {
    const message = parts.render({ kind: 'note', phrase: 'case.said', with: { by } }, language);
    return message.kind === 'text' ? message.text : '';
  }

  async function eventView(said: CaseMessage, pending: PendingCase, to: Side): Promise<View> {
    const { case: one } = pending;
    const { name, what } = readEvent(said.text);
    if (name === 'history') return historyView(await saidBefore(said, pending, parts.cases));
    if (to === 'employee' && name === 'ask') return askView(what, said.by, one);
    if (to === 'employee' && name === 'share') return { kind: 'shared-step', to, step: what, by: said.by };
    const called = to === 'helpdesk' && name === 'remind' ? { called: await parts.called(one) } : {};
    return { kind: 'case-event', to, event: name, by: said.by, what, case: one, ...called };
  }

  return {
    passAll,
    card: cardFor,
    async idle() {
      await Promise.all(flying.values());
    },
  };
}

/** The question that Kiku itself would ask for a fact; asked once more where the answer is not exact. */
function askView(fact: FactName, by: string, { id, content }: Case): View {
  const { facts, problem } = content;
  const isAgain = facts[fact] !== undefined && facts[fact].values[0] !== UNKNOWN;
  const place = { intake: '', revision: 0 };
  return { kind: 'question', place, fact, problem, isAgain, facts, explain: null, isPuzzled: false, asked: { case: id, by } };
}

/** Its card stands there, and nothing was said. */
function isOnlyUpdate({ thread, messages }: PendingCase): boolean {
  return thread !== null && messages.length === 0;
}

function nameOf(one: Case): string {
  return `${one.person.tenant} ${one.id}`;
}

function withLess({ content, ...one }: Case): Case {
  const facts = Object.fromEntries(Object.entries(content.facts).map(([fact, { values }]) => [fact, { values, source: { kind: 'given' as const } }]));
  const { ahead, advisories, words } = content;
  const few = { ahead: ahead.slice(0, FEW), advisories: advisories.slice(0, 2), words: words.slice(-FEW).map((text) => text.slice(0, SHORT)) };
  return { ...one, content: { ...content, facts, contradictions: [], ...few } };
}

/** The same once more only when something was added meanwhile. */
function keyOf({ case: one, messages }: PendingCase): string {
  return JSON.stringify([one.person.tenant, one.id, one.revision, messages.map(({ id, edition }) => [id, edition])]);
}
