/** Works on the queue `long` of the database of its first argument and never comes to an end; says the payload of what it begins. */
import { createJobs } from '../../../src/storage/jobs.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const jobs = createJobs({ kind: 'postgres', url: process.argv[2] ?? '' }, silent);
jobs.handle('long', async (payload) => {
  process.stdout.write(`${JSON.stringify(payload)}\n`);
  await new Promise(() => setInterval(() => undefined, 1000));
});
await jobs.start();
