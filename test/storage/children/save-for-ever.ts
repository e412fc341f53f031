/** Opens the storage in the folder of its first argument and saves turn after turn, saying the revision of each once it is saved. */
import { openStorage } from '../../../src/storage/open-storage.ts';
import { post, somebody, state, turnOf } from '../turns.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const storage = await openStorage({ databaseUrl: null, folder: process.argv[2] ?? '' }, silent);
const who = somebody();
let { revision } = await storage.turns.load(who.key, '');
for (;;) {
  const turn = turnOf(who, {
    revision,
    inputId: `input ${revision + 1}`,
    person: { ...state, puzzled: revision + 1 },
    outbox: [post(`message ${revision + 1}`)],
  });
  const saved = await storage.turns.save(turn);
  if (saved.kind !== 'saved') throw new Error(`The save answered ${saved.kind}.`);
  revision += 1;
  process.stdout.write(`${revision}\n`);
  await new Promise((resolve) => setImmediate(resolve));
}
