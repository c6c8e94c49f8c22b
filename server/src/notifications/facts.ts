/** What the placeholders say: no I/O, no clock. */
import type { Facts } from './texts/render.ts'
import {
  languages,
  sayCount,
  sayDate,
  sayDay,
  sayMoney,
  sayTime,
  sayWhen,
  type Locale,
} from './texts/texts.ts'

export interface VisitNamed {
  starts_at: Date
  time_zone: string
  organization_name: string
  location_name: string
  location_address: string
  service_name: string
  specialist_name: string
  /** What is to be paid for it, with its discounts. */
  total: number
  currency: string
}

export interface Saying {
  locale: Locale
  /** What a locked phone shows to whoever looks at it: nothing of the person, nor of what is done to them. */
  isDiscreet: boolean
}

/** Of one visit, or of several of one day, the first of which the message is about. */
export function visitFacts(
  visits: readonly [VisitNamed, ...VisitNamed[]],
  { locale, isDiscreet }: Saying,
): Facts {
  const [visit] = visits
  const { starts_at: at, time_zone: zone } = visit
  const hidden = (text: string) => (isDiscreet ? '' : text)
  return {
    when: sayWhen(at, zone, locale),
    date: sayDate(at, zone, locale),
    time: sayTime(at, zone, locale),
    count: sayCount(visits.length, languages[locale].visits, locale),
    where: isOnePlace(visits) ? placeOf(visit) : '',
    service: hidden(visit.service_name),
    specialist: hidden(visit.specialist_name),
    price: hidden(priceOf(visits, locale)),
    organization: visit.organization_name,
    visits:
      visits.length === 1
        ? alone(visit, { locale, isDiscreet })
        : listed(visits, { locale, isDiscreet }),
  }
}

/** Of all of them; what costs nothing, a visit of a package, says nothing. */
function priceOf(visits: readonly [VisitNamed, ...VisitNamed[]], locale: Locale): string {
  const total = visits.reduce((sum, visit) => sum + visit.total, 0)
  return total === 0 ? '' : sayMoney(total, visits[0].currency, locale)
}

function alone(visit: VisitNamed, { locale, isDiscreet }: Saying): string {
  const when = sayWhen(visit.starts_at, visit.time_zone, locale)
  return isDiscreet ? when : lines([when, `${visit.service_name}, ${visit.specialist_name}`])
}

/** «вт, 12 января: 2 визита», and a line for each. */
function listed(
  visits: readonly [VisitNamed, ...VisitNamed[]],
  { locale, isDiscreet }: Saying,
): string {
  const [first] = visits
  const day = sayDay(first.starts_at, first.time_zone, locale)
  const count = sayCount(visits.length, languages[locale].visits, locale)
  const isOne = isOnePlace(visits)
  const each = visits.map((visit) => {
    const what = isDiscreet ? [] : [visit.service_name, visit.specialist_name]
    const parts = [...what, ...(isOne ? [] : [placeOf(visit)])].filter((part) => part !== '')
    const time = sayTime(visit.starts_at, visit.time_zone, locale)
    return parts.length === 0 ? time : `${time} – ${parts.join(', ')}`
  })
  return lines([`${day}: ${count}`, ...each])
}

function lines(parts: readonly string[]): string {
  return parts.join('\n')
}

function isOnePlace(visits: readonly VisitNamed[]): boolean {
  return new Set(visits.map(placeOf)).size === 1
}

export function placeOf({ location_address, location_name }: VisitNamed): string {
  return location_address === '' ? location_name : location_address
}

export interface PackageNamed {
  name: string
  visits_left: number
  expires_at: Date | null
  time_zone: string
}

export function packageFacts(row: PackageNamed, { locale, isDiscreet }: Saying): Facts {
  return {
    package: isDiscreet ? '' : row.name,
    left: sayCount(row.visits_left, languages[locale].left, locale),
    until: row.expires_at === null ? '' : sayDate(row.expires_at, row.time_zone, locale),
  }
}

export interface LineNamed {
  type: 'deposit' | 'withdraw' | 'payment' | 'refund' | 'correction'
  amount: number
  balance: number
  currency: string
}

export function balanceFacts(row: LineNamed, { locale }: Saying): Facts {
  const change = languages[locale].changes[row.type]
  return {
    change: `${change}: ${sayMoney(row.amount, row.currency, locale)}`,
    balance: sayMoney(row.balance, row.currency, locale),
  }
}
