/** A wallet and its one visit as the contract tells them, without a database: what the real one is compared with. */
import type { TransactionDraft } from '@zapis/sdk/contract'

export interface ModelLine {
  id: number
  type: TransactionDraft['type']
  /** Signed. */
  amount: number
  /** Of a payment: what of it was given back. */
  refunded: number
}

export interface ModelWallet {
  balance: number
  lines: readonly ModelLine[]
  visit: { id: number; total: number }
}

/** The wallet after the draft, whose line gets this id; or why it is refused. */
export function applied(
  wallet: ModelWallet,
  draft: TransactionDraft,
  id: number,
): ModelWallet | string {
  const code = refusalOf(wallet, draft)
  if (code !== null) return code
  const { type } = draft
  const amount = type === 'withdraw' || type === 'payment' ? -draft.amount : draft.amount
  const lines = wallet.lines.map((line) =>
    type === 'refund' && line.id === draft.refunds
      ? { ...line, refunded: line.refunded + amount }
      : line,
  )
  return {
    ...wallet,
    balance: wallet.balance + amount,
    lines: [...lines, { id, type, amount, refunded: 0 }],
  }
}

function refusalOf(wallet: ModelWallet, draft: TransactionDraft): string | null {
  const { type, amount } = draft
  const short = 'insufficient_funds'
  if (type === 'deposit') return null
  if (type === 'withdraw') return amount > wallet.balance ? short : null
  if (type === 'payment') {
    if (draft.appointment_id !== wallet.visit.id) return 'unknown_reference'
    if (paid(wallet) + amount > wallet.visit.total) return 'already_paid'
    return amount > wallet.balance ? short : null
  }
  if (type === 'refund') {
    const payment = wallet.lines.find(
      (line) => line.id === draft.refunds && line.type === 'payment',
    )
    if (payment === undefined) return 'unknown_reference'
    return payment.refunded + amount > -payment.amount ? 'refund_too_large' : null
  }
  if (!draft.reason) return 'reason_required'
  const known = draft.corrects ?? wallet.lines[0]?.id
  if (!wallet.lines.some((line) => line.id === known)) return 'unknown_reference'
  return wallet.balance + amount < 0 ? short : null
}

export function paid(wallet: ModelWallet): number {
  return wallet.lines
    .filter(({ type }) => type === 'payment')
    .reduce((sum, { amount, refunded }) => sum - amount - refunded, 0)
}
