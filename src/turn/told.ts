import type { Intake } from '../triage/intake.ts';
import type { TurnTold } from '../turn-told.ts';
import type { View } from '../views.ts';
import type { Decision } from './scene.ts';

/** What a decision says, without its words. `before`: the intake that was loaded. */
export function toldOf(decision: Decision, before: Intake | null): Omit<TurnTold, 'outcome' | 'tries' | 'ms'> {
  const views = decision.posts.map(({ view }) => view);
  return {
    shown: views.map(({ kind }) => kind),
    intake: decision.intake?.id ?? null,
    asked: last(views, (view) => (view.kind === 'question' ? view.fact : null)),
    step: last(views, (view) => (view.kind === 'step' ? view.step : null)),
    ended: endOf(decision.intake, before) ?? last(views, (view) => (view.kind === 'stop' ? view.stop.kind : null)),
    cases: decision.cases.map(({ kind }) => kind),
  };
}

/** How the trip ended, in the turn in which it did. */
function endOf(intake: Intake | null, before: Intake | null): string | null {
  const isEnded = intake !== null && intake.state !== 'open';
  return isEnded && (before?.id !== intake.id || before.state !== intake.state) ? intake.state : null;
}

function last(views: readonly View[], pick: (view: View) => string | null): string | null {
  return views.map(pick).findLast((picked) => picked !== null) ?? null;
}
