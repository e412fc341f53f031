import type { Finding } from '../doctor/finding.ts';
import { isSick } from '../doctor/finding.ts';
import type { View } from '../views.ts';
import { escapeMarkdown } from './markdown.ts';
import type { Presented } from './presented.ts';
import type { Words } from './words.ts';

/** What the doctor found: what is wrong, each with what to do; of the rest only how much it is, and the versions. */
export function presentDoctor(view: Extract<View, { kind: 'doctor' }>, words: Words): Presented {
  const { findings, isUnasked } = view;
  const told = [...findings.filter(({ level }) => level === 'fault'), ...findings.filter(({ level }) => level === 'warning')];
  const notes = findings.filter(({ level }) => level === 'note');
  const fine = `${findings.length - told.length - notes.length}`;
  const versions = findings.filter(({ id }) => id === 'versions').map((one) => words.say('doctor.versions', one.with));
  const title = words.label(isUnasked ? 'doctor.title-unasked' : 'doctor.title');
  const count = isUnasked ? [] : [words.say(isSick(findings) ? 'doctor.fine' : 'doctor.well', { count: fine })];
  return {
    template: 'choice',
    summary: told[0] === undefined ? title : sentenceOf(told[0], words),
    data: {
      title,
      texts: count,
      remark: versions.join(' '),
      points: [...told, ...notes].map((one) => ({ text: escapeMarkdown(lineOf(one, words)) })),
      rows: [],
      links: [],
      buttons: [],
    },
  };
}

/** A finding in a line: how much it matters, what it is, what to do. */
export function lineOf(finding: Finding, words: Words): string {
  const level = words.label(`doctor.level-${finding.level}`);
  const todo = finding.level === 'ok' ? '' : ` ${words.label(`doctor.${finding.id}-do`, finding.with)}`;
  return `${level}: ${sentenceOf(finding, words)}${todo}`;
}

function sentenceOf(finding: Finding, words: Words): string {
  return words.label(`doctor.${finding.id}`, finding.with);
}
