import { once } from 'node:events'
import type { Redis } from 'ioredis'
import { within } from './connection.ts'

type Listener = (message: string) => void

const heartbeatMs = 5_000

/** A connection of its own, made on first use: in protocol 2 one that subscribes can do nothing else. */
export class RedisChannels {
  readonly #connect: () => Redis
  readonly #channels = new Map<string, Set<{ listener: Listener }>>()
  #client: Redis | undefined
  #heartbeat: NodeJS.Timeout | undefined
  #resubscribed: Promise<unknown> = Promise.resolve()

  constructor(connect: () => Redis) {
    this.#connect = connect
  }

  async subscribe(channel: string, listener: Listener): Promise<() => Promise<void>> {
    const entry = { listener }
    const entries = this.#channels.get(channel) ?? new Set()
    this.#channels.set(channel, entries.add(entry))
    await within(this.#reach(channel)).catch(() => undefined)
    return async () => {
      if (!entries.delete(entry) || entries.size > 0) return
      if (this.#channels.get(channel) === entries) this.#channels.delete(channel)
      if (this.#client?.status !== 'ready') return
      await within(this.#client.unsubscribe(channel)).catch(() => undefined)
    }
  }

  close(): void {
    clearInterval(this.#heartbeat)
    this.#client?.disconnect()
  }

  async #reach(channel: string): Promise<unknown> {
    this.#client ??= this.#begin()
    if (this.#client.status === 'ready') return this.#client.subscribe(channel)
    await once(this.#client, 'ready')
    return this.#resubscribed
  }

  #begin(): Redis {
    const client = this.#connect()
    client.on('error', () => undefined)
    client.on('ready', () => {
      const channels = [...this.#channels.keys()]
      if (channels.length === 0) return
      this.#resubscribed = client.subscribe(...channels)
      // Without its subscriptions it hears nothing and looks well.
      this.#resubscribed.catch(() => renew(client))
    })
    client.on('message', (channel: string, message: string) => {
      for (const entry of this.#channels.get(channel) ?? []) entry.listener(message)
    })
    // It sends nothing else, so nothing else would tell that the peer is gone.
    this.#heartbeat = setInterval(() => {
      if (client.status === 'ready') within(client.ping()).catch(() => renew(client))
    }, heartbeatMs).unref()
    return client
  }
}

/** Only from 'ready': an ioredis client that is disconnected while it connects ends for good. */
function renew(client: Redis): void {
  if (client.status === 'ready') client.disconnect(true)
}
