import type { IncomingMessage } from 'node:http'

/** The name in small letters, as Node keeps them: ctx.get makes them small anew with every question, and that is felt. */
export function header(request: IncomingMessage, name: Lowercase<string>): string {
  const value = request.headers[name]
  return typeof value === 'string' ? value : ''
}
