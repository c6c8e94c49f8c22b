import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { eventually } from '../outbox/test/app.ts'
import { violations } from '../test/invariants.ts'
import { paying } from './test/paying.ts'

/** The whole program, its worker too. */
const { server, clinic, person, open, close } = await paying({ ROLE: 'all' })
test.after(close)

test('money that comes and goes back has its receipts without anybody asking', async () => {
  const payment = await person.sdk.payments.create({ purpose: 'deposit', amount: 70_000 })
  const page = await (await open(payment.url)).text()
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? ''
  await open(payment.url, { method: 'POST', body: new URLSearchParams({ token, action: 'pay' }) })
  await clinic.admin.payments.refund(payment.id, { amount: 20_000, reason: 'часть' })
  const receipts = await eventually(async () => {
    const all = await person.sdk.receipts.list({ status: 'registered' }).toArray()
    return all.length === 2 ? all : undefined
  })
  assert.equal(
    receipts.map(({ kind, total }) => [kind, total.amount]),
    [
      ['income_refund', 20_000],
      ['income', 70_000],
    ],
  )
  for (const { fiscal_number } of receipts) assert.match(fiscal_number ?? '', /^DEMO-\d+$/)
  assert.is((await person.sdk.me.wallet()).balance.amount, 50_000)
  assert.equal(await violations(server.databaseUrl), [])
})

test.run()
