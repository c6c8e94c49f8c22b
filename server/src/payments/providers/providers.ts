import type { Config } from '../../config.ts'
import type { ProviderName } from '../payment.ts'
import { demoProvider } from './demo.ts'
import type { Provider } from './provider.ts'
import { stripeProvider } from './stripe.ts'
import { yookassaProvider } from './yookassa.ts'

type Providers = Partial<Record<ProviderName, Provider>>

/** Made once for a configuration: they hold nothing but its settings. */
const made = new WeakMap<Config, Providers>()

export function providersOf(config: Config): Providers {
  let found = made.get(config)
  if (found === undefined) {
    found = {
      // Also where it is not offered: what was paid by it is still to be given back.
      demo: demoProvider(),
      ...(config.yookassa === null ? {} : { yookassa: yookassaProvider(config.yookassa) }),
      ...(config.stripe === null ? {} : { stripe: stripeProvider(config.stripe) }),
    }
    made.set(config, found)
  }
  return found
}

/** undefined: nobody has set it up, or it is the desk. */
export function providerOf(config: Config, name: ProviderName): Provider | undefined {
  return providersOf(config)[name]
}
