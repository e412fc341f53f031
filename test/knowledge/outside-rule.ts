import type { Asked, Told, ToldStep } from './outside-advice.ts';

/** A command, and the step it is of. */
interface Line {
  readonly step: ToldStep;
  readonly at: number;
  readonly text: string;
}

/** What is asked, what is told, and what nobody may find in it: a sentence for each fault. */
export interface Rule {
  readonly name: string;
  /** Where it is written: a section of the merged branch logic, or the contract of the command. */
  readonly from: string;
  readonly faults: (asked: Asked, told: Told) => readonly string[];
}

export const MODERN = ['windows-11', 'windows-10', 'server-2025', 'server-2022', 'server-2019', 'server-2016'];
export const WINHTTP = ['windows-7-sp1', 'server-2008-r2', 'server-2012'];
export const SEVEN = ['windows-7-sp1', 'server-2008-r2'];
export const NO_PATH = ['windows-7-rtm', 'windows-8', 'server-2008'];
export const WINDOWS = [...MODERN, ...WINHTTP, ...NO_PATH, 'windows-8.1', 'server-2012-r2'];
export const NO_REMEDY = ['ios', 'android', 'linux', 'windows-10-mobile'];
export const FOR_IT = ['join', 'device-auth', 'ciphers', 'default-secure-protocols'];
export const IMPRECISE = new Set(['windows', 'windows-7', 'joined', 'present', 'others']);

export const values = (asked: Asked, fact: string): readonly string[] => [asked.facts[fact] ?? []].flat();
export const first = (asked: Asked, fact: string): string => values(asked, fact)[0] ?? 'unknown';
export const isOf = (asked: Asked, fact: string, ...allowed: readonly string[]): boolean => allowed.includes(first(asked, fact));
export const rank = (step: ToldStep): number => Number(step.risk.slice(1));
export const lines = (told: Told): readonly Line[] => {
  const found = known.get(told) ?? told.steps.flatMap((step, at) => step.commands.map((text) => ({ step, at, text })));
  known.set(told, found);
  return found;
};
const known = new WeakMap<Told, readonly Line[]>();
export const isTrue = (holds: boolean, otherwise: string): readonly string[] => (holds ? [] : [otherwise]);

/** Patterns are looked for in the same few hundred texts a million times. */
export function finder(pattern: RegExp): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const found = known.get(text) ?? pattern.test(text);
    known.set(text, found);
    return found;
  };
}

/** A rule on every command that `pattern` finds: what must hold of it. */
export function onCommand(
  name: string,
  from: string,
  pattern: RegExp,
  demands: (asked: Asked, step: ToldStep, text: string) => Readonly<Record<string, boolean>>,
) {
  return {
    name,
    from,
    faults: (asked: Asked, told: Told) =>
      lines(told)
        .filter(({ text }) => pattern.test(text))
        .flatMap(({ step, text }) =>
          Object.entries(demands(asked, step, text)).flatMap(([demand, holds]) => isTrue(holds, `${step.id}: \`${text}\` needs ${demand}`)),
        ),
  };
}

export const never = (name: string, from: string, pattern: RegExp) => onCommand(name, from, pattern, () => ({ 'never to be shown': false }));

/** A rule on every step whose English title `pattern` finds. */
export function onTitle(name: string, from: string, pattern: RegExp, demands: (asked: Asked, step: ToldStep) => Readonly<Record<string, boolean>>) {
  const finds = finder(pattern);
  return {
    name,
    from,
    faults: (asked: Asked, told: Told) =>
      told.steps
        .filter(({ title }) => finds(title))
        .flatMap((step) =>
          Object.entries(demands(asked, step)).flatMap(([demand, holds]) => isTrue(holds, `${step.id}: "${step.title}" needs ${demand}`)),
        ),
  };
}
