/** What a text would say of an example: no I/O, no clock. */
import { balanceFacts, packageFacts, visitFacts, type Saying } from '../facts.ts'
import type { WordedTemplate } from './language.ts'
import type { Facts } from './render.ts'
import { languages } from './texts.ts'

const startsAt = new Date('2027-01-12T07:30:00Z')
const zone = 'Europe/Moscow'

export function exampleFacts(saying: Saying, template: WordedTemplate): Facts {
  const { name = '', client = '', reason = '', ...of } = languages[saying.locale].example
  const visit = {
    starts_at: startsAt,
    time_zone: zone,
    organization_name: of['organization'] ?? '',
    location_name: '',
    location_address: of['where'] ?? '',
    service_name: of['service'] ?? '',
    specialist_name: of['specialist'] ?? '',
    total: 250_000,
    currency: 'RUB',
  }
  const bought = {
    name: of['package'] ?? '',
    visits_left: 1,
    expires_at: startsAt,
    time_zone: zone,
  }
  const line = { type: 'deposit', amount: 100_000, balance: 250_000, currency: 'RUB' } as const
  return {
    ...visitFacts([visit], saying),
    ...packageFacts(bought, saying),
    ...balanceFacts(line, saying),
    // Of the balance only what is about it speaks on a locked phone.
    ...(saying.isDiscreet && template !== 'balance' ? { balance: '' } : {}),
    name: saying.isDiscreet ? '' : name,
    client: saying.isDiscreet ? '' : client,
    reason: saying.isDiscreet ? '' : reason,
  }
}
