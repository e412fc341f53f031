import { z } from 'zod';

/** A bearer token taken apart and not verified: good for refusing, never for letting in. */
export interface Bearer {
  readonly algorithm: string;
  readonly keyId: string;
  readonly issuer: string;
  /** The end of its life, in seconds since 1970. */
  readonly endsAt: number;
  readonly signed: string;
  readonly signature: string;
}

const BEARER = /^Bearer (([\w-]+)\.([\w-]+))\.([\w-]+)$/;
const header = z.object({ alg: z.string(), kid: z.string().min(1) });
const payload = z.object({ iss: z.string(), exp: z.number() });

/** Takes an `Authorization` header apart; `null` when it is not one three-part token with a key id and an end. */
export function readBearer(authorization: string): Bearer | null {
  const [, signed = '', head = '', body = '', signature = ''] = BEARER.exec(authorization) ?? [];
  const said = header.safeParse(decode(head));
  const claimed = payload.safeParse(decode(body));
  if (!said.success || !claimed.success) return null;
  return { algorithm: said.data.alg, keyId: said.data.kid, issuer: claimed.data.iss, endsAt: claimed.data.exp, signed, signature };
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    // Anybody may send anything here; what is no JSON is no token.
    return null;
  }
}
