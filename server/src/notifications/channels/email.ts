import type { Config } from '../../config.ts'
import { within } from '../../deadline.ts'
import { asOne, type Channel, type Outcome } from './channel.ts'
import { letterOf } from './letter.ts'
import { createMailer } from './mailer.ts'
import { SmtpTrouble } from './smtp-connection.ts'

/** Connections to our mail server. */
const CONNECTIONS = 5
const REFUSED_SECONDS = 60
/** Shorter than the lease; of SMTP each step has a patience of its own besides. */
const DEADLINE_MS = 20_000

export function emailChannel(config: Pick<Config, 'smtpUrl' | 'mailFrom'>): Channel {
  const mailer = createMailer(config)
  return {
    name: 'email',
    limits: { everyMs: null, recipientEveryMs: null, room: 4 * CONNECTIONS, atOnce: CONNECTIONS },
    ...asOne('email'),
    isShownOnce: false,
    async send(parcel, { signal }) {
      try {
        await within(DEADLINE_MS, signal, (deadline) => mailer.send(letterOf(parcel), deadline))
        return { kind: 'sent' }
      } catch (error) {
        if (!(error instanceof SmtpTrouble)) throw error
        return outcomeOf(error, signal.aborted)
      }
    },
    close: async () => mailer.close(),
  }
}

function outcomeOf(trouble: SmtpTrouble, isInterrupted: boolean): Outcome {
  const { status, enhanced, code, isUncertain } = trouble
  if (status === undefined)
    return {
      kind: 'again',
      error: isInterrupted ? 'interrupted' : code,
      seconds: null,
      isUncertain,
    }
  const error = `smtp_${status}`
  // That our name or password is refused is mended by people.
  if (code === 'EAUTH') return { kind: 'again', error, seconds: REFUSED_SECONDS, isOfAll: true }
  if (status < 500) return { kind: 'again', error, seconds: null }
  return isNobody(status, enhanced)
    ? { kind: 'gone', error: 'no_such_address' }
    : { kind: 'failed', error }
}

/** RFC 3463: 5.1 and 5.2.1 are of the address, 5.7 of what the server thinks of us; the bare numbers say less. */
function isNobody(status: number, enhanced: string | undefined): boolean {
  return enhanced === undefined
    ? [550, 551, 553].includes(status)
    : /^5\.(?:1\.[12346]|2\.1)$/.test(enhanced)
}
