/** Reads the Graph at its second argument into the database at its first, again and again, saying how each reading went. */
import { createSync } from '../../../src/advisories/sync.ts';
import { createAdvisorySource } from '../../../src/graph/advisory-source.ts';
import { createGraphClient } from '../../../src/graph/client.ts';
import { createCredential } from '../../../src/graph/credential.ts';
import { createAdvisoryStore } from '../../../src/storage/advisory-store.ts';
import { openPostgres } from '../../../src/storage/postgres.ts';

const [url = '', graphOrigin = '', token = ''] = process.argv.slice(2);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const budget = { takeGraphRequest: async () => 0, restGraph: async () => undefined };
const client = createGraphClient({ credential: createCredential({ kind: 'fixed', token }), graphOrigin, budget, now: Date.now });
const store = createAdvisoryStore(openPostgres(url, { connections: 2 }));
const sync = createSync({ source: createAdvisorySource({ client, log }), store, now: Date.now, log });
for (;;) {
  const { issues } = await sync.sync(new AbortController().signal, { isThorough: true });
  process.stdout.write(`${issues}\n`);
}
