/** The network as the panel sees it. */
export interface Reach {
  fetch: typeof fetch
  isOnline: boolean
  /** Something has been on its way for longer than a second. */
  isSlow: boolean
}

const PATIENCE = 20_000
const AGAIN = 3_000
const SLOW = 1_000

/**
 * Sends what the SDK sends, for as long as it takes: without a connection nothing is lost, the same request with the same
 * Idempotency-Key goes out again until it is answered or given up by its caller.
 */
export function createReach(changed: () => void): Reach {
  let underWay = 0
  const reach: Reach = { fetch: send, isOnline: true, isSlow: false }

  function set(part: Partial<Reach>): void {
    const before = `${reach.isOnline} ${reach.isSlow}`
    Object.assign(reach, part)
    if (before !== `${reach.isOnline} ${reach.isSlow}`) changed()
  }

  async function send(...[input, init = {}]: Parameters<typeof fetch>): Promise<Response> {
    const isStream = addressOf(input).includes('/v1/events')
    if (isStream) return fetch(input, init)
    const timer = setTimeout(() => {
      set({ isSlow: true })
    }, SLOW)
    underWay++
    try {
      return await sendUntilAnswered(input, init)
    } finally {
      clearTimeout(timer)
      underWay--
      if (underWay === 0) set({ isSlow: false })
    }
  }

  async function sendUntilAnswered(input: RequestInfo | URL, init: RequestInit): Promise<Response> {
    for (;;) {
      const patience = AbortSignal.timeout(PATIENCE)
      const signal = init.signal ? AbortSignal.any([init.signal, patience]) : patience
      try {
        const response = await fetch(input, { ...init, signal })
        // The answer is read here too, within the same patience.
        const body = response.status === 204 ? null : await response.blob()
        set({ isOnline: true })
        return new Response(body, response)
      } catch (error) {
        if (init.signal?.aborted) throw error
        set({ isOnline: false })
        await pause(init.signal)
      }
    }
  }

  return reach
}

/** Until the browser says that it is back, or for a moment: it does not always know. */
function pause(signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      resolve()
    }
    const timer = setTimeout(end, AGAIN)
    addEventListener('online', end)
    signal?.addEventListener('abort', end, { once: true })
  })
}

export function addressOf(input: RequestInfo | URL): string {
  return input instanceof Request ? input.url : input.toString()
}
