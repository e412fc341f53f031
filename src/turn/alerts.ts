import { serviceCalled } from '../advisories/services.ts';
import { type AlertWishes, EVERY_SERVICE, PROPOSED_HOURS } from '../alert-wishes.ts';
import type { Tap } from '../taps.ts';
import type { View } from '../views.ts';
import { healthView, otherServices } from './health.ts';
import { type Decision, note, type Scene, say, silence } from './scene.ts';
import { sayAndShow } from './where.ts';
import { type About, filledIn, following, isFollowing, MOST_FOLLOWS, muting } from './wishes.ts';

type TapOf<Kind extends Tap['do']> = Extract<Tap, { do: Kind }>;

/** How this person is told of advisories, to be changed. */
export function myAlerts(scene: Scene, notice: string | null = null): View {
  const { person, timeZone, quiet = PROPOSED_HOURS } = scene;
  return { kind: 'my-alerts', wishes: person.alerts, usualQuiet: quiet, timeZone, others: otherServices(scene), notice };
}

/** What Microsoft has open; below it what waits is shown again. */
export function showHealth(scene: Scene, about: About | null = null): Decision {
  return sayAndShow(scene, healthView(scene, 0, about));
}

/** Follows, or no longer, in words. */
export function follow(scene: Scene, about: About, isOn: boolean): Decision {
  const name = nameOf(about, scene);
  if (!isOn && !isFollowing(scene.person.alerts, about)) return say(scene, note('note.dont-follow', { name }));
  const wishes = following(scene.person.alerts, about, isOn);
  if (wishes.follows.length > MOST_FOLLOWS) return say(scene, note('note.too-many-follows'));
  return say(wishing(scene, wishes), note(isOn ? 'note.followed' : 'note.unfollowed', { name }));
}

/** Mutes, or no longer, in words. */
export function mute(scene: Scene, about: About, isOn: boolean): Decision {
  return say(wishing(scene, muting(scene.person.alerts, about, isOn)), mutedNote(about, isOn, scene));
}

/** A tap on follow or mute: the list or card that was tapped is shown as it is now. */
export function onWishTap(scene: Scene, tap: TapOf<'follow' | 'mute'>): Decision {
  const about = aboutOf(tap);
  if (about === null) return { ...silence(scene), toast: note('note.nonsense-tap') };
  const decided = tap.do === 'follow' ? follow(scene, about, tap.on) : mute(scene, about, tap.on);
  const now: Scene = { ...scene, person: decided.person };
  return { ...silence(now), toast: decided.posts[0]?.view ?? null, tapped: tappedView(now, tap, about) };
}

/** The card of wishes was filled in. What cannot be read changes nothing, and is said. */
export function onFilledIn(scene: Scene, tap: TapOf<'wish'>): Decision {
  const wishes = filledIn(scene.person.alerts, tap);
  const now = typeof wishes === 'string' ? scene : wishing(scene, wishes);
  const notice = typeof wishes === 'string' ? wishes : 'my-alerts.saved';
  return { ...silence(now), toast: note(notice), tapped: myAlerts(now, notice) };
}

/** Another page of the list takes the place of the one that was tapped, where the channel can do that. */
export function onHealthTap(scene: Scene, { page = 0, of }: TapOf<'health'>): Decision {
  const view = healthView(scene, page, of === undefined ? null : { kind: 'service', name: of });
  const { what } = scene.incoming;
  const isPaging = what.kind === 'tap' && what.isInPlace && page > 0;
  return isPaging || of !== undefined ? { ...silence(scene), tapped: view, toast: null } : say(scene, view);
}

/** What alerts are about, as it is called in the person's language. */
export function nameOf(about: About, { knowledge, language }: Scene): string {
  if (about.kind === 'advisory') return about.id;
  const service = serviceCalled(about.name);
  return (service === null ? undefined : knowledge.phrases.get(`label.service-${service.id}`)?.[language]) ?? about.name;
}

function wishing(scene: Scene, alerts: AlertWishes): Scene {
  return { ...scene, person: { ...scene.person, alerts } };
}

function aboutOf({ advisory, service }: TapOf<'follow' | 'mute'>): About | null {
  if (advisory !== undefined) return { kind: 'advisory', id: advisory };
  return service === undefined ? null : { kind: 'service', name: service };
}

function mutedNote(about: About, isOn: boolean, scene: Scene): View {
  if (about.kind === 'service' && about.name === EVERY_SERVICE) return note(isOn ? 'note.stopped' : 'note.resumed');
  return note(isOn ? 'note.muted' : 'note.unmuted', { name: nameOf(about, scene) });
}

function tappedView(scene: Scene, tap: TapOf<'follow' | 'mute'>, about: About): View | null {
  if (tap.in === 'health') return healthView(scene, tap.page, tap.of === undefined ? null : { kind: 'service', name: tap.of });
  if (tap.in === 'my-alerts') return myAlerts(scene);
  if (tap.do === 'follow') return null;
  if (about.kind === 'service' && about.name === EVERY_SERVICE) {
    return { kind: 'settled-alert', phrase: tap.on ? 'settled.stopped' : 'note.resumed', with: {}, undo: tap.on ? { ...tap, on: false } : null };
  }
  const name = nameOf(about, scene);
  if (!tap.on) return { kind: 'settled-alert', phrase: 'note.unmuted', with: { name }, undo: null };
  return { kind: 'settled-alert', phrase: 'settled.muted', with: { name }, undo: { ...tap, on: false } };
}
