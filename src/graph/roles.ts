import { z } from 'zod';

const claims = z.object({ roles: z.array(z.string()).default([]) });

/** The application permissions in a token of Entra's; `null` when it does not show what is in it. Nothing is decided by this but what is told. */
export function rolesIn(token: string): readonly string[] | null {
  const [, payload, signature] = token.split('.');
  if (payload === undefined || signature === undefined) return null;
  try {
    return claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).roles;
  } catch {
    // Opaque, as the token of a stand-in is.
    return null;
  }
}
