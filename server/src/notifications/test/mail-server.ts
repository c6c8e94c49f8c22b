import { setTimeout as sleep } from 'node:timers/promises'
import type { AddressInfo, Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

export interface Received {
  to: string
  letter: Email
  raw: string
  at: number
}

/** A mail server that keeps to the standards, as somebody else wrote it. */
export interface MailServer {
  /** For SMTP_URL. */
  url: string
  received: Received[]
  receivedBy(address: string): Received[]
  /** The reply to an address, `550 5.1.1 no such user`. */
  refuses: Map<string, string>
  /** It takes every letter so slowly. */
  delayMs: number
  /** It takes the letter, and hangs up before it says so. */
  isCuttingOff: boolean
  /** Every connection ends, as servers do with silent ones. */
  hangUp(): void
  /** Ever, and at once. */
  opened: number
  mostAtOnce: number
  close(): Promise<void>
}

export interface MailServerOptions {
  user?: string
  password?: string
}

export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { user, password } = options
  const sockets = new Set<Socket>()
  const hangUp = () => sockets.forEach((socket) => socket.destroy())
  const server = new SMTPServer({
    authOptional: user === undefined,
    disabledCommands: user === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onConnect(_session, done) {
      mail.opened++
      mail.mostAtOnce = Math.max(mail.mostAtOnce, sockets.size)
      done()
    },
    onAuth(auth, _session, done) {
      if (auth.username === user && auth.password === password) done(null, { user })
      else done(new Error('535 5.7.8 no'))
    },
    onRcptTo({ address }, _session, done) {
      const refusal = mail.refuses.get(address)
      if (refusal === undefined) done()
      else done(refusalOf(refusal))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        void (async () => {
          await sleep(mail.delayMs)
          const raw = Buffer.concat(chunks).toString('latin1')
          const letter = await PostalMime.parse(Buffer.concat(chunks))
          for (const { address } of session.envelope.rcptTo)
            mail.received.push({ to: address, letter, raw, at: Date.now() })
          if (mail.isCuttingOff) hangUp()
          else done()
        })()
      })
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const sign = user === undefined ? '' : `${user}:${password ?? ''}@`
  const mail: MailServer = {
    url: `smtp://${sign}127.0.0.1:${port}`,
    received: [],
    receivedBy: (address) => mail.received.filter(({ to }) => to === address),
    refuses: new Map(),
    delayMs: 0,
    isCuttingOff: false,
    hangUp,
    opened: 0,
    mostAtOnce: 0,
    async close() {
      hangUp()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  return mail
}

function refusalOf(line: string): Error {
  const [, code, text] = /^(\d{3}) (.*)$/.exec(line) ?? []
  return Object.assign(new Error(text ?? ''), { responseCode: Number(code) })
}
