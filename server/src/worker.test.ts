import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { eventually, outbox } from './outbox/test/app.ts'
import { startReceiver } from './outbox/test/receiver.ts'
import { newSecret, sealSecret } from './outbox/webhooks/sign.ts'
import { OUTBOX_WAKE } from './outbox/wake.ts'
import { startWorker } from './worker.ts'

const { app, owner, found, happen, close } = await outbox()
const clinic = await found()
const receiver = await startReceiver()
test.after(async () => {
  await receiver.close()
  await close()
})

async function endpoint(): Promise<void> {
  await owner('insert into webhook_endpoints (organization_id, url, secret) values ($1, $2, $3)', [
    clinic,
    receiver.url,
    sealSecret(app.secrets, newSecret()),
  ])
}

test('a committed event goes to everybody without being asked, and old things are forgotten', async () => {
  await endpoint()
  const old = await happen(clinic, 'appointment.booked', { id: 1 })
  await owner(`update events set published_at = now() - interval '31 days'`)
  const heard: string[] = []
  await app.ephemeral.subscribe('appointments', (message) => heard.push(message))
  const worker = startWorker(app)
  await happen(clinic, 'appointment.booked', { id: 2 })
  await app.ephemeral.publish(OUTBOX_WAKE, '')
  await eventually(() => heard.length > 0 || undefined)
  await eventually(() => receiver.received.length > 0 || undefined)
  await eventually(async () => {
    const rows = await owner('select from events where id = $1', [old])
    return rows.length === 0 || undefined
  })
  await worker.stop()
  assert.equal(heard, ['created:2'])
})

test('a loop that fails ends no other', async () => {
  receiver.received.length = 0
  let failures = 0
  const duty = {
    name: 'broken',
    everyMs: 10,
    turn: async () => {
      failures++
      throw new Error('broken')
    },
  }
  const worker = startWorker(app, { duties: [duty] })
  await eventually(() => failures > 0 || undefined)
  await happen(clinic, 'appointment.booked', { id: 3 })
  await app.ephemeral.publish(OUTBOX_WAKE, '')
  await eventually(() => receiver.received.length > 0 || undefined)
  await worker.stop()
})

test('a worker that stops while a receiver is silent gives its delivery back', async () => {
  receiver.received.length = 0
  receiver.answer = () => undefined
  const worker = startWorker(app)
  await happen(clinic, 'appointment.booked', { id: 4 })
  await app.ephemeral.publish(OUTBOX_WAKE, '')
  await eventually(() => receiver.received.length > 0 || undefined)
  await worker.stop()
  const [row] = await owner<{ status: string; error: string; lease: string | null }>(
    'select status, error, lease from webhook_deliveries order by id desc limit 1',
  )
  assert.equal(row, { status: 'pending', error: 'interrupted', lease: null })
})

test.run()
