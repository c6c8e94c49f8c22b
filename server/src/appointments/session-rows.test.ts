import { randomUUID } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { transaction } from '../db/transaction.ts'
import { guest, makeClinic } from '../test/clinic.ts'
import { violations } from '../test/invariants.ts'
import { startServer } from '../test/server.ts'
import { newCode } from './confirm.ts'
import { insertAppointment, type NewAppointment } from './rows.ts'

const server = await startServer()
test.after(async () => {
  assert.equal(await violations(server.databaseUrl), [])
  await server.close()
})

test('a hold that has become a visit leaves no session where it would have begun another', async () => {
  const clinic = await makeClinic(server, { capacity: 3 })
  const { id: clientId } = await clinic.admin.clients.create(guest())
  const visit = (time: string): NewAppointment => {
    const startMin = Date.parse(clinic.at(time)) / 60_000
    return {
      locationId: clinic.locationId,
      serviceId: clinic.serviceId,
      specialistId: clinic.specialistIds[0]!,
      workplaceId: clinic.workplaceIds[0]!,
      clientId,
      startMin,
      endMin: startMin + 60,
      busy: { from: startMin, to: startMin + 60 },
      group: true,
      status: 'confirmed',
      pendingUntil: null,
      awaitsApproval: false,
      price: 250_000,
      discount: 0,
      discounts: [],
      actor: 'system',
      paidBy: null,
      prepayment: 0,
      source: 'api',
      code: newCode(),
      holdId,
      note: '',
      overbooked: false,
      overrideReason: null,
    }
  }
  const holdId = randomUUID()
  const sessions = await transaction(server.app.db, clinic.organizationId, async (tx) => {
    await tx.query('savepoint begun')
    assert.ok(await insertAppointment(tx, visit('10:00')))
    assert.is(await insertAppointment(tx, visit('12:00')), null)
    const left = await tx.query<{ seats_taken: number }>('select seats_taken from group_sessions')
    // Nobody was told of it.
    await tx.query('rollback to savepoint begun')
    return left
  })
  assert.equal(sessions, [{ seats_taken: 1 }])
})

test.run()
