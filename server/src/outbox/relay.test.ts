import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { EphemeralDown } from '../redis/ephemeral.ts'
import { eventually, outbox } from './test/app.ts'
import { relay, type RelayOptions } from './relay.ts'

const { app, url, owner, found, happen, close } = await outbox()
const clinic = await found()
const other = await found()
const publish = app.ephemeral.publish
test.after(close)
test.before.each(async () => {
  app.ephemeral.publish = publish
  await owner('delete from webhook_deliveries')
  await owner('delete from webhook_endpoints')
  await owner('delete from events')
})

const signal = new AbortController().signal

async function relayAll(options?: RelayOptions): Promise<void> {
  while (await relay(app, signal, options));
}

/** What is published, as `channel message`. */
async function listen(...channels: string[]) {
  const heard: string[] = []
  const ends = await Promise.all(
    channels.map((channel) =>
      app.ephemeral.subscribe(channel, (message) => heard.push(`${channel} ${message}`)),
    ),
  )
  return { heard, end: () => Promise.all(ends.map((end) => end())) }
}

async function endpoint(organizationId: number, types: string[] = [], disabled = false) {
  const [row] = await owner<{ id: number }>(
    `insert into webhook_endpoints (organization_id, url, secret, types, disabled_at)
     values ($1, 'https://x.test', 's', $2, $3) returning id`,
    [organizationId, types, disabled ? new Date() : null],
  )
  return row!.id
}

test('a committed event is told in short and in full, and then it is done', async () => {
  const id = await happen(clinic, 'appointment.booked', { id: 7, status: 'confirmed' })
  const { heard, end } = await listen('appointments', `events:${clinic}`, `events:${other}`)
  await relayAll()
  await eventually(() => heard.length >= 2 || undefined)
  await end()
  assert.is(heard[1], 'appointments created:7')
  assert.ok(heard[0]!.startsWith(`events:${clinic} {"id":${id},"type":"appointment.booked"`))
  assert.match(heard[0]!, '"data":{"object":{"id":7,"status":"confirmed"}}')
  assert.is(heard.length, 2)
  await relayAll()
  const [row] = await owner('select published_at, attempts from events')
  assert.ok((row as { published_at: Date }).published_at)
  assert.is((row as { attempts: number }).attempts, 1)
})

test('every change of a visit has its own word in short, and what is no visit has none', async () => {
  const { heard, end } = await listen('appointments')
  const verbs = [
    'rescheduled',
    'cancelled',
    'arrived',
    'completed',
    'no_show',
    'confirmed',
  ] as const
  for (const [index, verb] of verbs.entries()) {
    await happen(clinic, `appointment.${verb}`, { id: index })
  }
  await happen(clinic, 'client.created', { id: 9 })
  await relayAll()
  await eventually(() => heard.length >= verbs.length || undefined)
  await end()
  assert.equal(
    heard,
    verbs.map((verb, index) => `appointments ${verb}:${index}`),
  )
})

test('an event has one delivery for each endpoint that wants it, however often it is relayed', async () => {
  const all = await endpoint(clinic)
  const some = await endpoint(clinic, ['appointment.booked', 'client.created'])
  await endpoint(clinic, ['appointment.cancelled'])
  await endpoint(clinic, [], true)
  await endpoint(other)
  const id = await happen(clinic)
  await relayAll()
  await owner('update events set published_at = null')
  await relayAll()
  assert.equal(
    await owner('select endpoint_id, event_id::integer from webhook_deliveries order by 1'),
    [all, some].map((endpoint_id) => ({ endpoint_id, event_id: id })),
  )
})

test('the events of one visit are told in their order by however many relays', async () => {
  const expected: string[] = []
  for (let visit = 1; visit <= 8; visit++) {
    for (const type of [
      'appointment.booked',
      'appointment.rescheduled',
      'appointment.cancelled',
    ] as const)
      await happen(clinic, type, { id: visit })
  }
  const { heard, end } = await listen('appointments')
  await Promise.all(Array.from({ length: 4 }, () => relayAll({ batch: 3 })))
  await relayAll()
  await eventually(() => heard.length >= 24 || undefined)
  await end()
  for (let visit = 1; visit <= 8; visit++) {
    expected.push(...['created', 'rescheduled', 'cancelled'].map((verb) => `${verb}:${visit}`))
    const told = heard.filter((line) => line.endsWith(`:${visit}`))
    assert.equal(
      told.map((line) => line.replace('appointments ', '')),
      expected.slice(-3),
    )
  }
  assert.is(heard.length, 24)
})

test('the event of a killed process is told again when its lease has ended', async () => {
  const to = await endpoint(clinic)
  const id = await happen(clinic, 'appointment.booked', { id: 5 })
  const file = fileURLToPath(new URL('./test/relaying-process.ts', import.meta.url))
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', file, url, '2'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const [left] = await owner<{ published_at: Date | null; attempts: number }>(
    'select published_at, attempts from events',
  )
  assert.equal(left, { published_at: null, attempts: 1 })
  const { heard, end } = await listen('appointments')
  await eventually(async () => {
    await relayAll()
    return heard.length > 0 || undefined
  })
  await end()
  assert.equal(heard, ['appointments created:5'])
  assert.equal(await owner('select endpoint_id, event_id::integer from webhook_deliveries'), [
    { endpoint_id: to, event_id: id },
  ])
})

test('while the store is down an event is kept for later, and after many tries it is done without', async () => {
  app.ephemeral.publish = async () => Promise.reject(new EphemeralDown('down'))
  await happen(clinic)
  await relayAll()
  const [kept] = await owner<{ waits: boolean; due: boolean }>(
    'select published_at is null as waits, due_at > now() as due from events',
  )
  assert.equal(kept, { waits: true, due: true })
  await owner('update events set due_at = now(), attempts = 9')
  await relayAll()
  const [done] = await owner<{ told: boolean }>(
    'select published_at is not null as told from events',
  )
  assert.is(done?.told, true)
})

test('a refused event holds up neither the others nor, given up, those of its subject', async () => {
  const bad = await happen(clinic, 'appointment.booked', { id: 1 })
  await happen(clinic, 'appointment.cancelled', { id: 1 })
  await happen(clinic, 'appointment.booked', { id: 2 })
  await happen(other, 'appointment.booked', { id: 3 })
  const { heard, end } = await listen('appointments')
  const makers: RelayOptions['makers'] = [
    async (_tx, event) => {
      if (event.id === bad) throw new Error('not to be made anything of')
    },
  ]
  await relayAll({ makers })
  await eventually(() => heard.length >= 2 || undefined)
  assert.equal(heard.sort(), ['appointments created:2', 'appointments created:3'])
  await owner('update events set due_at = now(), attempts = 14 where id = $1', [bad])
  await relayAll({ makers })
  await eventually(() => heard.length >= 3 || undefined)
  await end()
  assert.is(heard[2], 'appointments cancelled:1')
  const [dead] = await owner<{ id: number; error: string }>(
    'select id::integer, error from events where dead_at is not null',
  )
  assert.equal(dead, { id: bad, error: 'Error: not to be made anything of' })
})

test('what is made of an event is committed with its deliveries or not at all', async () => {
  await endpoint(clinic)
  await happen(clinic)
  const makers: RelayOptions['makers'] = [
    async () => {
      throw new Error('no')
    },
  ]
  await relayAll({ makers })
  assert.equal(await owner('select from webhook_deliveries'), [])
})

test('a relay that is told to stop gives back what it has not begun', async () => {
  await happen(clinic)
  await relay(app, AbortSignal.abort())
  const [row] = await owner<{ lease: string | null; free: boolean }>(
    'select lease, due_at <= clock_timestamp() as free from events',
  )
  assert.equal(row, { lease: null, free: true })
})

test('the days that a visit leaves and enters get a new version', async () => {
  const [{ id: location } = { id: 0 }] = await owner<{ id: number }>(
    `insert into locations (organization_id, name, time_zone) values ($1, 'Арбат', 'Europe/Moscow') returning id`,
    [clinic],
  )
  const days = ['2027-01-11', '2027-01-12', '2027-01-20'].map((date) => `${location}:${date}`)
  const before = await app.ephemeral.versions.read(clinic, days)
  await happen(clinic, 'appointment.rescheduled', {
    id: 1,
    location_id: location,
    specialist_id: 1,
    starts_at: '2027-01-11T12:00:00+03:00',
    ends_at: '2027-01-11T13:00:00+03:00',
    previous: { starts_at: '2027-01-12T12:00:00+03:00', ends_at: '2027-01-12T13:00:00+03:00' },
  })
  await relayAll()
  const after = await app.ephemeral.versions.read(clinic, days)
  assert.equal(
    after.slice(1).map((version, index) => version !== before[index + 1]),
    [true, true, false],
  )
})

test.run()
