import { describeSettings } from './settings.ts';

/** What stands around the generated table in docs/running.md. */
export const TABLE_BEGINS = '<!-- generated from src/config/settings.ts: do not edit by hand -->';
export const TABLE_ENDS = '<!-- the end of what is generated -->';

/** The settings as a Markdown table, between its two marks. */
export function settingsTable(): string {
  const rows = describeSettings().map(
    ({ name, unset, meaning, isSecret }) => `| \`${name}\` | ${unset}${unset === '' ? '' : ' '}| ${meaning}${isSecret ? '; never shown' : ''} |`,
  );
  return [TABLE_BEGINS, '', '| variable | default | meaning |', '|---|---|---|', ...rows, '', TABLE_ENDS].join('\n');
}
