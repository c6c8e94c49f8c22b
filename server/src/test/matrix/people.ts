import { randomBytes, randomUUID } from 'node:crypto'
import type { App } from '../../app-context.ts'
import { signHold } from '../../appointments/hold-token.ts'
import { openSession } from '../../identity/sessions.ts'
import { at, day, unique } from './things.ts'
import type { Ground, Insert, Marks, World } from './ground.ts'

interface Place {
  app: App
  insert: Insert
  organizationId: number
  location: number
  service: number
  package: number
}

interface Performer {
  specialist: number
  workplace: number
}

export const atFirst = { session_version: 1, role: null, specialist_id: null }

/** A client with what is theirs, and what is of the specialist whom they visit. */
export async function makeClient(
  place: Place,
  performer: Performer,
  mark: string,
  isHoldTheirs: boolean,
) {
  const { app, insert, organizationId } = place
  const contacts = { phone: `+7916${String(1_000_000 + unique())}`, email: `${mark}@client.test` }
  const personal = { first_name: mark, notes: mark, tags: [mark], locale: 'ru', ...contacts }
  const client = insert('clients', personal)
  const codes = { confirmed: newCode(), pending: newCode() }
  const session = await openSession(app, { kind: 'client', organizationId, id: client }, atFirst)
  insert('client_consents', {
    client_id: client,
    kind: 'personal_data',
    text_version: '1',
    text_hash: 'x',
    locale: 'ru',
    granted: true,
    source: 'site',
  })
  const visit = { ...place, ...performer, client, note: mark }
  const appointment = makeVisit(visit, 'confirmed', ['10:00', '11:00'], codes.confirmed)
  const pending = makeVisit(visit, 'pending', ['12:00', '13:00'], codes.pending)
  return {
    ...makeMoney(place, client, pending),
    client,
    code: codes.confirmed,
    appointment,
    pending,
    break: makeBreak(insert, performer),
    subscription: insert('push_subscriptions', subscriptionOf(client)),
    spare: insert('clients', { first_name: mark }),
    discount: insert('client_discounts', { client_id: client, discount_percent: 10 }),
    refresh: session.refresh_token,
    hold: holdOf(place, performer, isHoldTheirs ? client : null),
  }
}

/** A balance, a package, and a part of the pending visit that was paid at the desk. */
function makeMoney({ insert, service, ...place }: Place, client_id: number, pending: number) {
  const by = { client_id, actor: 'system' }
  insert('wallet_transactions', { ...by, type: 'deposit', amount: 5_000_000 })
  const payment = insert('payments', {
    client_id,
    provider: 'on_site',
    status: 'succeeded',
    amount: 1000,
    currency: 'RUB',
    purpose: 'appointment',
    appointment_id: pending,
    succeeded_at: new Date(),
  })
  const items = [
    {
      title: 'x',
      quantity: 1,
      amount: 1000,
      vat: 'none',
      payment_method: 'advance',
      payment_object: 'payment',
    },
  ]
  return {
    payment,
    bought: insert('client_packages', {
      client_id,
      package_id: place.package,
      service_id: service,
      visits_total: 5,
      visits_left: 5,
      price_paid: 1_000_000,
      paid_by: 'on_site',
    }),
    receipt: insert('receipts', {
      kind: 'income',
      status: 'failed',
      client_id,
      payment_id: payment,
      total: 1000,
      items: JSON.stringify(items),
      provider: 'demo',
      cause: `test:${payment}`,
    }),
  }
}

/** With a key of the right form (the example of RFC 8291). */
const subscriptionOf = (client_id: number) => ({
  client_id,
  endpoint: `https://fcm.googleapis.com/fcm/send/${newCode()}`,
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
})

const newCode = () => randomBytes(24).toString('base64url')

function makeVisit(
  visit: Place & Performer & { client: number; note: string },
  status: 'confirmed' | 'pending',
  [starts, ends]: [string, string],
  code: string,
): number {
  const { insert, specialist, workplace } = visit
  const appointment_id = insert('appointments', {
    location_id: visit.location,
    service_id: visit.service,
    specialist_id: specialist,
    workplace_id: workplace,
    client_id: visit.client,
    starts_at: at(starts),
    ends_at: at(ends),
    pending_until: status === 'pending' ? at(starts) : null,
    price: 250_000,
    total: 250_000,
    source: 'api',
    note: visit.note,
    status,
    code,
  })
  const during = `[${at(starts)},${at(ends)})`
  for (const [resource_kind, resource_id] of Object.entries({ specialist, workplace }))
    insert('occupancies', { resource_kind, resource_id, appointment_id, during })
  return appointment_id
}

function makeBreak(insert: Insert, { specialist }: Performer): number {
  const pause = { specialist_id: specialist, date: day, start_time: '16:00', end_time: '17:00' }
  const break_id = insert('breaks', pause)
  const during = `[${at('16:00')},${at('17:00')})`
  const resource = { resource_kind: 'specialist', resource_id: specialist }
  insert('occupancies', { ...resource, break_id, during })
  return break_id
}

/** As it is signed; the store has forgotten it, which costs only its courtesy. */
function holdOf(
  { app, organizationId, location, service }: Place,
  { specialist, workplace }: Performer,
  clientId: number | null,
): string {
  return signHold(app.secrets, {
    id: randomUUID(),
    organizationId,
    locationId: location,
    group: false,
    serviceId: service,
    specialistId: specialist,
    workplaceId: workplace,
    date: day,
    startMin: Date.parse(at('15:00')) / 60_000,
    endMin: Date.parse(at('16:00')) / 60_000,
    bufferBeforeMin: 0,
    bufferAfterMin: 0,
    price: 250_000,
    discounts: [],
    clientId,
    expiresAt: Date.now() + 120_000,
  })
}

/** 123456, as the sign-in keeps it. */
export function signInCode({ secrets }: App, organizationId: number, email: string) {
  const destination_hash = secrets
    .mac('sign-in-destination', `${organizationId} email ${email}`)
    .toString('base64url')
  const code_hash = secrets.mac('sign-in-code', `${destination_hash} 123456`).toString('base64url')
  return { destination_hash, code_hash, expires_at: new Date(Date.now() + 600_000).toISOString() }
}

export function makeStaff(
  insert: Insert,
  { passwordHash }: Ground,
  { inner, email, specialist }: Marks & { email: string; specialist: number },
) {
  const member = (role: keyof World['staff'], address: string) =>
    insert('staff', {
      email: address,
      name: inner,
      role,
      specialist_id: role === 'specialist' ? specialist : null,
      password_hash: passwordHash,
      locale: 'ru',
    })
  return {
    owner: member('owner', email),
    admin: member('admin', `admin@${inner}.test`),
    reception: member('reception', `reception@${inner}.test`),
    specialist: member('specialist', `specialist@${inner}.test`),
  }
}
