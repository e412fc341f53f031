import type { Text } from '../ports.ts';
import { type FindingId, LEVELS } from './finding.ts';

const HEAD = `# What the doctor finds

Generated from \`src/doctor/finding.ts\` and \`knowledge/phrases-doctor.yaml\`; how to ask it, and what you may see without it, is in [running](running.md#doctor).
A *fault* or a *warning* makes \`npm run -s doctor\` end with 1; a *note* does not.

| finding | | what it says | what to do |
|---|---|---|---|
`;

/** Every finding with its words, as docs/doctor.md. */
export function findingsPage(phrases: ReadonlyMap<string, Text>): string {
  const words = (key: string) => (phrases.get(key)?.en ?? '').replaceAll('|', '\\|').replaceAll(/\{(\w+)\}/g, '*$1*');
  const ids = Object.keys(LEVELS).filter((id): id is FindingId => id in LEVELS);
  const rows = ids.map((id) => `| \`${id}\` | ${LEVELS[id]} | ${words(`doctor.${id}`)} | ${words(`doctor.${id}-do`)} |`.replace('|  |', '| |'));
  return `${HEAD}${rows.join('\n')}\n`;
}
