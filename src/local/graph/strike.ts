import type { ServerResponse } from 'node:http';
import { type Reply, send } from '../teams/http.ts';
import { ERROR_PAGE, graphError, noPermission } from './answers.ts';
import type { GraphFault } from './faults.ts';

/** Writes the answer of `reply`, or what the fault makes of it. */
export function strike(fault: GraphFault | null, response: ServerResponse, at: number, reply: () => Reply): void {
  switch (fault?.kind) {
    case 'hang':
      return;
    case 'drop':
      response.destroy();
      return;
    case 'half':
      sendHalf(response, JSON.stringify(reply().body));
      return;
    case 'html':
      sendText(response, 200, 'text/html', ERROR_PAGE);
      return;
    case 'broken-json':
      sendText(response, 200, 'application/json', JSON.stringify(reply().body).slice(0, -7));
      return;
    case 'throttle':
      send(response, throttled(fault, at));
      return;
    case 'no-permission':
      send(response, noPermission(at));
      return;
    case 'failing':
      sendFailure(response, fault, at);
      return;
    default:
      // The other faults are in the answer itself.
      send(response, reply());
  }
}

function throttled(fault: Extract<GraphFault, { kind: 'throttle' }>, at: number): Reply {
  const refused = graphError(429, 'TooManyRequests', 'Too many requests.', at);
  if (fault.retryAfterSeconds === null) return refused;
  const theirNow = at + fault.clockOffsetMs;
  const until = new Date(theirNow + fault.retryAfterSeconds * 1000).toUTCString();
  return { ...refused, headers: { date: new Date(theirNow).toUTCString(), 'retry-after': fault.asDate ? until : String(fault.retryAfterSeconds) } };
}

function sendFailure(response: ServerResponse, fault: Extract<GraphFault, { kind: 'failing' }>, at: number): void {
  if (fault.body === 'graph') send(response, graphError(fault.status, 'ServiceUnavailable', 'The service is unavailable.', at));
  else sendText(response, fault.status, 'text/html', fault.body === 'html' ? ERROR_PAGE : '');
}

function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

/** Promises the whole and breaks off in the middle. */
function sendHalf(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
}
