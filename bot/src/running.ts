import type { IncomingMessage, ServerResponse } from 'node:http'

/** A bot at work. */
export interface Running {
  stop(): Promise<void>
}

/** A bot to which its messenger brings updates. */
export interface Route extends Running {
  path: string
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
}
