import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { certificateEnd } from '../../src/graph/certificate-end.ts';
import { makeCertificate } from './made-certificate.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiku-certificate-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function endOf(text: string) {
  const path = join(folder, 'bot.pem');
  await writeFile(path, text);
  return certificateEnd(path);
}

it.each(['2020-02-29T12:00:00Z', '2027-01-01T00:00:00Z'])('a certificate that ends at %s says so', async (end) => {
  const pem = makeCertificate(Date.parse(end));

  expect(new X509Certificate(pem.slice(pem.indexOf('-----BEGIN CERT'))).subject).toBe('CN=kiku');
  expect(await endOf(pem)).toEqual({ kind: 'ends', what: 'certificate', at: Date.parse(end) });
});

it('of a chain the first counts', async () => {
  const [first, second] = [Date.parse('2027-01-01T00:00:00Z'), Date.parse('2030-01-01T00:00:00Z')];

  expect(await endOf(makeCertificate(first) + makeCertificate(second))).toMatchObject({ at: first });
});

it.each([
  ['a file without a certificate', 'hello'],
  ['a certificate that is none', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
])('%s leaves it unknown', async (_name, text) => {
  expect(await endOf(text)).toEqual({ kind: 'unknown', what: 'certificate' });
});

it('a file that is gone leaves it unknown', async () => {
  expect(await certificateEnd(join(folder, 'nothing.pem'))).toEqual({ kind: 'unknown', what: 'certificate' });
});
