import { SpanKind, type Tracer, trace } from '@opentelemetry/api';
import type { Messenger } from '../messenger-ports.ts';
import type { Instruments } from './instruments.ts';
import { codeOfFailure, inSpan } from './traced.ts';

/** `of`, where what it sends is counted and timed, and is a span where a turn or a job sends it. */
export function watchedMessenger<Of extends Messenger>(of: Of, { sends, sending }: Instruments, tracer: Tracer, clock: () => number): Of {
  async function watched<Answer>(kind: 'post' | 'replace', send: () => Promise<Answer>): Promise<Answer> {
    const begun = clock();
    let status = 'ok';
    try {
      return await (trace.getActiveSpan() === undefined ? send() : inSpan(tracer, { name: `teams ${kind}`, kind: SpanKind.CLIENT }, send));
    } catch (error) {
      status = codeOfFailure(error);
      throw error;
    } finally {
      sends.add(1, { status, kind });
      sending.record((clock() - begun) / 1000, { kind });
    }
  }
  return {
    ...of,
    post: (address, message) => watched('post', () => of.post(address, message)),
    replace: (address, activity, message) => watched('replace', () => of.replace(address, activity, message)),
  };
}
