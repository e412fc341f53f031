import { randomUUID } from 'node:crypto';
import type { Reply } from '../teams/http.ts';

/** An error answer as Graph writes it. */
export function graphError(status: number, code: string, message: string, at: number): Reply {
  const id = randomUUID();
  const innerError = { date: new Date(at).toISOString().slice(0, 19), 'request-id': id, 'client-request-id': id };
  return { status, body: { error: { code, message, innerError } } };
}

/** An id that this tenant cannot see: JSON inside JSON inside JSON, as it was captured from Graph. */
export function notInTenant(at: number): Reply {
  const inner = JSON.stringify({ error: `Resource doesn't exist for the tenant. ActivityId: ${randomUUID()}.` });
  return graphError(403, 'UnknownError', JSON.stringify({ code: 'forbidden', message: inner }), at);
}

/** The same status and code as of an id that cannot be seen; only the words differ. The words are ours: none were captured. */
export function noPermission(at: number): Reply {
  const inner = JSON.stringify({ error: `The application lacks the permission for this. ActivityId: ${randomUUID()}.` });
  return graphError(403, 'UnknownError', JSON.stringify({ code: 'forbidden', message: inner }), at);
}

export function noToken(at: number): Reply {
  return graphError(401, 'InvalidAuthenticationToken', 'Access token is empty or invalid.', at);
}

export const ERROR_PAGE = '<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Service unavailable</h1></body></html>';

const KNOWN = new Set(
  (
    'serviceOperational investigating restoringService verifyingService serviceRestored postIncidentReviewPublished serviceDegradation serviceInterruption ' +
    'extendedRecovery falsePositive investigationSuspended resolved mitigatedExternal mitigated resolvedExternal confirmed reported ' +
    'advisory incident microsoft thirdParty customer regular quick strategic preventOrFixIssue planForChange stayInformed normal high critical text html'
  ).split(' '),
);

const ENUMS = new Set(['status', 'classification', 'origin', 'postType', 'category', 'severity', 'contentType']);

/** Enumerations as asked for: new members only for a client that prefers them, PascalCase as in the documentation's samples. */
export function withEnums(json: unknown, wishes: { readonly unknownToo: boolean; readonly pascalCase: boolean }): unknown {
  if (Array.isArray(json)) return json.map((item) => withEnums(item, wishes));
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => {
      if (!ENUMS.has(key) || typeof value !== 'string') return [key, withEnums(value, wishes)];
      const member = wishes.unknownToo || KNOWN.has(value) ? value : 'unknownFutureValue';
      return [key, wishes.pascalCase ? member.slice(0, 1).toUpperCase() + member.slice(1) : member];
    }),
  );
}
