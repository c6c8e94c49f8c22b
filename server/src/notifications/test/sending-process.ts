/** Lanes of their own, to be killed. Begins when it is told to, and says when it has claimed. */
import { once } from 'node:events'
import { createPaces } from '../../redis/pace.ts'
import { startLoop } from '../../loop.ts'
import { appOf } from '../../outbox/test/app.ts'
import { telegramChannel } from '../channels/telegram.ts'
import { vapidOf } from '../channels/vapid.ts'
import { webPushChannel } from '../channels/webpush.ts'
import { createLane } from '../lane.ts'
import { sayTheSame } from './lanes.ts'

/** Longer than the test: whom a dead process was telling, no other tells before the end. */
const LEASE_SECONDS = 3600

const [url = '', botApi = '', token = '', pushService = ''] = process.argv.slice(2)
const app = appOf(url)
const paces = createPaces(app.ephemeral)
const channels = [
  telegramChannel({ apiRoot: botApi, token, tokenOf: async () => token }),
  webPushChannel({ vapid: vapidOf(app), services: [pushService] }),
]
await app.db.pool.query('select 1')
console.log('ready')
await once(process.stdin, 'data')
const compose: typeof sayTheSame = (of, notification) => {
  console.log('claimed')
  return sayTheSame(of, notification)
}
for (const channel of channels) {
  // Few at a time: as many of them as possible are caught in the middle.
  const limits = { ...channel.limits, room: 4 }
  const lane = createLane(app, {
    channel: { ...channel, limits },
    paces,
    compose,
    leaseSeconds: LEASE_SECONDS,
  })
  const loop = startLoop({ ...lane, log: app.log })
  lane.listen(() => loop.wake())
}
