import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Fault } from '../fault.ts'
import type { Caller } from '../http/call.ts'
import { channelOf } from './event.ts'
import { createHub, type Hub, type HubOptions } from './hub.ts'
import { relay } from './relay.ts'
import { sightOf } from './sight.ts'
import { eventually, outbox } from './test/app.ts'
import { listenTo } from './test/listener.ts'

const { app, owner, found, happen, close } = await outbox()
const publish = app.ephemeral.publish
const hubs: Hub[] = []
let clinic = 0
let other = 0
test.after(close)
test.before.each(async () => {
  app.ephemeral.publish = publish
  clinic = await found()
  other = await found()
})
test.after.each(async () => {
  for (const hub of hubs.splice(0)) await hub.close()
})

const signal = new AbortController().signal

function hubWith(options: HubOptions = {}): Hub {
  const hub = createHub(app, options)
  hubs.push(hub)
  return hub
}

interface Who {
  caller?: Caller
  lastEventId?: number | string | null
  stillAllowed?: () => Promise<unknown>
}

function bodyOf(hub: Hub, { caller, lastEventId = null, stillAllowed }: Who = {}) {
  const who = caller ?? secret()
  return hub.open({
    organizationId: who.organizationId ?? 0,
    caller: who.kind,
    sees: sightOf(who, null) ?? (() => false),
    lastEventId: lastEventId === null ? null : Number(lastEventId),
    stillAllowed: stillAllowed ?? (async () => undefined),
  })
}

const open = async (hub: Hub, who?: Who) => listenTo(await bodyOf(hub, who))

function secret(organizationId = clinic): Caller {
  return { kind: 'secret', organizationId, keyId: 1, scopes: null }
}

async function relayAll(): Promise<void> {
  while (await relay(app, signal));
}

async function happenTimes(count: number, first = 1): Promise<number[]> {
  const ids: number[] = []
  for (let visit = first; visit < first + count; visit++)
    ids.push(await happen(clinic, 'appointment.booked', { id: visit, client_id: visit % 3 }))
  return ids
}

const idsOf = ({ events }: { events: { id: number }[] }) => events.map(({ id }) => id)

test('a stream tells what happens from now on, with ids to resume after', async () => {
  await happenTimes(2)
  await relayAll()
  const stream = await open(hubWith())
  const ids = await happenTimes(2)
  await relayAll()
  await eventually(() => stream.events.length >= 2 || undefined)
  assert.equal(idsOf(stream), ids)
  assert.is(stream.lastEventId(), String(ids[1]))
})

test('a stream resumes without a gap or a duplicate while events keep coming', async () => {
  const hub = hubWith()
  const ids = await happenTimes(5)
  await relayAll()
  const seen: number[] = []
  let last = String(ids[0])
  for (let round = 0; round < 6; round++) {
    const coming = happenTimes(20).then(async (more) => {
      ids.push(...more)
      await relayAll()
    })
    const stream = await open(hub, { lastEventId: last })
    await eventually(() => stream.events.length >= 4 || undefined)
    stream.leave()
    seen.push(...idsOf(stream))
    last = stream.lastEventId() ?? last
    await coming
  }
  const rest = await open(hub, { lastEventId: last })
  await eventually(() => seen.length + rest.events.length >= ids.length - 1 || undefined)
  assert.equal([...seen, ...idsOf(rest)], ids.slice(1))
})

test('an event that was committed late is not passed over by those who resume after a later one', async () => {
  const [late, early] = await happenTimes(2)
  await owner(`update events set due_at = now() + interval '1 hour' where id = $1`, [late!])
  await relayAll()
  await owner('update events set due_at = now()')
  await relayAll()
  const resumed = await open(hubWith(), { lastEventId: early! })
  await eventually(() => resumed.events.length > 0 || undefined)
  assert.equal(idsOf(resumed), [late])
  const again = await open(hubWith(), { lastEventId: late! })
  const [next] = await happenTimes(1)
  await relayAll()
  await eventually(() => again.events.length > 0 || undefined)
  assert.equal(idsOf(again), [next])
})

test('what was missed is told a thousand at a time: the stream ends and is resumed', async () => {
  const hub = hubWith({ mostReplayed: 4 })
  const ids = await happenTimes(10)
  await relayAll()
  const told: number[] = []
  let last: number | string = ids[0]! - 1
  for (const count of [4, 4, 2]) {
    const stream = await open(hub, { lastEventId: last })
    await eventually(() => stream.events.length >= count || undefined)
    if (count === 4) await eventually(() => stream.ended() || undefined)
    told.push(...idsOf(stream))
    last = stream.lastEventId()!
  }
  assert.equal(told, ids)
})

test('an event that pub/sub lost is read from the table, and one that it told is not told twice', async () => {
  const stream = await open(hubWith({ catchUpMs: 30 }))
  const [heard] = await happenTimes(1)
  await relayAll()
  app.ephemeral.publish = async () => undefined
  const [lost] = await happenTimes(1)
  await relayAll()
  app.ephemeral.publish = publish
  const [after] = await happenTimes(1)
  await relayAll()
  await eventually(() => stream.events.length >= 3 || undefined)
  assert.equal(idsOf(stream).sort(), [heard, lost, after])
})

test('an event that is told again after a crash is heard once', async () => {
  const stream = await open(hubWith())
  const [id] = await happenTimes(1)
  await relayAll()
  await owner('update events set published_at = null')
  const [next] = await happenTimes(1)
  await relayAll()
  await eventually(() => stream.events.length >= 2 || undefined)
  assert.equal(idsOf(stream), [id, next])
})

test('a client hears their own only, live and resumed', async () => {
  const hub = hubWith()
  const client: Caller = {
    kind: 'client',
    organizationId: clinic,
    clientId: 7,
    sessionId: 's',
  }
  const live = await open(hub, { caller: client })
  const before = await happen(clinic, 'appointment.booked', { id: 1, client_id: 7 })
  const theirs = [
    before,
    await happen(clinic, 'wallet.transaction', { id: 2, client_id: 7 }),
    await happen(clinic, 'client.updated', { id: 7 }),
  ]
  await happen(clinic, 'appointment.booked', { id: 3, client_id: 8 })
  await happen(clinic, 'client.updated', { id: 8 })
  await happen(clinic, 'appointment.booked', { id: 7 })
  theirs.push(await happen(clinic, 'appointment.cancelled', { id: 1, client_id: 7 }))
  await relayAll()
  await eventually(() => live.events.length >= 4 || undefined)
  const resumed = await open(hub, { caller: client, lastEventId: before })
  await eventually(() => resumed.events.length >= 3 || undefined)
  assert.equal(idsOf(live).sort(), theirs)
  assert.equal(idsOf(resumed).sort(), theirs.slice(1))
})

test('nobody hears of another organization, nor resumes after its events', async () => {
  const hub = hubWith()
  const foreign = await happen(other, 'appointment.booked', { id: 1 })
  const stream = await open(hub)
  const resumed = await open(hub, { lastEventId: foreign - 1 })
  const [own] = await happenTimes(1)
  await happen(other, 'appointment.cancelled', { id: 1 })
  await relayAll()
  await eventually(() => stream.events.length > 0 || undefined)
  await eventually(() => resumed.events.length > 0 || undefined)
  assert.equal(idsOf(stream), [own])
  assert.equal(idsOf(resumed), [own])
})

test('a hold is heard live by the desk, without an id, and not by clients', async () => {
  const hub = hubWith()
  const desk = await open(hub)
  const client = await open(hub, {
    caller: { kind: 'client', organizationId: clinic, clientId: 7, sessionId: 's' },
  })
  const object = { specialist_id: 1, client_id: 7 }
  const hold = { id: 0, type: 'hold.created', created_at: '2027-01-01T00:00:00Z', data: { object } }
  await app.ephemeral.publish(channelOf(clinic), JSON.stringify(hold))
  const visit = await happen(clinic, 'appointment.booked', { id: 1, client_id: 7 })
  await app.ephemeral.publish(channelOf(clinic), 'not of ours')
  await relayAll()
  await eventually(() => (desk.events.length >= 2 && client.events.length >= 1) || undefined)
  assert.equal(idsOf(desk), [0, visit])
  assert.equal(idsOf(client), [visit])
})

test('one who does not read is disconnected, and the others hear on', async () => {
  const hub = hubWith()
  const body = await bodyOf(hub)
  const reader = await open(hub)
  const object = { text: 'x'.repeat(10_000) }
  for (let id = 1; !body.destroyed; id++) {
    const event = { id, type: 'appointment.booked', created_at: '', data: { object } }
    await app.ephemeral.publish(channelOf(clinic), JSON.stringify(event))
    await new Promise((resolve) => setImmediate(resolve))
    assert.ok(id < 200, 'nothing bounds what is kept for a reader who does not read')
  }
  await eventually(() => hub.size() === 1 || undefined)
  assert.is(reader.ended(), false)
  assert.ok(reader.events.length > 20)
})

test('both ends are shown that the other is there', async () => {
  const stream = await open(hubWith({ beatMs: 10 }))
  await eventually(() => stream.comments.length >= 2 || undefined)
  assert.is(stream.comments[0], ': beat')
})

test('a stream ends when its credential does, and at last by itself', async () => {
  let allowed = true
  const stillAllowed = async () => {
    if (!allowed) throw new Fault('unauthenticated')
  }
  const stream = await open(hubWith({ beatMs: 10 }), { stillAllowed })
  await eventually(() => stream.comments.length >= 2 || undefined)
  allowed = false
  await eventually(() => stream.ended() || undefined)
  const old = await open(hubWith({ beatMs: 10, longestMs: 0 }))
  await eventually(() => old.ended() || undefined)
})

test('a database that is away ends no stream', async () => {
  const stillAllowed = async () => {
    throw new Error('connect ECONNREFUSED')
  }
  const stream = await open(hubWith({ beatMs: 10 }), { stillAllowed })
  await eventually(() => stream.comments.length >= 3 || undefined)
  assert.is(stream.ended(), false)
})

test('one caller has twenty streams at a time; each that ends makes room', async () => {
  const hub = hubWith()
  const streams = await Promise.all(Array.from({ length: 20 }, () => open(hub)))
  const refusal = await open(hub).catch((error: unknown) => error)
  assert.is(refusal instanceof Fault ? refusal.code : '', 'rate_limited')
  await open(hub, { caller: secret(other) })
  streams[0]?.leave()
  await eventually(() => streams[0]?.ended() || undefined)
  await open(hub)
})

test('when the server stops, every stream ends and none is opened', async () => {
  const hub = hubWith()
  const streams = [await open(hub), await open(hub, { caller: secret(other) })]
  await hub.close()
  for (const stream of streams) await eventually(() => stream.ended() || undefined)
  const refusal = await open(hub).catch((error: unknown) => error)
  assert.is(refusal instanceof Fault ? refusal.code : '', 'unavailable')
  assert.is(hub.size(), 0)
})

test.run()
