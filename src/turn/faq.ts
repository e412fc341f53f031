import type { Tap } from '../taps.ts';
import type { View } from '../views.ts';
import { type Decision, type Scene, silence } from './scene.ts';
import { sayAndShow } from './where.ts';

/** The answer to what was asked, or up to three to choose from; below it what waits is shown again. Nothing of the intake changes. */
export function answerQuestions(scene: Scene, ids: readonly string[]): Decision {
  const known = ids.filter((id) => scene.knowledge.faq.has(id));
  const [only] = known;
  return known.length === 1 && only !== undefined
    ? sayAndShow(scene, { kind: 'faq-answer', faq: only })
    : sayAndShow(scene, known.length === 0 ? { kind: 'faq-list', page: 0 } : { kind: 'faq-choice', faqs: known });
}

/** All questions, a page at a time. */
export function listQuestions(scene: Scene): Decision {
  return sayAndShow(scene, { kind: 'faq-list', page: 0 });
}

/** A question was tapped, or another page: it takes the place of the card that was tapped, where the channel can do that. */
export function onFaqTap(scene: Scene, tap: Extract<Tap, { do: 'faq' }>): Decision {
  const view: View =
    tap.faq !== undefined && scene.knowledge.faq.has(tap.faq) ? { kind: 'faq-answer', faq: tap.faq } : { kind: 'faq-list', page: tap.page ?? 0 };
  const { what } = scene.incoming;
  return what.kind === 'tap' && what.isInPlace ? { ...silence(scene), tapped: view } : sayAndShow(scene, view);
}
