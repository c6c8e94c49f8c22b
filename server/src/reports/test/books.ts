import type { Founded, TestServer } from '../../test/server.ts'
import { openLedger, type Ledger } from './ledger.ts'
import { furnish, schedules, type Place } from './place.ts'

/** A clinic of two branches whose every kopek of March 2027 is known. */
export interface Books extends Place {
  /** With the secret key. */
  as: ReturnType<TestServer['as']>
  founded: Founded
}

export async function keepBooks(server: TestServer): Promise<Books> {
  const founded = await server.found()
  const ledger = await openLedger(server.databaseUrl, founded.organizationId)
  try {
    const place = await furnish(ledger, founded.organizationId)
    await schedules(ledger, place)
    const bought = await packages(ledger, place)
    const visits = await visitsOf(ledger, place, bought)
    await uses(ledger, bought, visits)
    await payments(ledger, place, visits)
    await wallets(ledger, place, visits)
    return { ...place, founded, as: server.as(founded.secret) }
  } finally {
    await ledger.close()
  }
}

/** Egor's facials; others of Vera that expire and are taken back within March. */
async function packages({ insert }: Ledger, place: Place): Promise<number> {
  const massages = { package_id: place.massages, service_id: place.massage, visits_total: 5 }
  const veras = {
    ...massages,
    client_id: place.vera,
    created_at: '2027-03-01T09:00Z',
    visits_left: 5,
  }
  await insert('client_packages', {
    ...veras,
    price_paid: 100_001,
    expires_at: '2027-03-15T00:00Z',
  })
  await insert('client_packages', {
    ...veras,
    price_paid: 70_000,
    cancelled_at: '2027-03-20T09:00Z',
  })
  return insert('client_packages', {
    client_id: place.egor,
    package_id: place.facials,
    service_id: place.facial,
    visits_total: 5,
    visits_left: 5,
    price_paid: 333_333,
    paid_by: 'on_site',
    // Half past midnight of the 6th in Moscow.
    created_at: '2027-03-05T21:30Z',
  })
}

interface Visits {
  paid: number
  wallet: number
  after: number
  late: number
  york: number
  expired: number
  missed: number
  facial: number
  april: number
}

async function visitsOf({ visit }: Ledger, place: Place, bought: number): Promise<Visits> {
  const { vera, gleb, dina, egor } = place
  const inMoscow = {
    location_id: place.moscow,
    specialist_id: place.anna,
    workplace_id: place.room,
  }
  const inYork = { location_id: place.york, specialist_id: place.boris }
  const massage = (starts_at: string, client_id: number, status: string) => ({
    ...inMoscow,
    ...{ service_id: place.massage, price: 250_000, total: 250_000 },
    ...{ ...lasting(starts_at, 60), client_id, status },
  })
  const facial = (starts_at: string, client_id: number, status: string) => ({
    ...inYork,
    ...{ service_id: place.facial, price: 99_999, total: 99_999 },
    ...{ ...lasting(starts_at, 60), client_id, status },
  })
  const byPackage = { paid_by: 'package', client_package_id: bought }
  // Before March: Gleb is no new client.
  await visit(massage('2027-02-10T07:00Z', gleb, 'completed'))
  await visit({ ...facial('2027-03-14T16:00Z', vera, 'arrived'), source: 'admin' })
  await visit({
    ...massage('2027-03-16T07:00Z', gleb, 'cancelled'),
    cancelled_at: '2027-03-14T07:00Z',
  })
  // Two hours before: late for the organization, in time for the branch.
  await visit({
    ...facial('2027-03-19T16:00Z', egor, 'cancelled'),
    cancelled_at: '2027-03-19T14:00Z',
    cancel_reason: '=1+2',
  })
  await visit(massage('2027-04-05T07:00Z', vera, 'completed'))
  return {
    paid: await visit({
      ...massage('2027-03-10T07:00Z', vera, 'completed'),
      ...{ price: 250_033, discount: 33, paid_by: 'on_site', source: 'widget' },
    }),
    wallet: await visit({
      ...massage('2027-03-10T09:00Z', gleb, 'confirmed'),
      ...{ paid_by: 'wallet', source: 'admin' },
    }),
    after: await visit({
      ...massage('2027-03-24T07:00Z', gleb, 'completed'),
      ...{ paid_by: 'wallet', source: 'site' },
    }),
    late: await visit({
      ...massage('2027-03-17T07:00Z', dina, 'cancelled'),
      ...{ cancelled_at: '2027-03-17T06:00Z', cancel_reason: ' Заболел ' },
    }),
    // 21:30 of the 10th in New York, the 11th everywhere else.
    york: await visit({
      ...facial('2027-03-11T02:30Z', dina, 'completed'),
      ...lasting('2027-03-11T02:30Z', 45),
      ...{ paid_by: 'card', source: 'telegram' },
    }),
    expired: await visit({
      ...massage('2027-03-10T12:00Z', egor, 'expired'),
      cancelled_at: '2027-03-10T08:00Z',
    }),
    missed: await visit({ ...facial('2027-03-18T16:00Z', egor, 'no_show'), ...byPackage }),
    facial: await visit({ ...facial('2027-03-20T16:00Z', egor, 'completed'), ...byPackage }),
    april: await visit({ ...facial('2027-04-10T16:00Z', egor, 'confirmed'), ...byPackage }),
  }
}

function lasting(starts_at: string, minutes: number) {
  return { starts_at, ends_at: new Date(Date.parse(starts_at) + minutes * 60_000).toISOString() }
}

/** The visit of April is booked in April. */
async function uses({ insert }: Ledger, bought: number, visits: Visits): Promise<void> {
  for (const [appointment_id, created_at] of [
    [visits.missed, '2027-03-06T09:00Z'],
    [visits.facial, '2027-03-07T09:00Z'],
    [visits.april, '2027-04-03T09:00Z'],
  ] as const)
    await insert('package_uses', {
      client_package_id: bought,
      appointment_id,
      kind: 'take',
      actor: 'test',
      created_at,
    })
}

async function payments(ledger: Ledger, place: Place, visits: Visits): Promise<void> {
  const { payment, insert, line } = ledger
  const { vera, dina, egor } = place
  const of = (appointment_id: number, client_id: number) => ({
    ...{ appointment_id, client_id, purpose: 'appointment', status: 'succeeded' },
  })
  await payment({
    ...of(visits.paid, vera),
    ...{ provider: 'on_site', amount: 200_000, succeeded_at: '2027-03-10T07:30Z' },
  })
  await payment({ ...of(visits.paid, vera), amount: 50_000, succeeded_at: '2027-03-01T20:30Z' })
  const york = await payment({
    ...of(visits.york, dina),
    ...{ amount: 99_999, succeeded_at: '2027-03-11T02:00Z' },
  })
  await insert('payment_refunds', {
    ...{ payment_id: york, amount: 99_999, status: 'failed', reason: 'отказ', actor: 'test' },
    created_at: '2027-03-12T09:00Z',
  })
  const late = await payment({
    ...of(visits.late, dina),
    ...{ amount: 100_000, refunded: 25_001, succeeded_at: '2027-03-12T10:00Z' },
  })
  await insert('payment_refunds', {
    ...{ payment_id: late, amount: 25_001, reason: 'отмена', actor: 'test' },
    created_at: '2027-03-17T07:00Z',
  })
  await payment({
    ...{ client_id: egor, purpose: 'package', package_id: place.facials, status: 'succeeded' },
    ...{ provider: 'on_site', amount: 333_333, succeeded_at: '2027-03-05T21:30Z' },
  })
  // Topped up by card, and given back to the card.
  const topUp = await payment({
    ...{
      client_id: vera,
      purpose: 'deposit',
      status: 'refunded',
      amount: 50_001,
      refunded: 50_001,
    },
    succeeded_at: '2027-03-02T09:00Z',
  })
  await line(vera, 'deposit', 50_001, '2027-03-02T09:00Z', { payment_id: topUp })
  await line(vera, 'withdraw', -50_001, '2027-03-03T09:00Z', { payment_id: topUp })
  await insert('payment_refunds', {
    ...{ payment_id: topUp, amount: 50_001, status: 'succeeded', reason: 'ошибка', actor: 'test' },
    created_at: '2027-03-03T09:00Z',
  })
  // Came after its visit was gone.
  const unapplied = await payment({
    ...of(visits.expired, egor),
    ...{ status: 'unapplied', amount: 250_000, succeeded_at: '2027-03-11T09:00Z' },
  })
  await line(egor, 'deposit', 250_000, '2027-03-11T09:00Z', { payment_id: unapplied })
  for (const status of ['failed', 'pending', 'cancelled'])
    await payment({ ...of(visits.wallet, place.gleb), status, amount: 1 })
}

async function wallets({ line, query }: Ledger, place: Place, visits: Visits): Promise<void> {
  const { vera, gleb, dina } = place
  await line(gleb, 'deposit', 500_000, '2027-02-20T09:00Z')
  const paid = await line(gleb, 'payment', -250_000, '2027-03-08T09:00Z', {
    appointment_id: visits.wallet,
  })
  await line(gleb, 'refund', 12_345, '2027-03-15T09:00Z', { refunds: paid })
  // The last minute of March in Moscow, and the first of April.
  await line(gleb, 'payment', -250_000, '2027-03-31T20:59Z', { appointment_id: visits.after })
  await line(gleb, 'deposit', 1, '2027-03-31T21:00Z')
  await line(vera, 'deposit', 70_007, '2027-03-09T09:00Z')
  const twice = await line(vera, 'deposit', 70_007, '2027-03-09T09:01Z')
  const corrected = await line(vera, 'correction', -70_007, '2027-03-10T09:00Z', {
    corrects: twice,
  })
  const handedOut = await line(vera, 'withdraw', -20_002, '2027-03-20T09:00Z')
  await line(vera, 'correction', 2, '2027-03-21T09:00Z', { corrects: handedOut })
  await line(vera, 'correction', 7, '2027-03-22T09:00Z', { corrects: corrected })
  await query('update client_wallets set credit_limit = 5000 where client_id = $1', [dina])
  await line(dina, 'withdraw', -1_000, '2027-03-25T09:00Z')
}
