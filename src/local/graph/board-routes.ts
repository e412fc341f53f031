import { ZodError, z } from 'zod';
import type { Reply } from '../teams/http.ts';
import type { Board } from './board.ts';
import type { GraphFaults } from './faults.ts';

/** What the page asks of this server; `body` is read JSON, `undefined` when there was none. */
export interface BoardRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/**
 * The page's routes, or `null` when the path is none of them. `/local/advisories`: GET lists, POST publishes; with an id PATCH
 * changes, DELETE removes. `/local/graph-faults`: GET lists, POST injects, DELETE clears.
 */
export function answerBoard(request: BoardRequest, board: Board, faults: GraphFaults): Reply | null {
  const [, area, id] = /^\/local\/(advisories|graph-faults)(?:\/([A-Z]{2}\d{5,8}))?$/.exec(request.path) ?? [];
  if (area === undefined) return null;
  try {
    return area === 'advisories' ? onBoard(request, id ?? null, board) : onFaults(request, faults);
  } catch (error) {
    if (error instanceof ZodError) return { status: 400, body: { error: z.prettifyError(error) } };
    throw error;
  }
}

function onBoard(request: BoardRequest, id: string | null, board: Board): Reply {
  if (id === null && request.method === 'GET') return { status: 200, body: { advisories: board.list() } };
  if (id === null && request.method === 'POST') return { status: 201, body: board.publish(request.body) };
  if (id !== null && request.method === 'PATCH') {
    const changed = board.change(id, request.body);
    return changed === null ? { status: 404, body: { error: `There is no ${id}.` } } : { status: 200, body: changed };
  }
  if (id !== null && request.method === 'DELETE') return board.remove(id) ? { status: 204 } : { status: 404, body: { error: `There is no ${id}.` } };
  return { status: 405, body: { error: `${request.method} is not possible here.` } };
}

function onFaults(request: BoardRequest, faults: GraphFaults): Reply {
  if (request.method === 'POST') faults.inject(request.body);
  else if (request.method === 'DELETE') faults.clear();
  else if (request.method !== 'GET') return { status: 405, body: { error: `${request.method} is not possible here.` } };
  return { status: 200, body: { faults: faults.list() } };
}
