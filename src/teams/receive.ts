import type { Activity, CloudAdapter } from 'botbuilder';
import type { Request, Response } from 'restify';
import type { Log } from '../ports.ts';
import { readActivity } from './activity.ts';
import { answerEarly, answerEmpty, answerJson, errorBody } from './answers.ts';
import { type BodyLimits, readJson, refuseByHeaders, type Unreadable } from './body.ts';
import type { Bot } from './bot.ts';
import type { Guarded } from './guard.ts';
import { invokeRefusal } from './invoke.ts';
import { Refused } from './refused.ts';

type Posted = Activity & Record<string, unknown>;

export interface ReceiverParts {
  readonly guard: Guarded;
  readonly adapter: CloudAdapter;
  readonly bot: Bot;
  readonly limits: BodyLimits;
  readonly log: Log;
  readonly now: () => number;
}

/** Takes `POST /api/messages`: headers, body, sender, meaning, in this order; only what passed all four reaches the adapter and the bot. */
export function createReceiver({ guard, adapter, bot, limits, log, now }: ReceiverParts): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    const authorization = request.headers.authorization ?? '';
    const forbidden = refuseByHeaders(request, limits);
    if (forbidden !== null) return unread(request, response, forbidden);
    const early = await refusal(() => guard.checkHeader(authorization));
    if (early !== null) return unauthorised(request, response, early);

    const body = await readJson(request, limits);
    if (body.kind === 'unreadable') return unread(request, response, body);
    if (!isActivity(body.value))
      return answerJson(response, 400, errorBody('BadSyntax', 'The body is not an activity: an object with a type was expected.'));
    const activity = body.value;
    const refused = await refusal(() => guard.authenticateRequest(activity, authorization));
    if (refused !== null) return unauthorised(request, response, refused);

    await understood(activity, request, response);
  };

  async function understood(activity: Posted, request: Request, response: Response): Promise<void> {
    const reading = readActivity(activity.type, activity, now());
    switch (reading.kind) {
      case 'turn': {
        const asked = { method: 'POST', headers: { authorization: request.headers.authorization ?? '' }, body: activity };
        return adapter.process(asked, response, (context) => bot(context, reading.incoming));
      }
      case 'nothing':
        return answerEmpty(response, 200);
      case 'unknown-invoke':
        return answerEmpty(response, 501);
      case 'malformed':
        return answerJson(response, 400, reading.isInvoke ? invokeRefusal(reading.sentence) : errorBody('BadArgument', reading.sentence));
    }
  }

  function unread(request: Request, response: Response, { status, sentence }: Unreadable): void {
    log.info({ status }, 'A request was refused unread.');
    answerEarly(request, response, status, errorBody(status === 413 ? 'MessageSizeTooBig' : 'BadSyntax', sentence));
  }

  function unauthorised(request: Request, response: Response, refused: Refused): void {
    log.warn({ reason: refused.reason, cause: nameOf(refused.cause) }, 'A request was not let in.');
    answerEarly(request, response, 401, errorBody('Unauthorized', refused.message));
  }
}

async function refusal(check: () => Promise<unknown>): Promise<Refused | null> {
  try {
    await check();
    return null;
  } catch (error) {
    // Whatever goes wrong while finding out who it is: they are not let in.
    return error instanceof Refused ? error : new Refused('unverified', error);
  }
}

function isActivity(value: unknown): value is Posted {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && 'type' in value && typeof value.type === 'string' && value.type !== ''
  );
}

/** The kind of a foreign error; its message may quote the token. */
function nameOf(cause: unknown): string | null {
  return cause instanceof Error ? cause.name : null;
}
