import type { Branch } from '../triage/playbook.ts';
import type { Knowledge, ProblemContent, WorkedPath } from './content.ts';
import { conditionInWords, drawProblem } from './draw.ts';

/** The pages of `docs/playbooks` by the names of their files: one for each problem, and `README.md` that lists them. */
export function playbookPages(knowledge: Knowledge): ReadonlyMap<string, string> {
  const problems = [...knowledge.problems.values()].toSorted((left, right) => (left.id < right.id ? -1 : 1));
  return new Map([['README.md', indexOf(problems)], ...problems.map((problem) => [`${problem.id}.md`, pageOf(problem, knowledge)] as const)]);
}

const WRITTEN = 'Written by `test/knowledge/playbooks.test.ts` from `knowledge/`; change it there.';

function indexOf(problems: readonly ProblemContent[]): string {
  const rows = problems.map((problem) => {
    const steps = new Set(problem.branches.flatMap((branch) => branch.steps)).size;
    return [
      `[${cell(problem.title.en)}](${problem.id}.md)`,
      cell(problem.title.ja),
      problem.codes.length,
      problem.branches.length,
      steps,
      problem.paths.length,
    ];
  });
  return lines(
    '# Playbooks',
    '',
    'What Kiku does for each problem, drawn: branches from the top in the order in which they are tried, their steps in order, how they end.',
    WRITTEN,
    '',
    ...table(['problem', '', 'codes', 'branches', 'steps', 'worked paths'], rows),
  );
}

function pageOf(problem: ProblemContent, knowledge: Knowledge): string {
  return lines(
    `# ${problem.title.en}`,
    '',
    `${problem.title.ja} · \`${problem.id}\` · ${WRITTEN}`,
    '',
    purposeOf(problem),
    '',
    '```mermaid',
    drawProblem(problem, knowledge).trimEnd(),
    '```',
    '',
    '## Steps',
    '',
    'R0 reads only · R1 user-level and undoable · R2 administrator · R3 irreversible, or able to lock out or lose data.',
    '',
    ...stepsOf(problem, knowledge),
    '',
    '## Stops',
    '',
    ...stopsOf(problem, knowledge),
    '',
    '## Worked paths',
    '',
    'The check walks each with the real engine.',
    ...problem.paths.flatMap((path) => ['', ...pathOf(path)]),
  );
}

/** What leads here. */
function purposeOf({ codes, symptoms, products }: ProblemContent): string {
  const parts = [
    codes.length > 0 ? `the codes ${codes.map((code) => `\`${code}\``).join(', ')}` : '',
    symptoms.length > 0 ? `the symptoms ${symptoms.map(({ product, symptom }) => `${symptom} (${product})`).join(', ')}` : '',
    products.length > 0 ? `${products.join(', ')} when nobody has said what is wrong` : '',
  ].filter((part) => part !== '');
  return `For ${parts.join('; ')}.`;
}

function stepsOf(problem: ProblemContent, knowledge: Knowledge): readonly string[] {
  const ids = [...new Set(problem.branches.flatMap((branch) => branch.steps))];
  const rows = ids.map((id) => {
    const step = knowledge.steps.get(id);
    if (step === undefined) throw new Error(`The problem "${problem.id}" has the step "${id}", which is not there.`);
    const gates = [step.when, step.guard].flatMap((condition) => (condition === null ? [] : [conditionInWords(condition)]));
    return [
      `\`${id}\``,
      cell(step.title.en),
      step.risk,
      step.audience === 'helpdesk' ? 'IT' : 'anyone',
      cell(gates.join(' and ')),
      step.sources.join(', '),
    ];
  });
  return table(['step', '', 'risk', 'for', 'shown when', 'sources'], rows);
}

function stopsOf(problem: ProblemContent, knowledge: Knowledge): readonly string[] {
  const rows = problem.branches.flatMap((branch: Branch) =>
    branch.stops.map((stop) => {
      const when = stop.when === null ? '' : conditionInWords(stop.when);
      return [branch.id, `\`${stop.id}\``, cell(knowledge.stops.get(stop.id)?.title.en ?? ''), stop.kind, cell(when)];
    }),
  );
  return table(['branch', 'stop', '', 'kind', 'when'], rows);
}

function pathOf(path: WorkedPath): readonly string[] {
  const facts = Object.entries(path.facts).map(([fact, value]) => `${fact} ${typeof value === 'string' ? value : value.join(' + ')}`);
  return [
    `**${path.title}** (${path.audience}): ${path.because}`,
    '',
    `- facts: ${facts.join(', ')}`,
    `- steps: ${path.steps.length === 0 ? 'none' : path.steps.join(' → ')}`,
    `- ends at: ${path.stop}`,
  ];
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [row(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(row)];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
