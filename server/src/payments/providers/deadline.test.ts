import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readStripe, readYookassa } from '../../config-payments.ts'
import { stripeStandIn } from '../../test/stripe-stand-in.ts'
import { yookassaStandIn } from '../../test/yookassa-stand-in.ts'
import { DEADLINE_MS, ProviderFailed, type Order, type Provider } from './provider.ts'
import { stripeProvider } from './stripe.ts'
import { yookassaProvider } from './yookassa.ts'

const [yookassa, stripe] = [await yookassaStandIn(), await stripeStandIn()]
test.after(async () => {
  await yookassa.close()
  await stripe.close()
})

/** Long enough for one that answers, short enough to wait for one that does not. */
const SOON_MS = 300
const [shop, account] = [
  readYookassa((name) => yookassa.environment[name]),
  readStripe((name) => stripe.environment[name]),
]
if (shop === null || account === null) throw new Error('both stand-ins are set up')
const providers = [
  { standIn: yookassa, provider: yookassaProvider(shop, SOON_MS) },
  { standIn: stripe, provider: stripeProvider(account, SOON_MS) },
]

const order: Order = {
  code: 'a-code-that-is-long-enough',
  paymentId: 1,
  organizationId: 1,
  amount: 50_000,
  currency: 'RUB',
  description: 'Клиника: пополнение баланса 1',
  backUrl: 'https://clinic.test/pay/1/return',
}

const calls: Record<string, (provider: Provider) => Promise<unknown>> = {
  create: (provider) => provider.create(order),
  fetch: (provider) => provider.fetch('cs_or_any'),
  refund: (provider) =>
    provider.refund({ ...order, key: 'refund:1:1', providerId: 'any', again: true }),
  list: async (provider) => provider.list?.(new Date(0), new Date()),
}

async function failureOf(call: Promise<unknown>): Promise<ProviderFailed> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ProviderFailed)) throw new Error('it was to fail', { cause: error })
  return error
}

test('nobody waits longer than ten seconds for a provider', () => {
  assert.is(DEADLINE_MS, 10_000)
})

for (const { standIn, provider } of providers)
  for (const [name, call] of Object.entries(calls)) {
    for (const mode of ['silent', 'stuck'] as const)
      test(`${provider.name} that is ${mode} is given up, and ${name} may be tried again`, async () => {
        standIn.mode = mode
        const { isPassing } = await failureOf(call(provider))
        standIn.mode = 'up'
        assert.ok(isPassing)
      })

    test(`${provider.name} that sends ${name} elsewhere is not followed: the key would go there too`, async () => {
      standIn.mode = 'moved'
      const before = standIn.asked.length
      const { isPassing } = await failureOf(call(provider))
      standIn.mode = 'up'
      assert.ok(isPassing)
      const asked = standIn.asked.slice(before).map(({ path }) => path)
      assert.is(asked.length, 1)
      assert.not.ok(asked.includes('/elsewhere'))
    })
  }

test.run()
