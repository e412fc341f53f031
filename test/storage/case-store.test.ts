import { createCaseStore } from '../../src/storage/case-store.ts';
import { keepsTheContractOfCases } from '../contracts/case-store.ts';
import { emptyDatabase } from './databases.ts';

for (const kind of ['postgres', 'pglite'] as const) {
  keepsTheContractOfCases(`on ${kind}`, async () => {
    const { database, end } = await emptyDatabase(kind);
    return { store: createCaseStore(database), end };
  });
}
