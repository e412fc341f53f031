import { z } from 'zod';

/** What an unverified token claims about itself. Only ever used to refuse; the SDK verifies the signature. */
export interface Claimed {
  readonly algorithm: string;
  readonly issuer: string;
}

const BEARER = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/;
const header = z.object({ alg: z.string(), kid: z.string().min(1) });
const payload = z.object({ iss: z.string() });

/** Reads the claims of a bearer header; `null` when it is not one three-part token with a key id. */
export function readBearer(authorization: string): Claimed | null {
  const parts = BEARER.exec(authorization);
  const head = header.safeParse(decode(parts?.[1]));
  const body = payload.safeParse(decode(parts?.[2]));
  return head.success && body.success ? { algorithm: head.data.alg, issuer: body.data.iss } : null;
}

function decode(part: string | undefined): unknown {
  if (part === undefined) return null;
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    // Anybody may send anything here; what is no JSON is no token.
    return null;
  }
}
