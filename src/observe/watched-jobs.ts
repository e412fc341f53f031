import { SpanKind, type Tracer } from '@opentelemetry/api';
import type { Jobs } from '../alert-ports.ts';
import type { Instruments } from './instruments.ts';
import { inSpan } from './traced.ts';

/** `of`, where each run of a job is counted, in a trace of its own. */
export function watchedJobs(of: Jobs, { jobs }: Instruments, tracer: Tracer): Jobs {
  return {
    ...of,
    handle(queue, work) {
      of.handle(queue, async (payload, signal) => {
        let result = 'failed';
        try {
          await inSpan(tracer, { name: `job ${queue}`, kind: SpanKind.CONSUMER }, () => work(payload, signal));
          result = 'done';
        } finally {
          jobs.add(1, { queue, result });
        }
      });
    },
  };
}
