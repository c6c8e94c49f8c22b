import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Caller, Role } from '../http/call.ts'
import type { Envelope } from './event.ts'
import { sightOf } from './sight.ts'

function event(type: Envelope['type'], object: Record<string, unknown> = {}): Envelope {
  return { id: 1, type, created_at: '2027-01-01T00:00:00Z', data: { object } }
}

function staff(role: Role, specialistId: number | null = null): Caller {
  return { kind: 'staff', organizationId: 1, staffId: 1, role, specialistId, sessionId: 's' }
}

function key(scopes: string[] | null): Caller {
  return { kind: 'secret', organizationId: 1, keyId: 1, scopes }
}

function sees(caller: Caller, shown: Envelope, types: string[] | null = null): boolean {
  return sightOf(caller, types && new Set(types))?.(shown) ?? false
}

test('a specialist sees visits and holds of their own, and those that were moved to a colleague', () => {
  const specialist = staff('specialist', 5)
  assert.ok(sees(specialist, event('appointment.booked', { specialist_id: 5 })))
  assert.ok(sees(specialist, event('hold.created', { specialist_id: 5 })))
  const moved = { specialist_id: 6, previous: { specialist_id: 5 } }
  assert.ok(sees(specialist, event('appointment.rescheduled', moved)))
  assert.not.ok(sees(specialist, event('appointment.booked', { specialist_id: 6 })))
  assert.not.ok(sees(specialist, event('wallet.transaction', { client_id: 5 })))
  assert.not.ok(sees(specialist, event('client.updated', { id: 5 })))
  assert.not.ok(sees(staff('specialist'), event('appointment.booked', { specialist_id: null })))
})

test('hours of a branch are news to every specialist, those of a colleague are not', () => {
  const specialist = staff('specialist', 5)
  const hours = (specialist_id: number | null, location_id: number | null = null) =>
    event('schedule.changed', { specialist_id, location_id })
  assert.ok(sees(specialist, hours(5)))
  assert.ok(sees(specialist, hours(null, 2)))
  assert.ok(sees(specialist, hours(null)))
  assert.not.ok(sees(specialist, hours(6, 2)))
  assert.not.ok(
    sees({ kind: 'client', organizationId: 1, clientId: 5, sessionId: 's' }, hours(null)),
  )
})

test('the rest of the staff sees everything', () => {
  for (const role of ['reception', 'admin', 'owner'] as const) {
    assert.ok(sees(staff(role), event('wallet.transaction', { client_id: 5 })))
    assert.ok(sees(staff(role), event('hold.created')))
  }
})

test('a secret key sees what its scopes allow', () => {
  const reader = key(['appointments:read'])
  assert.ok(sees(reader, event('appointment.booked')))
  assert.ok(sees(reader, event('hold.created')))
  for (const type of ['wallet.transaction', 'payment.succeeded', 'package.used'] as const) {
    assert.not.ok(sees(reader, event(type)))
    assert.ok(sees(key(['appointments:read', 'money:read']), event(type)))
    assert.ok(sees(key(null), event(type)))
  }
  assert.not.ok(sees(reader, event('client.created', { id: 1 })))
  assert.ok(sees(key(['clients:read']), event('client.created', { id: 1 })))
})

test('of the types that were asked for, exactly these', () => {
  assert.ok(sees(key(null), event('appointment.booked'), ['appointment.booked']))
  assert.not.ok(sees(key(null), event('appointment.cancelled'), ['appointment.booked']))
})

test('a site and a stranger do not listen', () => {
  assert.is(sightOf({ kind: 'anyone', organizationId: null }, null), null)
  assert.is(sightOf({ kind: 'publishable', organizationId: 1, keyId: 1 }, null), null)
})

test.run()
