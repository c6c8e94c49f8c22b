import { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { debts, type Settle } from './debts.ts'
import { EphemeralDown } from './ephemeral.ts'
import { deadlineMs, redisOptions } from './redis-options.ts'

export type Log = Pick<Logger, 'info' | 'warn'>

const pauseMs = 1_000

/** Replies by which a server that answers says that it cannot serve. */
const unable =
  /^(LOADING|READONLY|OOM|MISCONF|CLUSTERDOWN|MASTERDOWN|NOREPLICAS|BUSY|TRYAGAIN|NOAUTH|WRONGPASS|NOPERM)\b/

/**
 * One connection with a circuit. Silence or a lost connection opens it: callers are refused at once, without a wait.
 * It closes when a probe of its own, never a caller's, was answered and what was owed is settled.
 */
export class RedisConnection {
  readonly #client: Redis
  readonly #log: Log
  readonly #debts = debts()
  #up = false
  #closed = false
  #probing = false
  #pause: NodeJS.Timeout | undefined
  #lastError: Error | undefined
  #open: () => void = () => undefined
  /** Resolves when the store answers for the first time. */
  readonly opened = new Promise<void>((resolve) => (this.#open = resolve))

  constructor(url: string, log: Log) {
    this.#log = log
    this.#client = new Redis(url, redisOptions)
    this.#client.on('error', (error) => (this.#lastError = error))
    this.#client.on('ready', () => void this.#probe())
    this.#client.on('close', () => this.#fall(this.#lastError ?? new Error('connection closed')))
  }

  /** `inDoubt` is called when the exchange was begun and whether it happened is not known. */
  async ask<T>(exchange: (client: Redis) => Promise<T>, inDoubt?: () => void): Promise<T> {
    if (!this.#up) throw new EphemeralDown('the store is down', { cause: this.#lastError })
    try {
      return await within(exchange(this.#client))
    } catch (error) {
      if (isReply(error)) {
        if (unable.test(error.message)) throw new EphemeralDown(error.message, { cause: error })
        throw error
      }
      inDoubt?.()
      this.#fall(error)
      throw new EphemeralDown('the store does not answer', { cause: error })
    }
  }

  owe(name: string, until: number, settle: Settle): void {
    if (!this.#closed) this.#debts.add(name, until, settle)
  }

  /** A second connection, to subscribe with. The caller closes it. */
  another(): Redis {
    return this.#client.duplicate()
  }

  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#pause)
    if (this.#up) await within(this.#client.quit()).catch(() => undefined)
    this.#up = false
    this.#client.disconnect()
  }

  #fall(cause: unknown): void {
    if (this.#up && !this.#closed)
      this.#log.warn({ err: cause }, 'Redis is down: going on without it')
    this.#up = false
    this.#probeLater()
  }

  #probeLater(): void {
    if (this.#closed || this.#pause) return
    this.#pause = setTimeout(() => {
      this.#pause = undefined
      void this.#probe()
    }, pauseMs).unref()
  }

  /** Not before the client is ready: its 'ready' comes here again. */
  async #probe(): Promise<void> {
    if (this.#closed || this.#up || this.#probing || !this.#isReady()) return
    this.#probing = true
    try {
      await within(this.#client.ping())
      await within(this.#debts.settle(this.#client))
      this.#rise()
    } catch (error) {
      this.#lastError = error instanceof Error ? error : new Error(String(error))
      // The peer may be gone without a word: only a fresh connection tells. Only from 'ready': an
      // ioredis client that is disconnected while it connects ends for good.
      if (!isReply(error) && this.#isReady()) this.#client.disconnect(true)
      this.#probeLater()
    } finally {
      this.#probing = false
    }
  }

  #isReady(): boolean {
    return this.#client.status === 'ready'
  }

  #rise(): void {
    // It may have been lost again meanwhile; its 'close' was heard while `up` was false.
    if (this.#closed || !this.#isReady()) return
    this.#up = true
    this.#lastError = undefined
    clearTimeout(this.#pause)
    this.#pause = undefined
    this.#log.info('Redis answers')
    this.#open()
  }
}

/** A stall of this process must not pass for silence of the store: replies that wait in the socket are read before the verdict. */
export async function within<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      setImmediate(() => reject(new Error(`no answer in ${deadlineMs} ms`)))
    }, deadlineMs)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

/** As redis-errors names what the server itself refused. */
function isReply(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ReplyError'
}
