import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { guest, makeClinic, visitAt } from '../test/clinic.ts'
import { clientOf } from '../test/people.ts'
import { codeOf } from '../test/refusal.ts'
import { startServer } from '../test/server.ts'
import { yookassaStandIn } from '../test/yookassa-stand-in.ts'

/** YooKassa alone, which takes roubles only. */
const yookassa = await yookassaStandIn()
const server = await startServer(yookassa.environment)
const owner = new pg.Client({ connectionString: server.databaseUrl })
await owner.connect()
test.after(async () => {
  await owner.end()
  await server.close()
  await yookassa.close()
})

async function clinicIn(currency: string) {
  const clinic = await makeClinic(server)
  await owner.query('update organizations set currency = $2 where id = $1', [
    clinic.organizationId,
    currency,
  ])
  const person = await clientOf(server, clinic)
  const held = (time: string) => person.sdk.appointments.book(visitAt(clinic, time))
  return { clinic, person, held }
}

test('a clinic whose currency nobody takes offers no card, and a card is refused everywhere', async () => {
  const { clinic, person, held } = await clinicIn('EUR')
  const { hold } = await held('10:00')
  const quote = await person.sdk.appointments.quote({ hold })
  assert.equal([quote.total.currency, quote.methods], ['EUR', ['on_site']])
  const card = { payment: { method: 'card' as const } }
  assert.is(
    await codeOf(person.sdk.appointments.confirm({ hold, ...card })),
    'payment_method_unavailable',
  )
  assert.is(
    await codeOf(
      clinic.admin.appointments.create({ ...visitAt(clinic, '12:00'), client: guest(), ...card }),
    ),
    'payment_method_unavailable',
  )
  assert.is(
    await codeOf(person.sdk.payments.create({ purpose: 'deposit', amount: 100 })),
    'payment_method_unavailable',
  )
  const visit = await person.sdk.appointments.confirm({ hold })
  assert.equal([visit.status, visit.payment_url], ['confirmed', null])
  assert.is(yookassa.asked.length, 0)
})

test('where money must come before and nobody takes it, paying on site is not offered', async () => {
  const { clinic, person, held } = await clinicIn('EUR')
  await clinic.admin.organization.update({ policies: { prepayment: { kind: 'full' } } })
  const { hold } = await held('10:00')
  assert.equal((await person.sdk.appointments.quote({ hold })).methods, [])
  const visit = await person.sdk.appointments.confirm({ hold })
  assert.equal([visit.status, visit.payment_url], ['pending', null])
})

test('a clinic in roubles offers a card', async () => {
  const { person, held } = await clinicIn('RUB')
  const { hold } = await held('10:00')
  assert.equal((await person.sdk.appointments.quote({ hold })).methods, ['on_site', 'card'])
})

test.run()
