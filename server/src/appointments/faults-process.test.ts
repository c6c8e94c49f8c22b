/** Processes die in the middle of bookings, the program’s own and PostgreSQL’s: F01, F04, F11, F13, F35 of research/reliability.md. */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startEmbedded } from '../db/embedded.ts'
import { relay } from '../outbox/relay.ts'
import { startChild } from '../test/child-server.ts'
import { guest, makeClinic, visitAt, type Clinic } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { startServer, type TestServer } from '../test/server.ts'

const server = await startServer()
test.after.each(async () => assert.equal(await violations(server.databaseUrl), []))
test.after(() => server.close())

const times = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00', '17:00']

interface Confirm {
  body: object
  key: string
}

/** A hold of each specialist at each time. */
async function holdsOf(clinic: Clinic): Promise<Confirm[]> {
  const confirms: Confirm[] = []
  for (const specialist_id of clinic.specialistIds)
    for (const time of times) {
      const wish = { ...visitAt(clinic, time), specialist_id }
      const { hold } = await clinic.admin.appointments.book(wish)
      confirms.push({ body: { hold, client: guest() }, key: randomUUID() })
    }
  return confirms
}

/** The status, or null when nothing came back. */
async function confirmAt(url: string, clinic: Clinic, { body, key }: Confirm) {
  const headers = {
    authorization: `Bearer ${clinic.publishable}`,
    'content-type': 'application/json',
    'idempotency-key': key,
  }
  try {
    const answer = await fetch(`${url}/v1/appointments/confirm`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return { status: answer.status, text: await answer.text() }
  } catch {
    return null
  }
}

async function visitIds(of: TestServer, clinic: Clinic): Promise<number[]> {
  const visits = await of.as(clinic.secret).appointments.list({ limit: 100 }).toArray()
  return visits.map(({ id }) => id).sort((one, other) => one - other)
}

test('a process killed in the middle of confirming, at any moment, leaves each visit made once or not at all', async () => {
  const heard: string[] = []
  const stop = await server.app.ephemeral.subscribe('appointments', (line) => heard.push(line))
  const children = await Promise.all([
    startChild(server.databaseUrl),
    startChild(server.databaseUrl),
  ])
  for (const child of children) {
    const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
    const confirms = await holdsOf(clinic)
    const sent = confirms.map((confirm) => confirmAt(child.url, clinic, confirm))
    // After the first answer others are under way; the moment differs from run to run.
    await Promise.race(sent)
    await sleep(Math.random() * 10)
    await child.end('SIGKILL')
    const first = await Promise.all(sent)

    const second = await Promise.all(confirms.map((each) => confirmAt(server.url, clinic, each)))
    assert.equal([...new Set(second.map((answer) => answer?.status))], [201])
    for (const [nth, answer] of first.entries())
      if (answer?.status === 201) assert.is(answer.text, second[nth]?.text)
    const ids = second.map((answer) => (JSON.parse(answer?.text ?? '') as { id: number }).id)
    assert.equal(
      await visitIds(server, clinic),
      ids.sort((one, other) => one - other),
    )
    // Whoever made them, another process tells of them all.
    const { signal } = new AbortController()
    while (await relay(server.app, signal)) assert.ok(true)
    for (const id of ids) assert.is(heard.filter((line) => line === `created:${id}`).length, 1)
  }
  await stop()
})

test('a process that is asked to stop answers what it has begun', async () => {
  const child = await startChild(server.databaseUrl)
  const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
  const confirms = await holdsOf(clinic)
  const sent = confirms.map((confirm) => confirmAt(child.url, clinic, confirm))
  await Promise.race(sent)
  await child.end('SIGTERM')
  const answers = await Promise.all(sent)
  const made = answers.filter((answer) => answer?.status === 201)
  assert.ok(made.length > 0)
  assert.is((await visitIds(server, clinic)).length, made.length)
})

test('PostgreSQL crashes under load and comes back: what was answered is there, and the program goes on', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'zapis-crash-'))
  // PostgreSQL runs as nobody when the tests run as root.
  await chmod(directory, 0o755)
  // Durable, unlike the other tests' server: this one is to survive.
  const postgres = await startEmbedded({ directory: path.join(directory, 'data') })
  const other = await startServer({}, { databaseUrl: postgres.url })
  try {
    const clinic = await makeClinic(other, { specialists: 4, workplaces: 4 })
    const confirms = await holdsOf(clinic)
    const crash = async () => {
      await sleep(20)
      process.kill(postgres.pid!, 'SIGQUIT')
    }
    const [answers] = await Promise.all([
      Promise.all(confirms.map((each) => confirmAt(other.url, clinic, each))),
      crash(),
    ])
    for (const answer of answers) assert.ok([201, 503].includes(answer?.status ?? 0), answer?.text)
    while ((await fetch(`${other.url}/readyz`)).status !== 200) await sleep(50)
    const again = await Promise.all(confirms.map((each) => confirmAt(other.url, clinic, each)))
    assert.equal([...new Set(again.map((answer) => answer?.status))], [201])
    for (const [nth, answer] of answers.entries())
      if (answer?.status === 201) assert.is(answer.text, again[nth]?.text)
    assert.is((await visitIds(other, clinic)).length, confirms.length)
    assert.equal(await violations(postgres.url), [])
  } finally {
    await other.close()
    await postgres.stop()
    await rm(directory, { recursive: true, force: true })
  }
})

test.run()
