import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readConfig } from './config.ts'
import { availableProviders } from './payments/begin.ts'

const of = (environment: Record<string, string>) =>
  readConfig({ DATABASE_URL: 'postgres://x/y', ...environment })
const stripe = { STRIPE_SECRET_KEY: 'sk_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' }
const yookassa = { YOOKASSA_SHOP_ID: '100500', YOOKASSA_SECRET_KEY: 'live_1' }
const production = { NODE_ENV: 'production', SECRET_KEY: 'x'.repeat(32) }

test('a provider that is set up by half is one line that names what is missing', () => {
  for (const [environment, message] of [
    [{ STRIPE_SECRET_KEY: 'sk_1' }, /STRIPE_WEBHOOK_SECRET must be set too/],
    [{ YOOKASSA_SHOP_ID: '1' }, /YOOKASSA_SECRET_KEY must be set too/],
    [{ ...stripe, STRIPE_API_BASE: 'api.stripe.com' }, /STRIPE_API_BASE must be an address/],
    [{ ...yookassa, YOOKASSA_WEBHOOK_ADDRESSES: '1.2.3.4, nowhere' }, /not "nowhere"/],
    [{ ...yookassa, YOOKASSA_VAT_CODE: '20%' }, /YOOKASSA_VAT_CODE/],
  ] as const)
    assert.throws(() => of(environment), message)
})

test('what nobody has set up is not there', () => {
  const config = of({})
  assert.equal([config.stripe, config.yookassa], [null, null])
  assert.is(of(yookassa).yookassa?.apiBase, 'https://api.yookassa.ru/v3')
})

test('the demo’s provider stands in production beside nothing', () => {
  assert.equal(availableProviders(of({}), 'RUB'), ['demo'])
  assert.equal(availableProviders(of({ SEED_DEMO: '1', ...stripe }), 'RUB'), ['stripe', 'demo'])
  assert.equal(availableProviders(of({ ...stripe, ...yookassa }), 'RUB'), ['yookassa', 'stripe'])
  assert.equal(availableProviders(of(production), 'RUB'), [])
})

test('YooKassa takes roubles', () => {
  assert.equal(availableProviders(of({ ...stripe, ...yookassa }), 'USD'), ['stripe'])
})

test.run()
