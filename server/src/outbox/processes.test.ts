import { randomInt } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { connectEphemeral } from '../redis/connect.ts'
import { needs } from '../test/skip.ts'
import { createHub } from './hub.ts'
import { relay } from './relay.ts'
import { eventually, outbox } from './test/app.ts'
import { listenTo } from './test/listener.ts'

const redisUrl = process.env['TEST_REDIS_URL']
const withRedis = needs(redisUrl, 'no redis-server')
const { app, owner, happen, close } = await outbox()
test.after(close)

withRedis('an event that one process relays is heard in another, through Redis', async () => {
  // Pub/sub knows no database: other tests talk on this server too.
  const clinic = randomInt(1_000_000_000, 2_000_000_000)
  await owner(
    `insert into organizations (id, slug, name, currency, locale, time_zone)
     values ($1, 'clinic', 'Клиника', 'RUB', 'ru', 'Europe/Moscow')`,
    [clinic],
  )
  const relaying = { ...app, ephemeral: await connectEphemeral(redisUrl, app.log) }
  const streaming = { ...app, ephemeral: await connectEphemeral(redisUrl, app.log) }
  const hub = createHub(streaming)
  const stream = listenTo(
    await hub.open({
      organizationId: clinic,
      caller: 'key:1',
      sees: () => true,
      lastEventId: null,
      stillAllowed: async () => undefined,
    }),
  )
  const short: string[] = []
  await streaming.ephemeral.subscribe('appointments', (message) => short.push(message))
  const id = await happen(clinic, 'appointment.booked', { id: clinic })
  while (await relay(relaying, new AbortController().signal));
  await eventually(() => stream.events.length > 0 || undefined)
  await eventually(() => short.includes(`created:${clinic}`) || undefined)
  assert.equal(
    stream.events.map((event) => event.id),
    [id],
  )
  await hub.close()
  await relaying.ephemeral.close()
  await streaming.ephemeral.close()
})

test.run()
