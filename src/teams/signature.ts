import { verify } from 'node:crypto';
// Not part of the SDK's index, but the one way to its key cache, so that the keys are fetched once. The SDK is archived and pinned.
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import type { Bearer } from './bearer.ts';

const DIGESTS: Readonly<Record<string, string>> = { RS256: 'sha256', RS384: 'sha384', RS512: 'sha512' };

/** Whether the algorithm is one the channel uses: an RSA signature, never `none` and never a shared secret. */
export function isSigningAlgorithm(algorithm: string): boolean {
  return Object.hasOwn(DIGESTS, algorithm);
}

/** The SDK itself would wait for ever. */
const TIMEOUT_MS = 10_000;

/** Checks a token's signature with the keys of these metadata. Rejects when the keys cannot be had, or not in time. */
export type CheckSignature = (bearer: Bearer) => Promise<boolean>;

/**
 * The SDK verifies everything again. It is done before, because the SDK writes several lines with the public key to the console for every
 * bad signature, and any stranger could fill the log with them.
 */
export function createSignatureCheck(metadataUrl: string, timeoutMs = TIMEOUT_MS): CheckSignature {
  const { openIdMetadata } = new JwtTokenExtractor({}, metadataUrl, []);

  return async ({ algorithm, keyId, signed, signature }) => {
    const found = await within(timeoutMs, openIdMetadata.getKey(keyId));
    return found !== null && verify(DIGESTS[algorithm], Buffer.from(signed), found.key, Buffer.from(signature, 'base64url'));
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('The keys of the Bot Framework did not come in time.')), ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
