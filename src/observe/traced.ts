import { context, type Span, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';

/** Runs `work` in a span; what it throws is told by its code only. */
export async function inSpan<Answer>(
  tracer: Tracer,
  of: { readonly name: string; readonly kind: SpanKind },
  work: () => Promise<Answer>,
): Promise<Answer> {
  const span = tracer.startSpan(of.name, { kind: of.kind });
  try {
    return await context.with(trace.setSpan(context.active(), span), work);
  } catch (error) {
    failed(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** `of`, where each of its methods that a turn or a job calls is a span. What nobody traces, such as looking for work each second, is left alone. */
export function traced<Of extends object>(of: Of, system: string, tracer: Tracer): Of {
  return new Proxy(of, {
    get(target, name) {
      const found: unknown = Reflect.get(target, name, target);
      if (typeof found !== 'function' || typeof name !== 'string') return found;
      return (...asked: unknown[]): unknown => {
        const run = () => Reflect.apply(found, target, asked);
        return trace.getActiveSpan() === undefined ? run() : spanOfCall(tracer, `${system} ${name}`, run);
      };
    },
  });
}

/** Most methods answer later; those that answer at once are no span's worth. */
function spanOfCall(tracer: Tracer, name: string, run: () => unknown): unknown {
  const span = tracer.startSpan(name, { kind: SpanKind.CLIENT });
  const answer = context.with(trace.setSpan(context.active(), span), run);
  if (!(answer instanceof Promise)) return answer;
  return answer.then(
    (value: unknown) => {
      span.end();
      return value;
    },
    (error: unknown) => {
      failed(span, error);
      span.end();
      throw error;
    },
  );
}

/** What became of it, as a code: the failures of our edges have one. Words may quote somebody. */
export function codeOfFailure(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' && /^[\w-]{1,40}$/.test(code) ? code : 'fault';
}

function failed(span: Span, error: unknown): void {
  span.setAttribute('code', codeOfFailure(error));
  span.setStatus({ code: SpanStatusCode.ERROR });
}
