import { once } from 'node:events'
import net from 'node:net'
import type { Target, Write } from './traffic.ts'

export interface Answer {
  status: number
  bytes: number
  /** Only when it was asked for. */
  body: string
}

const END_OF_HEAD = '\r\n\r\n'
const LENGTH = 'ontent-Length: '
const ROOM = 256 * 1024

/** One keep-alive connection that carries one request at a time. */
export class Line {
  readonly #socket: net.Socket
  #answer: Answer = { status: 0, bytes: 0, body: '' }
  #parts: Buffer[] | null = null
  /** Bytes still to come; -1 = the head is not read yet. */
  #rest = -1
  #answered: (answer: Answer) => void = () => undefined
  #failed: (error: Error) => void = () => undefined

  private constructor(port: number) {
    const buffer = Buffer.allocUnsafe(ROOM)
    this.#socket = net.connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer,
        callback: (size) => {
          this.#read(buffer.subarray(0, size))
          return true
        },
      },
    })
    this.#socket.on('error', (error) => this.#failed(error))
    this.#socket.on('close', () => this.#failed(new Error('the server closed a connection')))
  }

  static async open(port: number): Promise<Line> {
    const line = new Line(port)
    await once(line.#socket, 'connect')
    return line
  }

  ask(request: Buffer, keepBody = false): Promise<Answer> {
    this.#rest = -1
    this.#parts = keepBody ? [] : null
    return new Promise((resolve, reject) => {
      this.#answered = resolve
      this.#failed = reject
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#failed = () => undefined
    this.#socket.destroy()
  }

  /** A head comes in one piece: the servers here write it at once, and it is small. */
  #read(chunk: Buffer): void {
    let from = 0
    if (this.#rest < 0) {
      const end = chunk.indexOf(END_OF_HEAD)
      if (end < 0) {
        this.#failed(new Error(`a head in pieces: ${chunk.toString('latin1')}`))
        return
      }
      const head = chunk.toString('latin1', 0, end)
      const at = head.indexOf(LENGTH)
      const length = at < 0 ? 0 : Number.parseInt(head.slice(at + LENGTH.length, at + 30), 10)
      from = end + END_OF_HEAD.length
      this.#answer = { status: Number(head.slice(9, 12)), bytes: from + length, body: '' }
      this.#rest = length
    }
    // The buffer is used again for what comes next.
    this.#parts?.push(Buffer.from(chunk.subarray(from)))
    this.#rest -= chunk.length - from
    if (this.#rest > 0) return
    if (this.#parts) this.#answer.body = Buffer.concat(this.#parts).toString()
    this.#answered(this.#answer)
  }
}

export function requestText(
  { port, headers }: Target,
  { path, body, headers: more = [] }: Write,
): Buffer {
  const text = body === undefined ? '' : JSON.stringify(body)
  const about =
    body === undefined
      ? []
      : ['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`]
  const first = `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1`
  return Buffer.from(
    `${[first, `host: 127.0.0.1:${port}`, ...headers, ...more, ...about].join('\r\n')}\r\n\r\n${text}`,
  )
}
