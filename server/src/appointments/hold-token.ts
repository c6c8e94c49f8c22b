import { sameBytes, type Secrets } from '../secrets.ts'
import type { AppliedDiscount } from '../pricing/price.ts'

/** What a hold says of itself: a store that forgot the hold costs only its courtesy. Times are epoch minutes. */
export interface HoldFacts {
  id: string
  organizationId: number
  locationId: number
  serviceId: number
  specialistId: number
  workplaceId: number | null
  /** A seat in a group session is held, not the time. */
  group: boolean
  /** Local date of the visit, on which discounts depend. */
  date: string
  startMin: number
  endMin: number
  bufferBeforeMin: number
  bufferAfterMin: number
  /** The price at the moment of holding: an admin’s change in between does not touch it. */
  price: number
  discounts: AppliedDiscount[]
  /** Whose discounts these are; only they can confirm it. */
  clientId: number | null
  /** Epoch milliseconds. */
  expiresAt: number
}

const PREFIX = 'hold_'
const PURPOSE = 'hold'

const LONGEST_REASON = 600

/** A token has 2000 characters at most: of a discount with a long story it bears the beginning. */
function shortened(discount: AppliedDiscount): AppliedDiscount {
  let reason = ''
  let left = LONGEST_REASON
  for (const letter of discount.reason) {
    left -= Buffer.byteLength(JSON.stringify(letter)) - 2
    if (left < 0) break
    reason += letter
  }
  return { ...discount, reason }
}

export function signHold(secrets: Secrets, facts: HoldFacts): string {
  const written = { ...facts, discounts: facts.discounts.map(shortened) }
  return signed(secrets, Buffer.from(JSON.stringify(written)).toString('base64url'))
}

function signed(secrets: Secrets, payload: string): string {
  return `${PREFIX}${payload}.${secrets.mac(PURPOSE, payload).toString('base64url')}`
}

/** null: not ours. Expiry is the caller's question. */
export function readHold(secrets: Secrets, token: string): HoldFacts | null {
  const [payload = ''] = token.slice(PREFIX.length).split('.')
  // Compared as text: base64url has several spellings of the same bytes, a hold has one.
  if (!sameBytes(Buffer.from(token), Buffer.from(signed(secrets, payload)))) return null
  // The signature says that these are the facts written above.
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as HoldFacts
}

/** What the visit takes, with its buffers. */
export function busyMinutes(
  facts: Pick<HoldFacts, 'startMin' | 'endMin' | 'bufferBeforeMin' | 'bufferAfterMin'>,
): { from: number; to: number } {
  return { from: facts.startMin - facts.bufferBeforeMin, to: facts.endMin + facts.bufferAfterMin }
}
