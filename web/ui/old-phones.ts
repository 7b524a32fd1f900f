/** What web views of four-year-old phones lack of what the shared code calls. Must be loaded before everything else. */
const signals = AbortSignal as unknown as {
  timeout?: (ms: number) => AbortSignal
  any?: (list: AbortSignal[]) => AbortSignal
}

signals.timeout ??= (ms) => {
  const control = new AbortController()
  setTimeout(() => control.abort(), ms)
  return control.signal
}

signals.any ??= (list) => {
  const control = new AbortController()
  for (const signal of list) {
    if (signal.aborted) control.abort()
    signal.addEventListener('abort', () => control.abort())
  }
  return control.signal
}
