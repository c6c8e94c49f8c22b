/**
 * Work that ends with `signal` or after `ms`, whichever is first. Not `AbortSignal.any` over `AbortSignal.timeout`: what `any` joins
 * it holds weakly, so the garbage collector takes the timeout away and the deadline never comes (Node 20).
 */
export async function within<T>(
  ms: number,
  signal: AbortSignal,
  work: (deadline: AbortSignal) => Promise<T>,
): Promise<T> {
  const both = new AbortController()
  const pass = () => both.abort(signal.reason)
  const late = () => both.abort(new DOMException('the deadline has passed', 'TimeoutError'))
  if (signal.aborted) pass()
  signal.addEventListener('abort', pass)
  const timer = setTimeout(late, ms)
  try {
    return await work(both.signal)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', pass)
  }
}
