import type { PaidBy } from '../appointments/appointment.ts'
import type { AppliedDiscount } from '../pricing/price.ts'
import type { Client } from './insert-people.ts'
import type { Visit } from './visit.ts'

/** How a visit was paid. */
export interface Settlement {
  paidBy: PaidBy
  bought: Bought | null
  discounts: AppliedDiscount[]
}

export interface Bought {
  client: Client
  serviceId: number
  packageId: number
  visits: number
  left: number
  expiresMin: number
  price: number
  paidBy: 'on_site' | 'wallet' | 'card'
  atMin: number
}

export interface Use {
  bought: Bought
  visit: Visit
  kind: 'take' | 'return'
  actor: string
  atMin: number
}

/** Money from outside: by card, at the provider; or at the desk. */
export interface Payment {
  client: Client
  amount: number
  refunded: number
  isOnSite: boolean
  purpose: 'appointment' | 'package' | 'deposit'
  visit: Visit | null
  bought: Bought | null
  atMin: number
}

/** Money that went back to the card, or over the counter. */
export interface Back {
  payment: Payment
  amount: number
  reason: string
  actor: string
  atMin: number
}

export interface Line {
  client: Client
  type: 'deposit' | 'withdraw' | 'payment' | 'refund' | 'correction'
  amount: number
  visit: Visit | null
  bought: Bought | null
  payment: Payment | null
  refunds: Line | null
  corrects: Line | null
  reason: string | null
  actor: string
  atMin: number
}

/** Everything that money did, each list in the order of time. */
export interface Books {
  settlements: Map<Visit, Settlement>
  packages: Bought[]
  uses: Use[]
  payments: Payment[]
  backs: Back[]
  lines: Line[]
}
