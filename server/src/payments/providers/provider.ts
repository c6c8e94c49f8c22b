import type { ExternalProvider, Sum, TruthStatus } from '../payment.ts'

/** A payment as the provider has it. */
export interface Truth extends Sum {
  providerId: string
  status: TruthStatus
  refunded: number
  /** Our code, from its metadata; null: it was not made by us. */
  code: string | null
  /** Its page, while it can be paid. */
  url: string | null
  error: string | null
  createdAt: Date
}

export interface Order extends Sum {
  /** Also the key under which a second call is the first. */
  code: string
  paymentId: number
  organizationId: number
  /** What the payer reads. */
  description: string
  /** Where the payer comes back to: our page. */
  backUrl: string
}

export interface RefundOrder extends Sum {
  /** The same for every try. */
  key: string
  providerId: string
  /** An earlier try may have done it: keys are forgotten after a day, so it is looked for first. */
  again: boolean
}

export interface RefundTruth {
  providerId: string
  status: 'pending' | 'succeeded' | 'failed'
  error: string | null
}

export interface ReceiptLine extends Sum {
  title: string
  quantity: number
  vat: string
  method: 'full_prepayment' | 'prepayment' | 'advance' | 'full_payment'
  object: 'service' | 'payment'
}

export interface ReceiptOrder extends Sum {
  key: string
  kind: 'income' | 'income_refund'
  /** Of the payment; of the refund for income_refund. */
  subjectId: string
  isOffset: boolean
  customer: { phone: string | null; email: string | null }
  lines: ReceiptLine[]
  /** As of a refund: an earlier try may have done it, and its key be forgotten. */
  again: boolean
  /** Receipts of the same payment that are others of ours. */
  known: string[]
}

export interface ReceiptTruth {
  providerId: string
  status: 'sent' | 'registered' | 'failed'
  fiscalNumber: string | null
  error: string | null
}

export interface WebhookRequest {
  body: Buffer
  header(name: string): string
  /** Of the sender. */
  address: string
}

/** What a notification speaks of. It is not believed: the payment is fetched again. */
export interface Notice {
  eventId: string
  type: string
  /** null: an event that means nothing to us. */
  paymentId: string | null
}

/** Who takes money from outside. No call is made inside a transaction; each ends within ten seconds. */
export interface Provider {
  name: ExternalProvider
  create(order: Order): Promise<Truth>
  /** null: it knows no such payment. */
  fetch(providerId: string): Promise<Truth | null>
  refund(order: RefundOrder): Promise<RefundTruth>
  /** Nobody is to pay it any more: its page is closed where the provider can do that. Answers how it stands then; null: it knows no such payment. */
  close(providerId: string): Promise<Truth | null>
  /** Throws signature_invalid. */
  parseWebhook(request: WebhookRequest): Promise<Notice> | Notice
  /** Payments made there since `from` and before `to`; null: it keeps no books of its own. */
  list: ((from: Date, to: Date) => Promise<Truth[]>) | null
  /** null: its payments have no receipts of ours. */
  receipts: {
    register(order: ReceiptOrder): Promise<ReceiptTruth>
    fetch(providerId: string): Promise<ReceiptTruth>
  } | null
}

export const DEADLINE_MS = 10_000

export class ProviderFailed extends Error {
  override readonly name = 'ProviderFailed'
  /** Trying again may help: it was not reached, is overloaded, or does not let us in. */
  readonly isPassing: boolean
  constructor(reason: string, isPassing: boolean) {
    super(reason)
    this.isPassing = isPassing
  }
}
