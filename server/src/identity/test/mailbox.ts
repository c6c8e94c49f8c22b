import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

export interface Mailbox {
  /** For SMTP_URL. */
  url: string
  /** The next letter, decoded from its transfer encoding. */
  next(): Promise<{ to: string; text: string }>
  close(): Promise<void>
}

/** A mail server that takes everything, or refuses everybody with the given line. */
export async function openMailbox(refusal?: string): Promise<Mailbox> {
  const letters: { to: string; text: string }[] = []
  const waiting: ((letter: { to: string; text: string }) => void)[] = []
  const sockets = new Set<Socket>()
  const take = (to: string, raw: string) => {
    const letter = { to, text: decode(raw) }
    const wanted = waiting.shift()
    if (wanted) wanted(letter)
    else letters.push(letter)
  }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    converse(socket, take, refusal)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    async next() {
      return letters.shift() ?? new Promise((resolve) => waiting.push(resolve))
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function converse(
  socket: Socket,
  take: (to: string, raw: string) => void,
  refusal: string | undefined,
): void {
  let [to, body, unread, inBody] = ['', '', '', false]
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 mailbox')
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (unread + chunk).split('\r\n')
    unread = lines.pop() ?? ''
    for (const line of lines) {
      if (inBody && line !== '.') body += `${line}\r\n`
      else if (inBody) {
        take(to, body)
        ;[body, inBody] = ['', false]
        say('250 taken')
      } else if (line.startsWith('RCPT')) {
        to = /<(.*)>/.exec(line)?.[1] ?? ''
        say(refusal ?? '250 ok')
      } else if (line === 'DATA') {
        inBody = true
        say('354 go on')
      } else if (line === 'QUIT') socket.end('221 bye\r\n')
      else say('250 ok')
    }
  })
}

function decode(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  if (!/transfer-encoding: quoted-printable/i.test(head)) return body
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
