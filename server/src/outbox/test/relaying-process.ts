/** A relay of its own that gets stuck while it tells its first event, to be killed. */
import { relay } from '../relay.ts'
import { appOf } from './app.ts'

const [url = '', leaseSeconds = '1'] = process.argv.slice(2)
const app = appOf(url)
app.ephemeral.publish = (channel, message) => {
  console.log(`${channel} ${message}`)
  return new Promise(() => setInterval(() => undefined, 60_000))
}
await relay(app, new AbortController().signal, { leaseSeconds: Number(leaseSeconds) })
