import type { Advisory, AdvisoryShelf } from '../../src/advisory.ts';
import type { Case, CaseEffect } from '../../src/case-ports.ts';
import { parseIssue } from '../../src/graph/parse-announcement.ts';
import { isOpenCase } from '../../src/helpdesk/case.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { loadSpellings } from '../../src/knowledge/spellings.ts';
import { signInFault } from '../../src/local/graph/samples.ts';
import type { Incoming, PersonState, Said } from '../../src/ports.ts';
import type { Intake } from '../../src/triage/intake.ts';
import { decide } from '../../src/turn/decide.ts';
import { languageFor } from '../../src/turn/language.ts';
import { readBelonging, readIn } from '../../src/turn/reading.ts';
import { type Decision, NOBODY, type Scene } from '../../src/turn/scene.ts';
import { hear, hearHeld, TEXT_RULES, TEXT_RULES_WHILE_HELD } from '../../src/turn/text-rules.ts';
import type { View } from '../../src/views.ts';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

const setting = {
  knowledge: loadKnowledge('knowledge'),
  lexicon: loadSpellings('knowledge'),
  defaultLanguage: 'en',
  defaultTimeZone: 'UTC',
  helpdesk: null,
  intakeAgeMs: DAY,
} as const;

const QUIET: AdvisoryShelf = { advisories: [], readAt: 1, isFailing: false };

/** An open fault of Microsoft's that begins to concern everybody with 0x8004de40 at `now`. */
export function faultAt(now: number): Advisory {
  const advisory = parseIssue(signInFault(now));
  if (advisory === null) throw new Error('The sample of a fault cannot be read.');
  return advisory;
}

/** One person in front of the pure core: what would be stored between their messages, and what the last one came to. */
export class Player {
  person: PersonState = NOBODY;
  intake: Intake | null = null;
  /** What the store would load: what turns did to it, and what a test does in the helpdesk's place. */
  case: Case | null = null;
  /** What was said in cases, oldest first, as it reads now. */
  said: { readonly case: string; readonly input: string; readonly text: string }[] = [];
  hasHelpdesk = false;
  /** Milliseconds since 1970; a minute passes with each message. */
  at = Date.UTC(2026, 10, 23, 9, 0);
  shelf: AdvisoryShelf = QUIET;
  /** Where Teams and the admin center are; those of the public cloud unless said. */
  sites: Scene['sites'] | null = null;
  last: Decision | null = null;
  #count = 0;

  /** Writes, and gives back the message's id. */
  say(text: string): string {
    return this.do({ kind: 'text', text });
  }

  edit(of: string, text: string): void {
    this.do({ kind: 'edit', text, of });
  }

  /** Taps on a card of the current intake and revision, where `data` does not say otherwise. */
  tap(data: Readonly<Record<string, unknown>>): void {
    const place = this.intake === null ? {} : { intake: this.intake.id, revision: this.intake.revision };
    this.do({ kind: 'tap', data: { ...place, ...data }, isInPlace: true });
  }

  do(what: Said, change: Partial<Incoming> = {}): string {
    this.#count += 1;
    this.at += MINUTE;
    const scene = this.#scene(what, change);
    const decision = decide(scene);
    const isOpening = decision.posts.some((post) => post.isOpen);
    const openSlot = isOpening ? scene.fresh.slot : decision.settled === null ? this.person.openSlot : null;
    this.last = decision;
    for (const effect of decision.cases) this.#enact(effect, scene.incoming.id);
    this.person = { ...decision.person, openSlot };
    this.intake = decision.intake;
    return scene.incoming.id;
  }

  /** What the store makes of it. Two open cases of one person it refuses. */
  #enact(effect: CaseEffect, input: string): void {
    if (effect.kind === 'open') {
      if (this.case !== null && isOpenCase(this.case)) throw new Error(`${effect.case.id} is opened while ${this.case.id} is open.`);
      this.case = effect.case;
      return;
    }
    if (this.case?.id !== effect.case) throw new Error(`${effect.case} is not there.`);
    if (effect.kind === 'learn') {
      const content = { ...this.case.content, ...effect.content, facts: { ...this.case.content.facts, ...effect.facts } };
      this.case = { ...this.case, content, asked: this.case.asked !== null && this.case.asked in effect.facts ? null : this.case.asked };
      return;
    }
    const revision = this.case.revision + 1;
    if (effect.kind === 'reword') this.said = this.said.map((one) => (one.input === effect.of ? { ...one, text: effect.text } : one));
    else if (effect.kind === 'withdraw') this.case = { ...this.case, state: 'withdrawn', revision };
    else this.case = { ...this.case, state: 'waiting-helpdesk', outcome: null, revision, touchedAt: this.at };
    if (effect.kind === 'say') this.said.push({ case: effect.case, input: effect.of ?? input, text: effect.text });
  }

  /** What the last message came to: the posts in order, the waiting one in brackets. */
  get answer(): readonly string[] {
    return (this.last?.posts ?? []).map(({ view, isOpen }) => (isOpen ? `[${nameOf(view)}]` : nameOf(view)));
  }

  get toast(): string | null {
    return this.last?.toast === null || this.last === null ? null : nameOf(this.last.toast);
  }

  get settled(): string | null {
    return this.last?.settled === null || this.last === null ? null : nameOf(this.last.settled);
  }

  /** The rules that fit this message here, in their order; nothing is sent. */
  rulesFor(text: string): readonly string[] {
    const scene = this.#scene({ kind: 'text', text }, {});
    const isHeld = scene.person.held.length > 0;
    const heard = isHeld ? hearHeld(scene, text, readBelonging(scene, text)) : hear(scene, text, readIn(scene, scene.intake, text));
    return (isHeld ? TEXT_RULES_WHILE_HELD : TEXT_RULES).filter((rule) => rule.decide(heard) !== null).map((rule) => rule.name);
  }

  values(fact: string): readonly string[] {
    return this.intake?.facts[fact]?.values ?? [];
  }

  #scene(what: Said, change: Partial<Incoming>): Scene {
    const incoming: Incoming = {
      id: `m${this.#count}`,
      at: this.at,
      person: { tenant: 't', id: 'p', name: 'Robin' },
      conversation: { id: 'c', kind: 'personal', team: null },
      address: { serviceUrl: 'https://example.com/', conversation: 'c', tenant: 't', bot: { id: '28:bot', name: 'Kiku' } },
      locales: ['en-GB'],
      timeZone: 'Europe/London',
      what,
      ...change,
    };
    return {
      ...setting,
      ...(this.sites ? { sites: this.sites } : {}),
      incoming,
      person: this.person,
      intake: this.intake,
      case: this.case,
      hasHelpdesk: this.hasHelpdesk,
      shelf: this.shelf,
      language: languageFor(this.person.language, incoming.locales, setting.defaultLanguage),
      timeZone: 'Europe/London',
      now: this.at,
      fresh: { intake: `i${this.#count}`, slot: `s${this.#count}`, case: `CASE${this.#count}` },
    };
  }
}

/** A view in a word or two: `question web`, `step restart-onedrive`, `note.empty`. */
export function nameOf(view: View): string {
  switch (view.kind) {
    case 'question':
      if (view.contradiction !== undefined)
        return `which ${view.fact}: ${view.contradiction.earlier.values[0]} or ${view.contradiction.later.values[0]}`;
      return [`question ${view.fact}`, view.isPuzzled ? 'puzzled' : '', view.readBack?.codes.join(' ') ?? ''].filter((part) => part !== '').join(' ');
    case 'step':
      return `step ${view.step}`;
    case 'stop':
      return `stop ${view.stop.id}`;
    case 'advisory':
      return `${view.isBlocking ? 'fault' : 'advisory'} ${view.advisory.id}`;
    case 'continue-or-new':
      return `continue or new: ${view.reason}`;
    case 'puzzled':
      return view.isAgain ? 'puzzled again' : 'puzzled';
    case 'faq-answer':
      return `faq ${view.faq}`;
    case 'faq-choice':
      return `faq ${view.faqs.join(', ')}`;
    case 'faq-list':
      return `faq page ${view.page}`;
    case 'note':
    case 'settled-choice':
      return view.phrase;
    case 'settled-question':
      return `${view.fact}: ${view.values.join()}`;
    case 'settled-step':
      return `${view.step}: ${view.outcome}`;
    case 'settled-advisory':
      return `${view.advisory}: ${view.isDismissed ? 'dismissed' : 'passed'}`;
    case 'settled-alert':
      return view.phrase;
    case 'whom':
    case 'own-case':
      return `${view.kind} ${view.case.id}`;
    default:
      return view.kind;
  }
}
