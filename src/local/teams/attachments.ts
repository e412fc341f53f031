import type { Files } from './files.ts';
import { type Reply, refusal } from './http.ts';

/** `GET /v3/attachments/{id}` and its view `original`. */
export function attachmentRoute(files: Files, id: string, rest: readonly (string | undefined)[]): Reply {
  const file = files.find(id);
  const [views, view] = rest;
  if (file === null || (views !== undefined && views !== 'views')) return refusal(404, 'NotFound', 'The attachment was not found.');
  if (views === undefined)
    return { status: 200, body: { name: file.name, type: file.type, views: [{ viewId: 'original', size: file.bytes.length }] } };
  if (view !== 'original') return refusal(404, 'NotFound', 'The view was not found.');
  return { status: 200, body: file.bytes, headers: { 'content-type': file.type, 'content-disposition': 'attachment' } };
}
