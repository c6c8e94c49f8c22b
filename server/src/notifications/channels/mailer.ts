import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import type { Config } from '../../config.ts'
import { openSmtp, SmtpTrouble, type Sendable, type SmtpConnection } from './smtp-connection.ts'

export interface Letter {
  to: string
  subject: string
  text: string
  html?: string
  headers?: Record<string, string>
  /** Without the brackets; the same when it is sent again. */
  messageId?: string
  calendar?: { method: string; text: string }
}

export interface Mailer {
  /** Nothing of the letter is in what it throws. */
  send(letter: Letter, signal: AbortSignal): Promise<void>
  close(): void
}

/** Some servers hang up after so many. */
const MOST_OF_ONE = 100

/** Connections are kept for the next letter: as many as letters were ever under way together. */
export function createMailer({ smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>): Mailer {
  const idle: SmtpConnection[] = []
  let isClosed = false

  async function post(url: string, message: Sendable, signal: AbortSignal): Promise<void> {
    const kept = takeOpen(idle)
    const connection = kept ?? (await openSmtp(url, signal))
    try {
      await connection.send(message, signal)
    } catch (error) {
      connection.close()
      // A server may hang up on a silent connection in the moment that it is used again.
      const hungUp = error instanceof SmtpTrouble && error.status === undefined
      if (!kept || !hungUp || error.isUncertain || signal.aborted) throw error
      await post(url, message, signal)
      return
    }
    if (isClosed || connection.sent >= MOST_OF_ONE) connection.close()
    else idle.push(connection)
  }

  return {
    async send(letter, signal) {
      if (smtpUrl === undefined) throw new SmtpTrouble({ code: 'SMTP_URL is not set' }, false)
      await post(smtpUrl, await compose(letter, mailFrom), signal)
    },
    close() {
      isClosed = true
      for (const connection of idle.splice(0)) connection.close()
    },
  }
}

function takeOpen(idle: SmtpConnection[]): SmtpConnection | undefined {
  for (let found = idle.pop(); found; found = idle.pop()) if (found.isOpen) return found
  return undefined
}

async function compose(letter: Letter, from: string): Promise<Sendable> {
  const { calendar, messageId, ...rest } = letter
  const node = new MailComposer({
    ...rest,
    from,
    ...(messageId === undefined ? {} : { messageId: `<${messageId}@${hostOf(from)}>` }),
    ...(calendar === undefined
      ? {}
      : { icalEvent: { method: calendar.method, content: calendar.text, filename: 'visit.ics' } }),
    // A message made of somebody’s text must not fetch what the text names.
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  const envelope = node.getEnvelope()
  return {
    envelope: { from: envelope.from || '', to: envelope.to },
    raw: await node.build(),
  }
}

function hostOf(from: string): string {
  return /@([a-z0-9.-]+)/i.exec(from)?.[1] ?? 'localhost'
}

const DEADLINE_MS = 20_000

/** One letter over a connection of its own. */
export async function sendLetter(
  config: Pick<Config, 'smtpUrl' | 'mailFrom'>,
  letter: Letter,
): Promise<void> {
  const mailer = createMailer(config)
  try {
    await mailer.send(letter, AbortSignal.timeout(DEADLINE_MS))
  } finally {
    mailer.close()
  }
}
