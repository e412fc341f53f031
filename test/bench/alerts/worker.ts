import { setTimeout as sleepFor } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { alertRenderer } from '../../../src/alerts/render.ts';
import { runAlerts } from '../../../src/alerts/run.ts';
import { createRenderer } from '../../../src/cards/render.ts';
import { CARDS_FOLDER, knowledgeFolders } from '../../../src/config.ts';
import { readKnowledge } from '../../../src/knowledge/read-knowledge.ts';
import { openStorage } from '../../../src/storage/open-storage.ts';
import { createConnector } from '../../../src/teams/connector.ts';

/** One process that plans and sends alerts, as the program does, with limits of its own. Ends only when it is killed. */
const { values } = parseArgs({ options: { database: { type: 'string' }, rate: { type: 'string' }, burst: { type: 'string' } } });
const quiet = { info() {}, warn() {}, error() {} };
const storage = await openStorage({ databaseUrl: values.database ?? '', folder: '' }, quiet);
const { knowledge } = readKnowledge(knowledgeFolders({}));
const renderer = createRenderer(knowledge, CARDS_FOLDER, { defaultTimeZone: 'UTC' });
const connector = createConnector({ credentials: null, allowedServiceHosts: [] });
const sleep = async (ms: number, signal: AbortSignal) => {
  await sleepFor(ms, undefined, { signal }).catch(() => undefined);
};
const alerts = runAlerts({
  jobs: storage.jobs,
  store: storage.alerts,
  planner: { store: storage.alerts, ground: () => ({ knowledge, quiet: 'none', defaultTimeZone: 'UTC' }), now: Date.now, log: quiet },
  sender: {
    store: storage.alerts,
    messenger: connector,
    opener: connector,
    render: alertRenderer(() => renderer, 'en'),
    quiet: 'none',
    defaultTimeZone: 'UTC',
    limits: { leaseMs: 5_000, perSecond: Number(values.rate), burst: Number(values.burst) },
    mostInFlight: 64,
    now: Date.now,
    sleep,
    jitter: Math.random,
    log: quiet,
  },
  report: async () => undefined,
  now: Date.now,
  log: quiet,
});
await storage.jobs.start();
await alerts.hasten();
process.stdout.write('ready\n');
