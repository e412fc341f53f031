import type { Case, CaseEffect } from '../case-ports.ts';
import { newCase } from '../helpdesk/case.ts';
import type { Facts } from '../triage/facts.ts';
import { type Intake, newIntake } from '../triage/intake.ts';
import { maskPasted } from '../understand/pasted.ts';
import { choicesOf, contentIn } from './case-content.ts';
import { besideCase, caseSettingsIn, openCase, ownCaseView } from './case-now.ts';
import { withAllCodes } from './codes.ts';
import { heldFacts } from './hold.ts';
import { handoverView, placeOf } from './position-view.ts';
import { type Decision, isOld, note, type Scene, say, silence } from './scene.ts';
import { arrive, go, type Trail, trailFrom } from './show.ts';

/**
 * A person takes over, with everything that is known, also what was said just now and what waits to be placed. Where the helpdesk has a channel a case is
 * opened, and what `said` says is the first that stands in it; who has one already adds to it.
 */
export function handOver(scene: Scene, facts: Facts, said = ''): Decision {
  const open = openCase(scene);
  if (open !== null && besideCase(scene, open) === null) return say(scene, ownCaseView(open, scene));
  const intake = scene.intake === null || (scene.intake.state !== 'open' && isOld(scene)) ? newIntake(scene.fresh.intake) : scene.intake;
  const news = [heldFacts(scene), facts].filter((one) => Object.keys(one).length > 0);
  const isSent = scene.hasHelpdesk || open !== null;
  if (!isSent && intake.state === 'handed-over' && news.length === 0)
    return say(scene, note('note.already-handed-over'), handoverView(intake, scene));
  const told = news.reduce((trail, one) => go(trail, { kind: 'told', facts: withAllCodes(trail.intake.facts, one) }, scene), trailFrom(intake));
  if (!isSent) return arrive(go(told, { kind: 'handed-over' }, scene), scene);
  return open === null ? send(told, [], said, scene) : addTo(open, told, said, scene);
}

/** A tap on *Talk to a person*: what goes along is shown before it is sent, where there is anything to be shown. */
export function offer(scene: Scene): Decision {
  const { intake, person } = scene;
  const isEmpty = intake === null || Object.keys(intake.facts).length + Object.keys(intake.outcomes).length === 0;
  if (!scene.hasHelpdesk || openCase(scene) !== null || isEmpty || person.held.length > 0) return handOver(scene, {});
  return {
    ...silence(scene),
    settled: { kind: 'settled-choice', phrase: 'settled.moved-on' },
    posts: [{ view: { kind: 'offer', place: placeOf(intake), content: contentIn(intake, [], scene) }, isOpen: true }],
  };
}

/** A tap on *Send*. `along`: what is ticked. */
export function sendChosen(scene: Scene, intake: Intake, along: string | undefined): Decision {
  const open = openCase(scene);
  if (open !== null || !scene.hasHelpdesk) return handOver(scene, {});
  const ticked = along?.split(',').map((one) => one.trim());
  return send(trailFrom(intake), ticked === undefined ? [] : choicesOf(intake).filter((one) => !ticked.includes(one)), '', scene);
}

function send(trail: Trail, leftOut: readonly string[], said: string, scene: Scene): Decision {
  const { fresh, incoming, language, timeZone, now } = scene;
  const { tenant, id, name } = incoming.person;
  const one = newCase(
    {
      id: fresh.case,
      person: { tenant, id, name },
      language,
      timeZone,
      intake: trail.intake.id,
      content: contentIn(trail.intake, leftOut, scene),
    },
    now,
    caseSettingsIn(scene),
  );
  const decision = handed(trail, scene);
  const sayings = sayingsOf(one, said, scene);
  return {
    ...decision,
    person: { ...decision.person, case: one.id, toldCase: null },
    posts: [...decision.posts, { view: ownCaseView(one, scene), isOpen: false }],
    cases: [{ kind: 'open', case: one }, ...sayings],
  };
}

/** Another trouble of somebody who has an open case: the helpdesk has both then. */
function addTo(open: Case, trail: Trail, said: string, scene: Scene): Decision {
  const decision = handed(trail, scene);
  const facts = factsInWords(trail.intake.facts, scene);
  const told = facts === '' ? [] : [sayingOf(open, phraseIn('own-case.another', { facts }, scene))];
  return {
    ...decision,
    posts: [...decision.posts, { view: note('own-case.added', { id: open.id }), isOpen: false }],
    cases: [...told, ...sayingsOf(open, said, scene)],
  };
}

function handed(trail: Trail, scene: Scene): Decision {
  const decision = arrive(go(trail, { kind: 'handed-over' }, scene), scene);
  return {
    ...decision,
    settled: { kind: 'settled-choice', phrase: 'settled.sent' },
    posts: decision.posts.filter(({ view }) => view.kind !== 'handover'),
  };
}

/** What waited to be placed and what was said just now, word for word. */
function sayingsOf(one: Case, said: string, scene: Scene): readonly CaseEffect[] {
  const held = scene.person.held.map(({ id, text }) => sayingOf(one, text, id));
  return [...held, sayingOf(one, maskPasted(said))].filter(({ text }) => text.trim() !== '');
}

/** Something that the employee says in a case; `of`: written in this earlier activity. */
export function sayingOf(one: Case, text: string, of?: string): Extract<CaseEffect, { kind: 'say' }> {
  return { kind: 'say', case: one.id, text, ...(of === undefined ? {} : { of }) };
}

/** A phrase in the employee's language, for what is said for them in a case. */
export function phraseIn(key: string, args: Readonly<Record<string, string>>, { knowledge, language }: Scene): string {
  const phrase = knowledge.phrases.get(key)?.[language] ?? '';
  return phrase.replaceAll(/\{([a-z]+)\}/gi, (whole, name: string) => args[name] ?? whole);
}

/** Facts in the employee's language, as a line. */
export function factsInWords(facts: Facts, { knowledge, language }: Scene): string {
  const separator = knowledge.phrases.get('label.list-separator')?.[language] ?? ', ';
  return Object.entries(facts)
    .map(([fact, { values }]) => {
      const content = knowledge.facts.get(fact);
      const names = values.map((value) => content?.values.find((one) => one.value === value)?.short[language] ?? value);
      return `${content?.title[language] ?? fact}: ${names.join(separator)}`;
    })
    .join('; ');
}
