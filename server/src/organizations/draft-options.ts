import { operations } from '@zapis/sdk/contract'
import { StartupError } from '../startup-error.ts'
import type { Draft } from './found.ts'

const fields = operations.organizations.create.body.properties
const currencies = new Set(Intl.supportedValuesOf('currency'))

/** The draft out of a command’s options, held to the contract’s rules; one line names what is wrong. */
export function readDraft(options: Record<string, string | undefined>, password: string): Draft {
  const take = (name: string, problem: string, fits: (text: string) => boolean) => {
    const text = options[name]?.trim() ?? ''
    if (!fits(text)) throw new StartupError(`--${name} ${problem}`)
    return text
  }
  const locale = take('locale', 'is ru or en', (text) => text === 'ru' || text === 'en')
  const draft: Draft = {
    name: take('name', 'has 1 to 200 characters', (text) => text !== '' && text.length <= 200),
    slug: take('slug', 'has lower-case latin letters, digits and hyphens', (text) =>
      new RegExp(fields['slug']?.pattern ?? '^$').test(text),
    ),
    currency: take('currency', 'is an ISO 4217 code such as RUB', (text) => currencies.has(text)),
    time_zone: take('time-zone', 'is an IANA zone such as Europe/Moscow', isZone),
    locale: locale === 'ru' ? 'ru' : 'en',
    owner: {
      email: take('email', 'is the owner’s e-mail address', (text) =>
        /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(text),
      ),
      password,
    },
  }
  if (password.length < 10 || password.length > 200) {
    throw new StartupError('The password has 10 to 200 characters.')
  }
  return draft
}

function isZone(text: string): boolean {
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: text })
    return /^[A-Z]/.test(text) && format.resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
