/** A program of its own that owns an embedded PostgreSQL, for tests that kill it. */
import { startEmbedded } from '../db/embedded.ts'

const directory = process.argv[2]
if (!directory) throw new Error('the data folder is missing')
try {
  const server = await startEmbedded({ directory, settings: { fsync: 'off' } })
  console.log(JSON.stringify({ url: server.url, pid: server.pid }))
  process.once('SIGTERM', () => void server.stop())
} catch (error) {
  console.error(String(error))
  process.exitCode = 1
}
