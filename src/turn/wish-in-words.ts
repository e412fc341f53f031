import { SERVICES } from '../advisories/services.ts';
import type { Facts } from '../triage/facts.ts';
import type { Command } from '../understand/lexicon.ts';
import { understand } from '../understand/understand.ts';
import { follow, mute, showHealth } from './alerts.ts';
import type { Decision, Scene } from './scene.ts';
import type { About } from './wishes.ts';

/** Longer messages tell of trouble, and so does whatever states more than a product. */
const LONGEST = 120;
const ADVISORY = /(?<![A-Z0-9])([A-Z]{2})[ -]?(\d{5,8})(?![0-9])/i;

/** What follows from "follow OneDrive", "mute OD255960", 「OneDrive の状況」; `null` when the message is none of these. */
export function wishInWords(scene: Scene, text: string, facts: Facts): Decision | null {
  const isOfTrouble = text.length > LONGEST || Object.keys(facts).some((fact) => fact !== 'product');
  const said = isOfTrouble ? null : objectIn(text.normalize('NFKC'), facts);
  if (said === null) return null;
  const { command } = understand(said.rest, scene.lexicon, {});
  return command === null ? null : obeyAbout(scene, command, said.about);
}

function obeyAbout(scene: Scene, { kind }: Command, about: About): Decision | null {
  switch (kind) {
    case 'follow':
      return follow(scene, about, true);
    case 'unfollow':
      return follow(scene, about, false);
    case 'mute':
    case 'stop-alerts':
      return mute(scene, about, true);
    case 'unmute':
      return mute(scene, about, false);
    case 'health':
      return showHealth(scene, about);
    default:
      return null;
  }
}

/** The advisory or service that is named, and the rest of the message. */
function objectIn(text: string, { product }: Facts): { readonly about: About; readonly rest: string } | null {
  const id = ADVISORY.exec(text);
  if (id !== null) return { about: { kind: 'advisory', id: `${id[1]}${id[2]}`.toUpperCase() }, rest: text.replace(id[0], ' ') };
  const named = SERVICES.flatMap(({ names }) => names)
    .sort((left, right) => right.length - left.length)
    .find((name) => text.toLowerCase().includes(name.toLowerCase()));
  if (named !== undefined) return { about: { kind: 'service', name: named }, rest: without(text, named) };
  if (product?.source.kind !== 'written') return null;
  const service = SERVICES.find(({ products }) => product.values.some((value) => products.includes(value)));
  return service === undefined ? null : { about: { kind: 'service', name: service.id }, rest: without(text, product.source.words) };
}

function without(text: string, words: string): string {
  const at = text.toLowerCase().indexOf(words.toLowerCase());
  return at < 0 ? text : `${text.slice(0, at)} ${text.slice(at + words.length)}`;
}
