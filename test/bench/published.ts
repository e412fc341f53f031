import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freshDatabase } from '../postgres.ts';
import { startProgram } from '../program.ts';

/** `npm run bench:published`: how long after Microsoft publishes an advisory Kiku has stored it, with nothing but its own polling; `-- 20` for more of them. */
const COUNT = Number(process.argv[2] ?? 12);
/** So that publications fall on all moments of a minute. */
const APART_MS = 13_700;
const PATIENCE_MS = 120_000;

const folder = await mkdtemp(join(tmpdir(), 'kiku-published-'));
const database = await freshDatabase();
const program = await startProgram({ DATA_DIR: folder, DATABASE_URL: database.url });
const pool = new pg.Pool({ connectionString: database.url });

try {
  const graph = /Graph\s+stood in for on this machine \((http:[^)]+)\)/.exec(program.output().stdout)?.[1] ?? '';
  const waits: Promise<number>[] = [];
  for (let index = 0; index < COUNT; index += 1) {
    waits.push(publishedToStored(graph, `Users cannot open OneDrive for Business, case ${index}`));
    await sleep(APART_MS);
  }
  const seconds = (await Promise.all(waits)).map((ms) => ms / 1000).sort((left, right) => left - right);
  const at = (part: number) => (seconds[Math.floor((seconds.length - 1) * part)] ?? Number.NaN).toFixed(1);
  process.stdout.write(`published to stored, ${seconds.length} advisories: median ${at(0.5)} s, worst ${at(1)} s\n`);
} finally {
  await pool.end();
  await program.end();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
}

/** Straight to the Graph server: the page would ask Kiku to read at once. */
async function publishedToStored(graph: string, title: string): Promise<number> {
  const began = Date.now();
  const response = await fetch(`${graph}/local/advisories`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ service: 'OneDrive for Business', title, impact: title }),
  });
  if (!response.ok) throw new Error(`The Graph server answered ${response.status}: ${await response.text()}`);
  while (Date.now() - began < PATIENCE_MS) {
    const { rows } = await pool.query("select 1 from kiku.advisory where content ->> 'title' = $1", [title]);
    if (rows.length > 0) return Date.now() - began;
    await sleep(200);
  }
  throw new Error('An advisory was not stored in time.');
}
