import { loadSpellings } from '../../src/knowledge/spellings.ts';
import { maskIdentifiers } from '../../src/understand/mask.ts';
import { understand } from '../../src/understand/understand.ts';
import { damaged } from '../understand/damage.ts';
import { dsregcmd, HYBRID, SUITES, suiteList, suiteTable } from '../understand/outputs-device.ts';
import { curl, ipconfig } from '../understand/outputs-network.ts';
import { systeminfo } from '../understand/outputs-windows.ts';

/**
 * `npm run bench:understand`: how long one message takes to be read (and a paste to be masked): p50 and p99 of many different
 * texts in one process, of every run, and of the best of five for each text, which a busy machine hardly changes.
 */
const ROUNDS = Number(process.argv[2] ?? 400);
const TIMES = 5;
const WARM_UP = 60;
const MESSAGE = 2_000;
const PASTE = 30_000;

const lexicon = loadSpellings('knowledge');

const sentences = [
  'OneDrive on my work laptop shows 0x8004de40 since the Windows 10 update, the browser works and I am at home without VPN.',
  'Outlook keeps asking for the password, my colleagues on the same network have it too; no proxy as far as I know.',
  '会社の PC (Windows 11) で OneDrive に接続できません。エラー コードは 0x8004de88 で、ブラウザーでは使えます。',
  'パスワードを変えてから Teams にサインインできません。自宅から VPN なしで使っています。同僚には起きていません。',
];
const outputs = [
  dsregcmd(HYBRID, { auth: 'SUCCESS' }),
  suiteTable(SUITES),
  suiteList(SUITES),
  systeminfo.en('Microsoft Windows 11 Pro', '10.0.22631 N/A Build 22631'),
  systeminfo.ja('Microsoft Windows 10 Pro', '10.0.19045 N/A ビルド 19045'),
  ipconfig.en,
  ipconfig.ja,
  curl.denied,
];
const damages = [(text: string) => text, damaged.stripped, damaged.crlf, damaged.html, damaged.flat, (text: string) => damaged.wrapped(text, 60)];

interface Row {
  readonly name: string;
  readonly text: (round: number) => string;
  readonly run: (text: string) => unknown;
}

const filled = (pieces: readonly string[], first: number, size: number) => {
  let text = '';
  for (let index = first; text.length < size; index += 1) text += `${pieces[index % pieces.length]}\n`;
  return text.slice(0, size);
};
const message = (round: number) => filled(sentences, round, MESSAGE);
const paste = (round: number) => damages[round % damages.length]?.(filled(outputs, round, PASTE)).slice(0, PASTE) ?? '';

const rows: readonly Row[] = [
  { name: 'message of 2,000 characters', text: message, run: (text) => understand(text, lexicon) },
  { name: 'paste of 30 KB', text: paste, run: (text) => understand(text, lexicon) },
  { name: 'the same, masked', text: paste, run: maskIdentifiers },
];

console.log('| | p50 ms | p99 ms | p50 ms, best of five | p99 ms, best of five |\n|---|---|---|---|---|');
for (const { name, text, run } of rows) {
  for (let round = 0; round < WARM_UP; round += 1) run(text(round));
  const runs = Array.from({ length: ROUNDS }, (_, round) => Array.from({ length: TIMES }, () => timed(text(round), run)));
  const best = runs.map((times) => Math.min(...times));
  console.log(`| ${name} | ${[runs.flat(), best].flatMap((all) => [at(all, 0.5), at(all, 0.99)]).join(' | ')} |`);
}

function timed(text: string, run: (text: string) => unknown): number {
  const before = performance.now();
  run(text);
  return performance.now() - before;
}

function at(all: readonly number[], part: number): string {
  const sorted = all.toSorted((left, right) => left - right);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(2);
}
