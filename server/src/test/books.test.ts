import * as fc from 'fast-check'
import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { expirePending } from '../appointments/expire.ts'
import { addDays } from '../availability/dates.ts'
import { faultOf } from '../db/constraint.ts'
import { Fault } from '../fault.ts'
import { lookAfterAll } from '../payments/duties.ts'
import { relay } from '../outbox/relay.ts'
import { executeRefunds } from '../payments/execute-refunds.ts'
import { reconcile } from '../payments/reconcile.ts'
import { never } from '../payments/test/paying.ts'
import { makeReceipts } from '../receipts/make.ts'
import { sendReceipts } from '../receipts/send.ts'
import { isBookingError } from '@zapis/sdk'
import { makeClinic } from './clinic.ts'
import { deskDeeds, type Deed } from './desk-deeds.ts'
import { violations } from './invariants.ts'
import { clientOf, type Person } from './people.ts'
import { startServer } from './server.ts'

/** Whatever clients and the desk do, at once, repeated and with connections that die in the middle: the books are right after every step. */

const server = await startServer()
const owner = new pg.Client({ connectionString: server.adminDatabaseUrl })
await owner.connect()
const books = new pg.Client({ connectionString: server.databaseUrl })
await books.connect()
const clinic = await makeClinic(server, { specialists: 2, workplaces: 2, price: 100_001 })
const sold = await clinic.admin.servicePackages.create({
  name: 'Три',
  service_id: clinic.serviceId,
  visits: 3,
  price: 200_000,
})
await clinic.admin.promoCodes.create({ code: 'ONCE', discount_percent: 15, uses_limit: 2 })
const people: Person[] = []
for (let n = 0; n < 3; n++) people.push(await clientOf(server, clinic))
for (const { id } of people) {
  await clinic.admin.clients.addDiscount(id, { discount_percent: 3.33 })
  await clinic.admin.clients.addTransaction(id, { type: 'deposit', amount: 600_000 })
}

test.after(async () => {
  await books.end()
  await owner.end()
  await server.close()
})

const patient = { maxRetries: 8 }
let hour = 0

/** Sometimes the same time as somebody else's: then one of them is told so. */
function someTime(step: number): string {
  hour++
  const at = `${String(9 + ((hour * step) % 8)).padStart(2, '0')}:00`
  return clinic.at(at, addDays(clinic.day, Math.floor(hour / 12) % 30))
}

async function book(
  person: Person,
  method: 'wallet' | 'package' | 'on_site' | 'card',
  step: number,
) {
  const place = { location_id: clinic.locationId, service_id: clinic.serviceId }
  const starts_at = someTime(step)
  const { hold } = await person.sdk.appointments.book({ ...place, starts_at }, patient)
  const promo = step % 3 === 0 && method !== 'package' ? { promo: 'once' } : {}
  try {
    return await person.sdk.appointments.confirm({ hold, payment: { method }, ...promo }, patient)
  } catch (error) {
    // Else three refusals would be all that somebody does.
    await person.sdk.appointments.release({ hold }, patient)
    throw error
  }
}

async function someVisit(person: Person, step: number): Promise<number> {
  const { data } = await person.sdk.me.appointments({ limit: 20 }, patient)
  const open = data.filter(({ status }) => ['pending', 'confirmed', 'completed'].includes(status))
  return open[step % Math.max(1, open.length)]?.id ?? 1_000_000
}

/** On the demo provider's page, if there is still something to press. */
async function press(url: string | null, action: 'pay' | 'decline'): Promise<void> {
  const { pathname } = new URL(url ?? '', server.url)
  const page = await (await fetch(server.url + pathname)).text()
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1]
  if (token === undefined) return
  const body = new URLSearchParams({ token, action })
  await fetch(server.url + pathname, { method: 'POST', body, redirect: 'manual' })
}

/** Most pay, some decline, some leave the page open. */
async function maybePay(url: string | null, step: number): Promise<void> {
  if (step % 4 !== 0) await press(url, step % 7 === 0 ? 'decline' : 'pay')
}

async function somePayment(person: Person, step: number) {
  const { data } = await person.sdk.payments.list({ limit: 20 }, patient)
  return data[step % Math.max(1, data.length)]
}

/** What the worker does by itself; a connection that dies under it is met again by its next turn. */
async function work(): Promise<void> {
  const { app } = server
  const { signal } = new AbortController()
  const turns = [
    expirePending(app),
    lookAfterAll(app, never),
    executeRefunds(app, never),
    relay(app, signal, { makers: [makeReceipts] }),
    sendReceipts(app, never),
    reconcile(app, never),
  ]
  await Promise.all(
    turns.map((turn) =>
      turn.catch((error: unknown) => {
        if (!(error instanceof Fault) && faultOf(error)?.code !== 'unavailable') throw error
      }),
    ),
  )
}

const { clients, appointments, payments } = clinic.admin
const deeds: Record<string, Deed> = {
  ...deskDeeds({ clinic, packageId: sold.id, patient, someTime, someVisit }),
  deposit: ({ id }, step) =>
    clients.addTransaction(id, { type: 'deposit', amount: 50_000 + step }, patient),
  withdraw: ({ id }, step) =>
    clients.addTransaction(id, { type: 'withdraw', amount: 10_000 + step }, patient),
  correct: ({ id }, step) =>
    clients.addTransaction(id, { type: 'correction', amount: -step, reason: 'Ошибка' }, patient),
  buyPackage: ({ sdk }) =>
    sdk.me.buyPackage({ package_id: sold.id, payment: { method: 'wallet' } }, patient),
  bookFromBalance: (person, step) => book(person, 'wallet', step),
  bookFromPackage: (person, step) => book(person, 'package', step),
  bookOnSite: (person, step) => book(person, 'on_site', step),
  bookByCard: async (person, step) =>
    maybePay((await book(person, 'card', step)).payment_url, step),
  topUpByCard: async ({ sdk }, step) => {
    const draft = { purpose: 'deposit', amount: 30_000 + step } as const
    await maybePay((await sdk.payments.create(draft, patient)).url, step)
  },
  buyPackageByCard: async ({ sdk }, step) => {
    const draft = { purpose: 'package', package_id: sold.id } as const
    await maybePay((await sdk.payments.create(draft, patient)).url, step)
  },
  payRestByCard: async (person, step) => {
    const appointment_id = await someVisit(person, step)
    const draft = { purpose: 'appointment', appointment_id } as const
    await maybePay((await person.sdk.payments.create(draft, patient)).url, step)
  },
  payLate: async (person, step) => press((await somePayment(person, step))?.url ?? null, 'pay'),
  refundPayment: async (person, step) =>
    payments.refund(
      (await somePayment(person, step))?.id ?? 1_000_000,
      {
        ...(step % 3 === 0 ? {} : { amount: 7_000 + step }),
        ...{ to: step % 2 === 0 ? 'wallet' : 'source', reason: 'Жалоба' },
      },
      patient,
    ),
  refundLine: async ({ id }, step) => {
    const { data } = await clients.transactions(id, { limit: 50 }, patient)
    const refunds = data.find(({ type }) => type === 'payment')?.id ?? 1_000_000
    return clients.addTransaction(id, { type: 'refund', amount: 2_000 + step, refunds }, patient)
  },
  timePasses: async () => {
    await books.query(
      `update appointments set pending_until = clock_timestamp() - interval '1 second' where status = 'pending'`,
    )
    await work()
  },
  work: () => work(),
  move: async (person, step) =>
    appointments.reschedule(await someVisit(person, step), { starts_at: someTime(step) }, patient),
  payAtDesk: async (person, step) =>
    appointments.pay(await someVisit(person, step), { method: 'on_site', amount: 40_000 }, patient),
  payFromBalance: async (person, step) =>
    person.sdk.appointments.pay(await someVisit(person, step), { method: 'wallet' }, patient),
  discount: async (person, step) =>
    appointments.discount(
      await someVisit(person, step),
      { amount: 1_000 + step, reason: 'Извинение' },
      patient,
    ),
  cancel: async (person, step) =>
    person.sdk.appointments.cancel(await someVisit(person, step), {}, patient),
  complete: async (person, step) => appointments.complete(await someVisit(person, step), patient),
  noShow: async (person, step) => appointments.noShow(await someVisit(person, step), patient),
  refundPart: async (person, step) =>
    appointments.refund(
      await someVisit(person, step),
      { amount: 5_000 + step, to: step % 2 === 0 ? 'wallet' : 'source', reason: 'Жалоба' },
      patient,
    ),
  refundPackage: async ({ id }) => {
    const { data } = await clients.packages(id, {}, patient)
    const bought = data.find(({ cancelled_at }) => cancelled_at === null)
    return clients.refundPackage(id, bought?.id ?? 1_000_000, { reason: 'Переезд' }, patient)
  },
}

/** What the clinic refuses is an answer; what it cannot do is a fault of ours. */
async function tried(deed: Promise<unknown>): Promise<void> {
  try {
    await deed
  } catch (error) {
    if (!isBookingError(error) || error.status === 0 || error.status >= 500) throw error
  }
}

/** Every connection of the server to the database dies, whatever it is doing. */
async function crash(): Promise<void> {
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'zapis' and datname = $1`,
    [new URL(server.databaseUrl).pathname.slice(1)],
  )
}

const step = fc.record({
  deeds: fc.array(fc.tuple(fc.constantFrom(...Object.keys(deeds)), fc.nat({ max: 2 })), {
    minLength: 2,
    maxLength: 6,
  }),
  step: fc.integer({ min: 1, max: 500 }),
  crash: fc.boolean(),
})

test('after every step of whatever happens at once, repeated and cut short, the books are right', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
      for (const { deeds: names, step: number, crash: dies } of steps) {
        const done = names.map(async ([name, who], index) => {
          const person = people[who]
          if (person === undefined) throw new Error('three people')
          return tried(deeds[name]?.(person, number + index) ?? Promise.resolve())
        })
        if (dies) await crash()
        await Promise.all(done)
        assert.equal(await violations(server.databaseUrl), [])
      }
    }),
    { numRuns: 8, endOnFailure: true },
  )
})

test.run()
