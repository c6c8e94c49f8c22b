import { pino, type Logger } from 'pino'

/** Just below what one write takes at most. */
const LOG_BYTES = 16_000
const LOG_MS = 200

/**
 * One JSON line an event, on the standard error. Lines are gathered: a system call for each would cost more than making it.
 * What a crash leaves is written on the way out.
 */
export function createLogger(level: string): Logger {
  const output = pino.destination({ dest: 2, sync: false, minLength: LOG_BYTES })
  setInterval(() => output.flush(), LOG_MS).unref()
  return pino({ level, base: null, serializers: { err: errorLine } }, output)
}

/** What mends it, and nothing else: a database error's DETAIL quotes people's rows, and its other members quote the connection. */
export function errorLine(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack } = error
  const members = Object.fromEntries(
    ['code', 'constraint', 'table', 'routine'].flatMap((key) => {
      const value: unknown = Reflect.get(error, key)
      return typeof value === 'string' ? [[key, value]] : []
    }),
  )
  return {
    name,
    message,
    ...members,
    stack,
    ...(error.cause === undefined ? {} : { cause: errorLine(error.cause) }),
  }
}
