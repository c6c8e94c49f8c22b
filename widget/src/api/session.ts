import type { SessionStore } from '@zapis/sdk'

type Tokens = Awaited<ReturnType<SessionStore['load']>>

/** Who is signed in at a clinic: kept in the browser, seen by every element and tab of the site. */
export interface Session extends SessionStore {
  isSignedIn(): boolean
  /** Ends what a sign-in began; `listener` hears of sign-ins and sign-outs. Returns how to leave. */
  join(listener: () => void): () => void
}

export function createSession(name: string): Session {
  const listeners = new Set<() => void>()
  // A browser that keeps nothing keeps somebody signed in for as long as the page lives.
  let memory: string | null = null
  const read = () => {
    try {
      return localStorage.getItem(name) ?? memory
    } catch {
      return memory
    }
  }
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const heard = ({ key }: StorageEvent) => {
    if (key === name || key === null) tell()
  }
  return {
    load: () => parse(read()),
    save(tokens) {
      const before = read() !== null
      memory = tokens ? JSON.stringify(tokens) : null
      try {
        if (memory === null) localStorage.removeItem(name)
        else localStorage.setItem(name, memory)
      } catch {
        // Private windows and full disks: the page's own memory has it.
      }
      // A renewed token is the same person.
      if (before !== (memory !== null)) tell()
    },
    isSignedIn: () => read() !== null,
    join(listener) {
      if (listeners.size === 0) addEventListener('storage', heard)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) removeEventListener('storage', heard)
      }
    },
  }
}

function parse(text: string | null): Tokens {
  try {
    // We wrote it; what somebody else has put there is refused by the server.
    return text === null ? null : (JSON.parse(text) as Tokens)
  } catch {
    return null
  }
}
