import { pino, type Logger } from 'pino'

/** A token is part of every address of the Bot API, and so of the errors that name one. */
const TOKEN = /\d{3,20}:[\w-]{20,100}/g

export function createLog(level: string): Logger {
  return pino({ level, serializers: { err: describe } })
}

export function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: hidden(String(error)) }
  const { name, message, stack = '' } = error
  return { type: name, message: hidden(message), stack: hidden(stack) }
}

function hidden(text: string): string {
  return text.replaceAll(TOKEN, '<token>')
}
