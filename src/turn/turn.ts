import type { AdvisoryShelf } from '../advisory.ts';
import type { Renderer } from '../cards/render.ts';
import type { Messenger, Outgoing } from '../messenger-ports.ts';
import type { Incoming, Language, Message, Stored, TurnRecord, TurnStore } from '../ports.ts';
import { NO_TIME, type TurnTold, UNDECIDED } from '../turn-told.ts';
import type { View } from '../views.ts';
import { decide } from './decide.ts';
import type { Delivery } from './deliver.ts';
import { inputIdOf } from './input-id.ts';
import { languageFor } from './language.ts';
import { ownDataViews } from './own-data-parts.ts';
import { before, type Decision, NOBODY, type Scene, type Setting } from './scene.ts';
import { toldOf } from './told.ts';

/** What a turn is made of. */
export interface TurnParts {
  /** What holds for this turn of somebody of the tenant from its beginning to its end; the next may find knowledge that was saved meanwhile. */
  readonly setting: (tenant: string) => Setting;
  readonly store: TurnStore;
  readonly renderer: Renderer;
  readonly shelf: () => AdvisoryShelf;
  readonly delivery: Pick<Delivery, 'send' | 'sendDue'>;
  readonly newId: () => string;
  /** Six characters for a case of the tenant. */
  readonly newCaseId: () => string;
  readonly hasHelpdesk: (tenant: string) => Promise<boolean>;
  /** Whatever cases have that the helpdesk or an employee has not yet seen is laid out to them soon. */
  readonly passCases: () => void;
  /** Milliseconds from anywhere, for how long things take. */
  readonly clock: () => number;
}

/** What became of a message. `answer`: what replaces the tapped card, if anything. */
export interface TurnResult {
  readonly answer: Message | null;
  readonly told: TurnTold;
}

/** Takes one message in: load, decide, save with its effects, deliver. */
export type Turn = (incoming: Incoming, messenger: Messenger) => Promise<TurnResult>;

/** A collision means that another message of the same person was quicker; deciding again is free. */
const MOST_COLLISIONS = 20;

export function createTurn(parts: TurnParts): Turn {
  return async (incoming, messenger) => {
    if (incoming.what.kind === 'remove') {
      // Whoever takes Kiku out of a team has not asked to be forgotten.
      if (incoming.conversation.kind !== 'personal') return { answer: null, told: { ...UNDECIDED, outcome: 'saved' } };
      await parts.store.forget(incoming.person);
      parts.passCases();
      return { answer: null, told: { ...UNDECIDED, outcome: 'forgotten' } };
    }
    const { clock } = parts;
    const inputId = inputIdOf(incoming);
    for (let attempt = 0; attempt < MOST_COLLISIONS; attempt += 1) {
      const loading = clock();
      const [stored, hasHelpdesk] = await Promise.all([parts.store.load(incoming.person, inputId), parts.hasHelpdesk(incoming.person.tenant)]);
      const loaded = clock();
      if (stored.isSeen) {
        // What may still be undelivered goes out, the answer is the same, and nothing is decided twice.
        await parts.delivery.sendDue(incoming.conversation.id, messenger);
        const ms = { ...NO_TIME, load: loaded - loading, send: clock() - loaded };
        return { answer: stored.answer, told: { ...UNDECIDED, outcome: 'seen', intake: stored.intake?.id ?? null, ms } };
      }
      const scene = sceneOf(incoming, stored, hasHelpdesk, parts);
      const decided = decide(scene);
      if (decided.ownData === 'deleted') return forgetThem(scene, messenger, parts);
      const decision = decided.ownData === 'shown' ? before(decided, ...ownDataViews(await parts.store.kept(incoming.person), scene.keep)) : decided;
      const record = compose({ inputId, stored, scene, decision }, parts.renderer);
      const saving = clock();
      const saved = await parts.store.save(record);
      if (saved.kind !== 'saved') continue;
      const sending = clock();
      if (record.cases.length > 0) parts.passCases();
      await parts.delivery.send(saved.rows, messenger);
      if (saved.rows.length < record.outbox.length) await parts.delivery.sendDue(incoming.conversation.id, messenger);
      const ms = { load: loaded - loading, decide: saving - loaded, save: sending - saving, send: clock() - sending };
      return { answer: record.answer, told: { ...toldOf(decision, stored.intake), outcome: 'saved', tries: attempt + 1, ms } };
    }
    throw new Error(`The turn of input ${incoming.id} collided ${MOST_COLLISIONS} times.`);
  };
}

/** Deletes everything, and says so without keeping anything again: not even that this was asked for. Asked twice, it is done twice. */
async function forgetThem({ incoming, language }: Scene, messenger: Messenger, parts: TurnParts): Promise<TurnResult> {
  await parts.store.forget(incoming.person);
  parts.passCases();
  const message = parts.renderer.render({ kind: 'forgotten' }, language);
  const isInPlace = incoming.what.kind === 'tap' && incoming.what.isInPlace;
  if (!isInPlace) await messenger.post(incoming.address, message);
  return { answer: isInPlace ? message : null, told: { ...UNDECIDED, outcome: 'forgotten' } };
}

/** One input, and what was decided about it. */
interface Decided {
  readonly inputId: string;
  readonly stored: Stored;
  readonly scene: Scene;
  readonly decision: Decision;
}

function compose({ inputId, stored, scene, decision }: Decided, renderer: Renderer): TurnRecord {
  const { incoming } = scene;
  const render = (view: View, language: Language = decision.person.language ?? scene.language): Message => renderer.render(view, language);
  const isTappedOpen = isOnOpenCard(scene);
  const settled = decision.settled === null ? null : render(decision.settled);
  const replaced: readonly Outgoing[] =
    settled !== null && !isTappedOpen && scene.person.openSlot !== null ? [{ kind: 'replace', slot: scene.person.openSlot, message: settled }] : [];
  const isOpening = decision.posts.some((post) => post.isOpen);
  const posted = decision.posts.map((post): Outgoing => {
    const slot = post.isOpen ? scene.fresh.slot : null;
    return { kind: 'post', slot, message: render(slot === null ? post.view : inSlot(post.view, slot)) };
  });
  const tapped = decision.tapped === null ? null : render(decision.tapped);
  const toast = decision.toast === null ? null : render(decision.toast);
  const isTapInPlace = incoming.what.kind === 'tap' && incoming.what.isInPlace;
  const spoken: readonly Outgoing[] = toast !== null && !isTapInPlace ? [{ kind: 'post', slot: null, message: toast }] : [];
  const openSlot = isOpening ? scene.fresh.slot : settled === null ? scene.person.openSlot : null;
  return {
    key: { tenant: incoming.person.tenant, id: incoming.person.id },
    revision: stored.revision,
    inputId,
    at: incoming.at,
    address: incoming.address,
    isPersonal: incoming.conversation.kind === 'personal',
    person: { ...decision.person, openSlot },
    intake: decision.intake === stored.intake ? null : decision.intake,
    outbox: [...replaced, ...spoken, ...posted],
    answer: isTapInPlace ? ((isTappedOpen ? settled : tapped) ?? toast) : null,
    reports: decision.reports,
    cases: decision.cases,
  };
}

function sceneOf(incoming: Incoming, stored: Stored, hasHelpdesk: boolean, parts: TurnParts): Scene {
  const person = stored.person ?? NOBODY;
  const setting = parts.setting(incoming.person.tenant);
  return {
    ...setting,
    incoming,
    person,
    intake: stored.intake,
    case: stored.case,
    hasHelpdesk,
    shelf: parts.shelf(),
    language: languageFor(person.language, incoming.locales, setting.defaultLanguage),
    timeZone: incoming.timeZone ?? setting.defaultTimeZone,
    now: incoming.at,
    fresh: { intake: parts.newId(), slot: parts.newId(), case: parts.newCaseId() },
  };
}

/** Whether the tap came from the very card that waits, and can be replaced in the answer to the tap. */
function isOnOpenCard(scene: Scene): boolean {
  const { what } = scene.incoming;
  if (what.kind !== 'tap' || !what.isInPlace || scene.person.openSlot === null) return false;
  const { data } = what;
  return typeof data === 'object' && data !== null && 'slot' in data && data.slot === scene.person.openSlot;
}

function inSlot(view: View, slot: string): View {
  return 'place' in view && view.place !== null ? { ...view, place: { ...view.place, slot } } : view;
}
