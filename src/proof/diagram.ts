import type { StepContent } from '../knowledge/content.ts';
import type { FactName, FactValue } from '../triage/facts.ts';
import type { Stop } from '../triage/walk.ts';

/** The ways of a problem as a diagram: what is shown next, once the facts that decide it are known. Equal parts are one object. */
export type Way =
  | { readonly kind: 'split'; readonly fact: FactName; readonly of: (value: FactValue) => FactValue; readonly on: ReadonlyMap<FactValue, Way> }
  | { readonly kind: 'step'; readonly step: StepContent; readonly then: Way }
  | { readonly kind: 'stop'; readonly stop: Stop }
  /** Nothing follows: a fault of the playbook. */
  | { readonly kind: 'nowhere' };

/** Makes ways, so that equal ones are one object. */
export class WayPool {
  readonly #made = new Map<string, Way>();
  readonly #numbers = new Map<Way, number>();

  stop(stop: Stop): Way {
    return this.#one(`stop ${stop.kind} ${stop.id}`, { kind: 'stop', stop });
  }

  step(step: StepContent, then: Way): Way {
    return this.#one(`step ${step.id} ${this.#numbers.get(then)}`, { kind: 'step', step, then });
  }

  /** The way on from this fact; where every value goes on alike there is nothing to split. */
  split(fact: FactName, of: (value: FactValue) => FactValue, on: ReadonlyMap<FactValue, Way>): Way {
    const [first, ...rest] = on.values();
    if (first !== undefined && rest.every((way) => way === first)) return first;
    const key = [...on].map(([value, way]) => `${value}=${this.#numbers.get(way)}`).join(' ');
    return this.#one(`split ${fact} ${key}`, { kind: 'split', fact, of, on });
  }

  nowhere(): Way {
    return this.#one('nowhere', { kind: 'nowhere' });
  }

  #one(key: string, way: Way): Way {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    this.#made.set(key, way);
    this.#numbers.set(way, this.#numbers.size);
    return way;
  }
}

/** Follows the diagram with a person's own values: the ids of the steps that are shown, and of the stop. */
export function follow(way: Way, of: (fact: FactName) => FactValue): { readonly steps: readonly string[]; readonly stop: string | null } {
  const steps: string[] = [];
  for (let here = way; ; ) {
    switch (here.kind) {
      case 'split': {
        const next = here.on.get(here.of(of(here.fact)));
        if (next === undefined) throw new Error(`The diagram has no way for this value of "${here.fact}".`);
        here = next;
        break;
      }
      case 'step':
        steps.push(here.step.id);
        here = here.then;
        break;
      case 'stop':
        return { steps, stop: here.stop.id };
      case 'nowhere':
        return { steps, stop: null };
    }
  }
}

/** The ids of every step and stop in the diagram. */
export function reachedIn(root: Way): { readonly steps: ReadonlySet<string>; readonly stops: ReadonlySet<string> } {
  const steps = new Set<string>();
  const stops = new Set<string>();
  const seen = new Set<Way>();
  const ahead = [root];
  for (let way = ahead.pop(); way !== undefined; way = ahead.pop()) {
    if (seen.has(way)) continue;
    seen.add(way);
    if (way.kind === 'split') ahead.push(...way.on.values());
    if (way.kind === 'step') {
      steps.add(way.step.id);
      ahead.push(way.then);
    }
    if (way.kind === 'stop') stops.add(way.stop.id);
  }
  return { steps, stops };
}

/** How many ways lead from here to an end. */
export function countWays(root: Way, counted = new Map<Way, number>()): number {
  const known = counted.get(root);
  if (known !== undefined) return known;
  const count =
    root.kind === 'split'
      ? [...root.on.values()].reduce((sum, way) => sum + countWays(way, counted), 0)
      : root.kind === 'step'
        ? countWays(root.then, counted)
        : 1;
  counted.set(root, count);
  return count;
}
