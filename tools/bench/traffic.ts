/** What the load generator is told, and what it answers; plain data, for it lives in another process. */

export interface Target {
  port: number
  /** Lines of every request, without the last break: `authorization: Bearer …`. */
  headers: string[]
}

/** Another time to hold and confirm; taken once. */
export interface Pick {
  location_id: number
  service_id: number
  specialist_id: number
  starts_at: string
}

export type Job = Target & { connections: number } & (
    | {
        kind: 'stream'
        seconds: number
        /** Asked in turn, over and over. */
        reads: Read[]
        picks: Pick[]
        /** Of a thousand turns, how many book instead of reading. */
        bookings: number
      }
    | {
        kind: 'race'
        /** Each on a connection of its own, all at once. */
        requests: Write[]
      }
  )

/** A path to GET, or a request with a body. */
export type Read = string | Write

export interface Write {
  path: string
  body: unknown
  headers?: string[]
}

export interface Outcome {
  /** Answers of 2xx to reads, and whole pairs of hold and confirm. */
  reads: number
  pairs: number
  /** Of the times given. */
  picks: number
  seconds: number
  /** How often each status came. */
  statuses: Record<string, number>
  bytes: number
  /** From the first request to the last answer. */
  lastMs: number
}
