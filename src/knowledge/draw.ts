import type { Condition } from '../triage/conditions.ts';
import type { Knowledge, ProblemContent } from './content.ts';

/** A playbook as Mermaid text: branches from left to right in the order they are tried, each with its steps and stops. */
export function drawProblem(problem: ProblemContent, knowledge: Knowledge): string {
  const lines = ['flowchart TD', `  start([${label(problem.title.en)}])`];
  let from = 'start';
  for (const branch of problem.branches) {
    const gate = `b_${branch.id}`;
    lines.push(`  ${from} -->|${from === 'start' ? 'first' : 'no'}| ${gate}{${label(branch.when === null ? 'otherwise' : inWords(branch.when))}}`);
    let last = gate;
    let edge = '-->|yes|';
    for (const id of branch.steps) {
      const step = knowledge.steps.get(id);
      const node = `s_${branch.id}_${id}`;
      const gates = [step?.when, step?.guard].flatMap((condition) => (condition == null ? [] : [inWords(condition)]));
      const text = [`${step?.risk} ${id}`, step?.audience === 'helpdesk' ? 'IT only' : '', gates.length > 0 ? `if ${gates.join(' and ')}` : ''];
      lines.push(`  ${last} ${edge} ${node}[${label(text.filter((part) => part !== '').join(' · '))}]`);
      last = node;
      edge = '-->';
    }
    for (const stop of branch.stops) {
      const text = `${stop.kind}: ${stop.id}${stop.when === null ? '' : ` if ${inWords(stop.when)}`}`;
      lines.push(`  ${last} ${edge} e_${branch.id}_${stop.id}([${label(text)}])`);
    }
    from = gate;
  }
  return `${lines.join('\n')}\n`;
}

function inWords(condition: Condition): string {
  switch (condition.kind) {
    case 'is':
      return `${condition.fact} is ${condition.values.join(' or ')}`;
    case 'all':
      return condition.of.map((part) => (part.kind === 'any' ? `(${inWords(part)})` : inWords(part))).join(' and ');
    case 'any':
      return condition.of.map((part) => (part.kind === 'all' ? `(${inWords(part)})` : inWords(part))).join(' or ');
    case 'not':
      return `not (${inWords(condition.of)})`;
  }
}

/** Mermaid reads a quoted label as it stands; only the quote itself must go. */
function label(text: string): string {
  return `"${text.replaceAll('"', "'")}"`;
}
