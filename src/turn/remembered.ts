import type { PersonState } from '../ports.ts';
import type { Decision, Scene } from './scene.ts';

/** So many advisories are remembered as told. */
const MOST_TOLD = 50;

/** The decision, with what every turn tells of the person: their language, their time zone, and which advisories they have seen here. */
export function remembered(decision: Decision, scene: Scene): Decision {
  const { person } = decision;
  const spoken = person.language ?? scene.language;
  const timeZone = scene.incoming.timeZone ?? person.timeZone;
  const told = toldAfter(decision, person.told);
  const isSame = spoken === person.spoken && timeZone === person.timeZone && told === person.told;
  return isSame ? decision : { ...decision, person: { ...person, spoken, timeZone, told } };
}

/** What was shown now stays; of the rest those that changed last. */
function toldAfter({ posts }: Decision, told: PersonState['told']): PersonState['told'] {
  const shown = posts.flatMap(({ view }) => (view.kind === 'advisory' ? [[view.advisory.id, view.advisory.updatedAt] as const] : []));
  if (shown.every(([id, updatedAt]) => told[id] === updatedAt)) return told;
  const rest = Object.entries(told)
    .filter(([id]) => shown.every(([other]) => other !== id))
    .sort(([, left], [, right]) => right - left);
  return Object.fromEntries([...shown, ...rest].slice(0, MOST_TOLD));
}
