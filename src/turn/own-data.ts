import type { Tap } from '../taps.ts';
import { openCase } from './case-now.ts';
import { type Decision, note, type Scene, say, silence } from './scene.ts';
import { showWhere } from './where.ts';

/** A question that was asked longer ago is asked again: it may be found in a chat by chance. */
const ASKED_FOR_MS = 60 * 60 * 1000;

/** Everything that is kept of the person, shown to them. */
export function showOwnData(scene: Scene): Decision {
  return { ...silence(scene), ownData: 'shown' };
}

/** What would be deleted and what stays, with the button that does it. */
export function askBeforeForgetting(scene: Scene): Decision {
  return say(scene, { kind: 'forget', case: openCase(scene)?.id ?? null, at: scene.now });
}

/** What somebody decided about what is kept of them. Whose it is, the activity says. */
export function onOwnDataTap(scene: Scene, tap: Extract<Tap, { do: 'own-data' }>): Decision {
  switch (tap.act) {
    case 'show':
      return showOwnData(scene);
    case 'ask':
      return askBeforeForgetting(scene);
    case 'keep':
      return { ...showWhere(scene), tapped: { kind: 'settled-choice', phrase: 'settled.data-kept' } };
    case 'delete': {
      const age = scene.now - (tap.at ?? 0);
      if (age >= 0 && age < ASKED_FOR_MS) return { ...silence(scene), ownData: 'deleted' };
      return { ...askBeforeForgetting(scene), toast: note('forget.asked-long-ago') };
    }
  }
}
