import type { Reply } from '../teams/http.ts';
import { graphError } from './answers.ts';

/** Somebody as Graph tells of them: fields of `user`, and of each `managedDevice`. */
export interface GraphUser {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly devices: readonly Readonly<Record<string, unknown>>[];
}

/** What is asked of a user: who they are, or what they work with; `null` when the path is of something else. */
export function userRoute(path: string): { readonly id: string; readonly collection: 'users' | 'managedDevices' } | null {
  const [, id, devices] = /^\/v1\.0\/users\/([^/]+)(\/managedDevices)?$/.exec(path) ?? [];
  return id === undefined ? null : { id: decodeURIComponent(id), collection: devices === undefined ? 'users' : 'managedDevices' };
}

/** `GET /users/{id}` and `GET /users/{id}/managedDevices`, with what `$select` names. */
export function answerUser(
  { id, collection }: NonNullable<ReturnType<typeof userRoute>>,
  users: readonly GraphUser[],
  query: URLSearchParams,
  at: number,
): Reply {
  const user = users.find((one) => one.id.toLowerCase() === id.toLowerCase());
  if (user === undefined) {
    const sentence = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
    return graphError(404, 'Request_ResourceNotFound', sentence, at);
  }
  const names = query.get('$select')?.split(',') ?? null;
  const selected = (all: Readonly<Record<string, unknown>>) =>
    names === null ? all : Object.fromEntries(names.map((name) => [name, all[name] ?? null]));
  return { status: 200, body: collection === 'users' ? selected(user.fields) : { value: user.devices.map(selected) } };
}

/** How Graph says that the application has not the permission to read the directory; device management says it in the same words. */
export function insufficient(at: number): Reply {
  return graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.', at);
}
