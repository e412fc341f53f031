import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readBearer } from '../../src/teams/bearer.ts';
import { createSignatureCheck } from '../../src/teams/signature.ts';
import { type LocalIssuer, startIssuer } from './local-issuer.ts';

let issuer: LocalIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());

async function bearer() {
  const found = readBearer(`Bearer ${await issuer.sign({})}`);
  if (found === null) throw new Error('The issuer gave no token.');
  return found;
}

it('a well-signed token is told from one that is not, and from one by a key that nobody knows', async () => {
  const isSigned = createSignatureCheck(issuer.settings.metadataUrl);
  const good = await bearer();

  expect(await isSigned(good)).toBe(true);
  expect(await isSigned({ ...good, signed: `${good.signed}x` })).toBe(false);
  expect(await isSigned({ ...good, keyId: 'unheard-of' })).toBe(false);
});

it('keys that never come are waited for no longer than that', async () => {
  const deaf = createServer(() => undefined);
  await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
  const { port } = deaf.address() as AddressInfo;

  await expect(createSignatureCheck(`http://127.0.0.1:${port}/`, 50)(await bearer())).rejects.toThrow(/in time/);

  deaf.closeAllConnections();
  await new Promise<void>((resolve) => deaf.close(() => resolve()));
});
