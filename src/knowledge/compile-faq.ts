import type { FaqContent } from './content.ts';
import type { RawFaq } from './faq-shape.ts';
import type { Report } from './faults.ts';
import { type Known, namesExist } from './known.ts';
import type { Entry } from './read-shape.ts';

/** What is typed somewhere: it belongs into a step, which has a guard. */
const COMMAND =
  /\b(?:reg(?:\.exe)? (?:add|delete|import|export|query)|regedit|netsh|dsregcmd|gpupdate|gpresult|ipconfig|inetcpl\.cpl|msiexec|wusa|schtasks|psexec)\b|\b(?:Enable|Disable|Set|New|Remove|Get)-[A-Z][A-Za-z]+|onedrive\.exe|\/(?:reset|leave|join|forcerecovery)\b/i;

/** The questions with their answers; what is wrong with one is reported. */
export function compileFaq(entries: readonly Entry<RawFaq>[], known: Known, report: Report): ReadonlyMap<string, FaqContent> {
  for (const entry of entries) checkEntry(entry, known, report);
  return new Map(
    entries.map(({ id, value: { question, answer, facts = [], departs, sources } }) => [
      id,
      { id, question, answer, facts, departs: departs ?? null, sources },
    ]),
  );
}

function checkEntry({ value, page, path }: Entry<RawFaq>, known: Known, report: Report): void {
  namesExist(value.sources, known.sources, 'source', 'sources.yaml', report, page, [...path, 'sources']);
  for (const language of ['en', 'ja'] as const) {
    const said = [value.answer, ...(value.facts ?? []).flatMap(({ label, value: text }) => [label, text])].map((text) => text[language]).join('\n');
    const command = COMMAND.exec(said)?.[0];
    if (command !== undefined)
      report(page, [...path, 'answer', language], `the answer has a command ("${command}")`, 'point to the step in words; a step has a guard');
  }
  if (value.departs === undefined) return;
  const named = value.sources.filter((source) => value.departs?.en.includes(source) && value.departs.ja.includes(source));
  if (named.length < 2)
    report(page, [...path, 'departs'], '"departs" names fewer than two of the sources', 'name both sides by their ids, and list them in sources');
}
