import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { guest, makeClinic, visitAt } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { startServer } from '../test/server.ts'
import { anyCommand, sweep, sweepSeats } from './test/model-commands.ts'
import { includes, makeReal, offered, type Model, type Real } from './test/model.ts'

const server = await startServer()
test.after(async () => {
  assert.equal(await violations(server.databaseUrl), [])
  await server.close()
})

async function setUp(): Promise<{ model: Model; real: Real }> {
  const clinic = await makeClinic(server, { specialists: 2, workplaces: 1 })
  const { hold } = await clinic.admin.appointments.book(visitAt(clinic, '10:00'))
  await clinic.admin.appointments.release({ hold })
  const model = { holds: [], visits: [], breaks: [], holidays: [], isDisturbed: false }
  return { model, real: await makeReal(server, clinic, hold) }
}

test('whatever is booked, moved and closed: what is listed can be booked, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(anyCommand, { maxCommands: 25 }), async (commands) => {
      const made = await setUp()
      await fc.asyncModelRun(() => made, commands)
      const { real } = made
      for (const service of [0, 1, 2]) await sweep(real, { place: 0, service, specialist: null })
      for (const specialist of [0, 1]) await sweepSeats(real, { place: 0, service: 2, specialist })
      await sweep(real, { place: 1, service: 0, specialist: 0 })
    }),
    { numRuns: Number(process.env['MODEL_RUNS'] ?? 8), endOnFailure: true },
  )
})

test('every time that is listed becomes a visit, one after the other, until none is left', async () => {
  const { real } = await setUp()
  const { appointments } = real.clinic.admin
  const wish = { place: 0, service: 0, specialist: null }
  let made = 0
  for (;;) {
    const [time] = await offered(real, wish, 'cached')
    if (time === undefined) break
    const { hold } = await appointments.book({ ...visitAt(real.clinic, '09:00'), starts_at: time })
    await appointments.confirm({ hold, client: guest() })
    assert.not(includes(await offered(real, { ...wish, specialist: 0 }, 'cached'), time))
    made++
  }
  // One room, nine hours.
  assert.is(made, 9)
})

test.run()
