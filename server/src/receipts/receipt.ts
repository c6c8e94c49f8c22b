/** Which fiscal documents (54-ФЗ) a movement of money makes. No I/O, no clock. */

export type Method = 'full_prepayment' | 'prepayment' | 'advance' | 'full_payment'

export interface Item {
  title: string
  quantity: number
  amount: number
  vat: string
  payment_method: Method
  payment_object: 'service' | 'payment'
}

export interface Document {
  kind: 'income' | 'income_refund'
  total: number
  items: Item[]
}

export interface Money {
  purpose: 'appointment' | 'package' | 'deposit'
  /** The money is on the balance, whatever it was for. */
  isOnBalance: boolean
  amount: number
  /** What it is for costs as a whole. */
  price: number
  /** The service has been given already. */
  isGiven: boolean
  title: string
}

const NO_VAT = 'none'

function methodOf({ purpose, isOnBalance, amount, price, isGiven }: Money): Method {
  if (isOnBalance || purpose === 'deposit') return 'advance'
  if (isGiven) return 'full_payment'
  return amount < price ? 'prepayment' : 'full_prepayment'
}

function document(kind: Document['kind'], amount: number, method: Method, title: string): Document {
  const item: Item = {
    title: title.slice(0, 128),
    quantity: 1,
    amount,
    vat: NO_VAT,
    payment_method: method,
    payment_object: method === 'advance' ? 'payment' : 'service',
  }
  return { kind, total: amount, items: [item] }
}

/** Money came: for a service to come, or for one that was given. */
export function incomeOf(money: Money): Document {
  return document('income', money.amount, methodOf(money), money.title)
}

/** The service was given: what was paid before it is counted against it. */
export function offsetOf(amount: number, title: string): Document {
  return document('income', amount, 'full_payment', title)
}

/** Money went back, by the sign under which it had come; after the offset it is the service itself that is taken back. */
export function refundOf(
  amount: number,
  came: Pick<Item, 'payment_method' | 'title'>,
  isOffset: boolean,
): Document {
  return document(
    'income_refund',
    amount,
    isOffset ? 'full_payment' : came.payment_method,
    came.title,
  )
}
