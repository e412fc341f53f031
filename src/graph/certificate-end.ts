import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ExpirySeen } from '../doctor-ports.ts';

/** When the first certificate in a PEM file ends: Entra is shown that one. */
export async function certificateEnd(path: string): Promise<ExpirySeen> {
  try {
    const [pem] = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(await readFile(path, 'utf8')) ?? [];
    return pem === undefined ? { kind: 'unknown', what: 'certificate' } : { kind: 'ends', what: 'certificate', at: endOf(pem) };
  } catch {
    // Not there any more, or no certificate: then there is no token either, and that is told.
    return { kind: 'unknown', what: 'certificate' };
  }
}

function endOf(pem: string): number {
  return Date.parse(new X509Certificate(pem).validTo);
}
