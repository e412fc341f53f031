import { type Condition, factsOf } from '../triage/conditions.ts';
import { compileCondition } from './compile-condition.ts';
import type { SafetyRule } from './content.ts';
import type { Report } from './faults.ts';
import { type Known, namesExist } from './known.ts';
import type { Entry } from './read-shape.ts';
import type { RawSafetyRule } from './safety-shape.ts';

/**
 * What each kind of command needs, stated apart from the steps. A rule that lets a command pass covers it whole, so that nothing
 * can be hung on to it; one that forbids or only narrows, and every rule over actions, looks for its pattern anywhere, in either case.
 */
export function compileSafety(entries: readonly Entry<RawSafetyRule>[], known: Known, report: Report, reportNames: Report): readonly SafetyRule[] {
  return entries.map((entry) => {
    const { value: raw, page, path } = entry;
    namesExist(raw.sources, known.sources, 'source', 'sources.yaml', reportNames, page, [...path, 'sources']);
    const condition = (key: 'needs' | 'unless'): Condition | null =>
      compileCondition(raw[key], { page, path: [...path, key], known, report: reportNames, isGuard: true });
    const rule: SafetyRule = {
      id: entry.id,
      because: raw.because,
      sources: raw.sources,
      ...patternsOf(entry, report),
      shells: raw.shells ?? [],
      isForbidden: raw.forbidden ?? false,
      isNarrowing: raw.narrows ?? false,
      unless: condition('unless'),
      leastRisk: raw.leastRisk ?? 'R0',
      audience: raw.audience ?? 'employee',
      needs: condition('needs'),
      after: raw.after === undefined ? null : regexOf(raw.after, entry, ['after'], report),
      confirms: (raw.confirms ?? []).flatMap((source, index) => regexOf(source, entry, ['confirms', index], report) ?? []),
      asUser: raw.asUser ?? false,
      elevated: raw.elevated ?? false,
    };
    checkRule(entry, rule, report);
    checkExamples(entry, rule, report);
    return rule;
  });
}

type RawEntry = Entry<RawSafetyRule>;

function patternsOf(entry: RawEntry, report: Report): Pick<SafetyRule, 'command' | 'action'> {
  const { over, pattern, forbidden, narrows } = entry.value;
  const isWhole = forbidden !== true && narrows !== true;
  const [en, ja] = typeof pattern === 'string' ? [pattern, pattern] : [pattern.en, pattern.ja];
  const english = regexOf(en, entry, ['pattern'], report);
  const japanese = regexOf(ja, entry, ['pattern'], report);
  if (over !== 'actions' && typeof pattern !== 'string')
    report(entry.page, [...entry.path, 'pattern'], `the rule "${entry.id}" has a pattern for each language over commands`, 'write a single pattern');
  if (english === null || japanese === null) return { command: null, action: null };
  return {
    command: over === 'actions' ? null : isWhole ? new RegExp(`^(?:${en})$`, 'iu') : english,
    action: over === 'commands' ? null : { en: english, ja: japanese },
  };
}

function regexOf(source: string, { id, page, path }: RawEntry, place: readonly PropertyKey[], report: Report): RegExp | null {
  try {
    const regex = new RegExp(source, 'iu');
    if (!regex.test('')) return regex;
    report(page, [...path, ...place], `the pattern of "${id}" matches everything`, 'say what it must find');
  } catch (error) {
    const reason = error instanceof SyntaxError ? error.message : String(error);
    report(
      page,
      [...path, ...place],
      `this is not a regular expression (${reason})`,
      'correct it; a backslash is written \\\\, and the text in single quotes',
    );
  }
  return null;
}

function checkRule({ id, value: raw, page, path }: RawEntry, rule: SafetyRule, report: Report): void {
  const wrong = (where: string, what: string, todo: string): void => report(page, [...path, where], what, todo);
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(id)) report(page, path, `"${id}" is not a rule id`, 'use small letters, digits, dots and hyphens');
  if (rule.isForbidden) {
    const idle = (['shells', 'narrows', 'leastRisk', 'audience', 'needs', 'anywhere', 'after', 'confirms', 'asUser', 'elevated'] as const).filter(
      (key) => raw[key] !== undefined,
    );
    for (const key of idle) wrong(key, `the rule "${id}" forbids, and says "${key}" too`, 'take that out, or take "forbidden" out');
    return;
  }
  if (raw.leastRisk === undefined) wrong('because', `the rule "${id}" says no least risk`, 'add leastRisk: R0, R1, R2 or R3, or forbidden: true');
  const needsOs = raw.needs !== undefined && (rule.needs === null || factsOf(rule.needs).includes('os'));
  if (raw.over !== 'actions' && !needsOs && raw.anywhere !== true)
    wrong('because', `the rule "${id}" does not say on which OS`, 'add needs: { os: […] }, or anywhere: true for a command that IT types elsewhere');
  if (rule.asUser && rule.elevated) wrong('asUser', `the rule "${id}" is for the user and for the administrator`, 'keep one of the two');
}

function checkExamples({ id, value: raw, page, path }: RawEntry, rule: SafetyRule, report: Report): void {
  if (rule.command === null && rule.action === null) return;
  const isCaught = (text: string): boolean => [rule.command, rule.action?.en, rule.action?.ja].some((pattern) => pattern?.test(text) === true);
  for (const [index, text] of raw.examples.catches.entries())
    if (!isCaught(text))
      report(
        page,
        [...path, 'examples', 'catches', index],
        `the rule "${id}" does not catch its example "${text}"`,
        'correct the pattern or the example',
      );
  for (const [index, text] of raw.examples.passes.entries())
    if (isCaught(text))
      report(
        page,
        [...path, 'examples', 'passes', index],
        `the rule "${id}" catches "${text}", which it should let pass`,
        'correct the pattern or the example',
      );
}
