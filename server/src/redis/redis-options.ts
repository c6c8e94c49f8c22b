import type { RedisOptions } from 'ioredis'

/** How long a caller waits for the store at most. */
export const deadlineMs = 500

export const redisOptions: RedisOptions = {
  // The replies of every command used here are the same in 2 and 3; 2 needs no handshake.
  protocol: 2,
  disableClientInfo: true,
  connectTimeout: 1_000,
  // The caller is answered at the deadline (connection.ts); this one only lets go of what it left behind.
  commandTimeout: 2 * deadlineMs,
  // A silent peer does not close its end either; ioredis waits this long before it lets go of the socket.
  disconnectTimeout: 100,
  keepAlive: 10_000,
  // A command is sent once: the default sends again after a reconnect what may have been done already.
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  enableOfflineQueue: false,
  enableAutoPipelining: true,
  autoResubscribe: false,
  maxLoadingRetryTime: 500,
  retryStrategy: (times) =>
    Math.min(50 * 2 ** Math.min(times, 5), 1_000) * (0.75 + Math.random() / 4),
  // A primary that was demoted keeps the connection and refuses every write.
  reconnectOnError: (error) => error.message.startsWith('READONLY'),
}
