import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, Response, Server } from 'restify';
import type { Log } from '../ports.ts';
import { answerJson, errorBody } from './answers.ts';

/** A handler of an extra route; it reads and ends the pair by itself. */
export type RouteHandler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Where routes are mounted. Paths as in find-my-way: `/a/:name`, `/a/*`. */
export interface RouteTable {
  get(path: string, handler: RouteHandler): void;
  post(path: string, handler: RouteHandler): void;
  put(path: string, handler: RouteHandler): void;
  delete(path: string, handler: RouteHandler): void;
}

/** A server's routes, without restify's types. */
export function routeTable(server: Server, log: Log): RouteTable {
  return {
    get: (path, handler) => void server.get(path, safely(handler, log)),
    post: (path, handler) => void server.post(path, safely(handler, log)),
    put: (path, handler) => void server.put(path, safely(handler, log)),
    delete: (path, handler) => void server.del(path, safely(handler, log)),
  };
}

/** A handler that never throws: restify answers an error by sending headers, and when they were sent before, that ends the process. */
export function safely(handler: (request: Request, response: Response) => void | Promise<void>, log: Log) {
  return async (request: Request, response: Response): Promise<void> => {
    try {
      await handler(request, response);
    } catch (error) {
      log.error({ err: error }, 'A request handler failed.');
      if (response.headersSent) response.destroy();
      else answerJson(response, 500, errorBody('ServiceError', 'Something went wrong here. It has been noted.'));
    }
  };
}
