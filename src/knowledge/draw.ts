import type { Condition } from '../triage/conditions.ts';
import type { Branch } from '../triage/playbook.ts';
import type { Knowledge, ProblemContent } from './content.ts';

/** A playbook as Mermaid text: the branches in the order in which they are tried, each with its steps and stops. */
export function drawProblem(problem: ProblemContent, knowledge: Knowledge): string {
  const lines = ['flowchart TD', `  start([${label(problem.title.en)}])`];
  for (const [index, branch] of problem.branches.entries()) {
    const gate = `b${index + 1}`;
    const from = index === 0 ? 'start -->|first|' : `b${index} -->|no|`;
    lines.push(`  ${from} ${gate}{${label(branch.when === null ? 'otherwise' : conditionInWords(branch.when))}}`);
    lines.push(...drawBranch(branch, gate, knowledge));
  }
  return `${lines.join('\n')}\n`;
}

/** Its steps one after the other, then its stops side by side. Nodes are numbered: a name may hold what Mermaid takes for its own. */
function drawBranch(branch: Branch, gate: string, knowledge: Knowledge): readonly string[] {
  const nodeOf = (index: number): string => (index < 0 ? gate : `${gate}s${index + 1}`);
  const arrowFrom = (index: number): string => (index < 0 ? `${gate} -->|yes|` : `${nodeOf(index)} -->`);
  const steps = branch.steps.map((id, index) => {
    const step = knowledge.steps.get(id);
    const gates = [step?.when, step?.guard].flatMap((condition) => (condition == null ? [] : [conditionInWords(condition)]));
    const parts = [`${step?.risk} ${id}`, step?.audience === 'helpdesk' ? 'IT only' : '', gates.length > 0 ? `if ${gates.join(' and ')}` : ''];
    return `  ${arrowFrom(index - 1)} ${nodeOf(index)}[${label(parts.filter((part) => part !== '').join(' · '))}]`;
  });
  const stops = branch.stops.map((stop, index) => {
    const text = `${stop.kind}: ${stop.id}${stop.when === null ? '' : ` if ${conditionInWords(stop.when)}`}`;
    return `  ${arrowFrom(branch.steps.length - 1)} ${gate}e${index + 1}([${label(text)}])`;
  });
  return [...steps, ...stops];
}

/** `os is windows-10 or windows-11 and web is works`. */
export function conditionInWords(condition: Condition): string {
  switch (condition.kind) {
    case 'is':
      return `${condition.fact} is ${condition.values.join(' or ')}`;
    case 'all':
      return condition.of.map((part) => (part.kind === 'any' ? `(${conditionInWords(part)})` : conditionInWords(part))).join(' and ');
    case 'any':
      return condition.of.map((part) => (part.kind === 'all' ? `(${conditionInWords(part)})` : conditionInWords(part))).join(' or ');
    case 'not':
      return `not (${conditionInWords(condition.of)})`;
  }
}

/** Mermaid reads a quoted label as it stands, but for the quote itself and what begins an entity. */
function label(text: string): string {
  return `"${text.replaceAll('#', '#35;').replaceAll('"', '#quot;')}"`;
}
