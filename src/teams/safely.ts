import type { Request, Response } from 'restify';
import type { Log } from '../ports.ts';
import { answerJson, errorBody } from './answers.ts';

/** A handler that never throws: restify answers an error by sending headers, and when they were sent before, that ends the process. */
export function safely(handler: (request: Request, response: Response) => void | Promise<void>, log: Log) {
  return async (request: Request, response: Response): Promise<void> => {
    try {
      await handler(request, response);
    } catch (error) {
      log.error({ error }, 'A request handler failed.');
      if (response.headersSent) response.destroy();
      else answerJson(response, 500, errorBody('ServiceError', 'Something went wrong here. It has been noted.'));
    }
  };
}
