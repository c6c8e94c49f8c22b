import { addDays } from '../../availability/dates.ts'

/** One of everything that a request can name: by id, or by whatever else names it. */
export interface Things {
  location: number
  workplace: number
  service: number
  specialist: number
  package: number
  holiday: number
  break: number
  client: number
  /** A client without visits. */
  spare: number
  discount: number
  appointment: number
  pending: number
  staff: number
  key: number
  endpoint: number
  delivery: number
  promo: number
  /** A package that a client has bought. */
  bought: number
  payment: number
  receipt: number
  difference: number
  /** A browser that is told by web push. */
  subscription: number
  /** A message that was sent. */
  notification: number
  broadcast: number
  /** Of the manage link of the appointment. */
  code: string
  hold: string
  refresh: string
  /** The code of a link by which a member of staff is told by Telegram. */
  invitation: string
  slug: string
  /** Of the owner's account. */
  email: string
}

export type Thing = keyof Things

/** No row has this id. */
const none = 2_147_483_646

/** Of the right form, and nobody's. */
export const missing: Things = {
  location: none,
  workplace: none,
  service: none,
  specialist: none,
  package: none,
  holiday: none,
  break: none,
  client: none,
  spare: none,
  discount: none,
  appointment: none,
  pending: none,
  staff: none,
  key: none,
  endpoint: none,
  delivery: none,
  promo: none,
  bought: none,
  payment: none,
  receipt: none,
  difference: none,
  subscription: none,
  notification: none,
  broadcast: none,
  code: 'A'.repeat(32),
  hold: 'hold_eyJpIjo3fQ.c2ln',
  refresh: 'rt_none',
  invitation: 'staff_AAAAAAAAAAAAAAAAAAAAAA',
  slug: 'no-such-clinic',
  email: 'nobody@clinic.test',
}

// An object literal of this type has every name.
export const thingNames = Object.keys(missing) as Thing[]

/** Values that are found again in a request. */
export const traces = Object.fromEntries(
  thingNames.map((thing, index) => [
    thing,
    typeof missing[thing] === 'number' ? 1_234_567_000 + index : `trace-of-${thing}.`,
  ]),
) as unknown as Things

/** Of these a client, or a specialist, has some; the others are not there for them. */
export const owned = {
  client: ['appointment', 'pending', 'client', 'discount', 'payment', 'receipt', 'subscription'],
  specialist: ['appointment', 'pending', 'client', 'discount', 'specialist', 'break'],
} as const satisfies Record<string, Thing[]>

/** Two weeks from now, in Moscow: every day is a working day of the world. */
export const day = addDays(new Date().toISOString().slice(0, 10), 14)
export const at = (time: string) => `${day}T${time}:00+03:00`
/** Free with everybody. */
export const freeAt = at('14:00')

export const password = 'a long password'

let count = 0
/** Another one each time. */
export function unique(): number {
  return ++count
}
