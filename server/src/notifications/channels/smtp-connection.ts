import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js'
import { parseConnectionUrl } from 'nodemailer/lib/shared/index.js'

export interface Sendable {
  envelope: { from: string; to: string[] }
  /** The whole message (RFC 5322). */
  raw: Buffer
}

export interface SmtpConnection {
  readonly sent: number
  readonly isOpen: boolean
  send(message: Sendable, signal: AbortSignal): Promise<void>
  close(): void
}

/** Of SMTP, or of the way to it. */
export class SmtpTrouble extends Error {
  override readonly name = 'SmtpTrouble'
  /** The server’s own words quote the address, so only its codes are kept. */
  readonly status: number | undefined
  /** RFC 3463, `5.1.1`. */
  readonly enhanced: string | undefined
  readonly code: string
  /** The connection was lost after the message had begun to leave. */
  readonly isUncertain: boolean
  constructor(error: unknown, isUncertain: boolean) {
    const { code, responseCode, response } = error as {
      code?: string
      responseCode?: number
      response?: string
    }
    super(`e-mail was not sent: ${[code ?? 'unknown', responseCode ?? ''].join(' ').trim()}`)
    this.code = code ?? 'unknown'
    this.status = responseCode
    this.enhanced = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1]
    this.isUncertain = isUncertain && responseCode === undefined
  }
}

const CONNECT_MS = 5_000
/** Also how long an idle connection is kept. */
const SILENCE_MS = 10_000

/** Open and signed in. nodemailer speaks; its own pool is not used, which sends again by itself what may have arrived. */
export async function openSmtp(url: string, signal: AbortSignal): Promise<SmtpConnection> {
  const options = parseConnectionUrl(url)
  const connection = new SMTPConnection({
    ...options,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  })
  let isOpen = true
  let sent = 0
  const close = () => {
    isOpen = false
    connection.close()
  }
  // Who waits for something hears of it; while nobody waits, it is only closed.
  connection.on('error', () => (isOpen = false))
  connection.on('end', () => (isOpen = false))
  const done = (ask: (callback: (error?: Error | null) => void) => void, abort: AbortSignal) =>
    settled(connection, ask, abort).catch((error: unknown) => {
      close()
      throw error
    })
  try {
    await done((callback) => connection.connect(callback), signal)
    const { auth } = options
    if (auth && 'pass' in auth) {
      const credentials = { user: auth.user, pass: auth.pass }
      await done((callback) => connection.login({ credentials }, callback), signal)
    }
  } catch (error) {
    throw new SmtpTrouble(error, false)
  }
  return {
    get sent() {
      return sent
    },
    get isOpen() {
      return isOpen
    },
    async send({ envelope, raw }, abort) {
      let hasBegun = false
      // Read when the server has said that it listens, not before.
      const body = new Readable({
        read() {
          hasBegun = true
          this.push(raw)
          this.push(null)
        },
      })
      try {
        await done((callback) => connection.send(envelope, body, callback), abort)
        sent++
      } catch (error) {
        throw new SmtpTrouble(error, hasBegun)
      }
    },
    close() {
      if (isOpen) connection.quit()
      isOpen = false
    },
  }
}

/** What was asked is answered, or the connection ends, or nobody waits any more. */
function settled(
  connection: SMTPConnection,
  ask: (callback: (error?: Error | null) => void) => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (error?: unknown) => {
      connection.off('error', finish)
      connection.removeListener('end', ended)
      signal.removeEventListener('abort', aborted)
      if (error) reject(error instanceof Error ? error : new Error('SMTP'))
      else resolve()
    }
    const ended = () => finish(coded('ECONNECTION'))
    const aborted = () => finish(coded('EABORTED'))
    connection.once('error', finish)
    connection.once('end', ended)
    signal.addEventListener('abort', aborted)
    if (signal.aborted) aborted()
    else ask((error) => finish(error ?? undefined))
  })
}

function coded(code: string): Error {
  return Object.assign(new Error(code), { code })
}
