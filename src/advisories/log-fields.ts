/** A failure for the log: which one, never what was sent. What is no failure of an edge may quote what it stumbled over, and is named only. */
export function fieldsOf(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { reason: String(error) };
  const more = ['code', 'status', 'retryAfterMs'].flatMap((name) => (name in error ? [[name, Reflect.get(error, name)]] : []));
  return { reason: 'retryable' in error ? error.message : error.name, ...Object.fromEntries(more) };
}

/** The stable code of a failure, of whichever edge it is; `null` when it has none. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
