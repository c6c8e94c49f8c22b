/** The ledger's rules that need no database. No I/O, no clock. */
import type { TransactionDraft, Wallet, WalletTransaction } from '@zapis/sdk/contract'
import { Fault } from '../fault.ts'

export type TransactionType = WalletTransaction['type']

/** One line of the ledger as it is stored, with the organization's currency. */
export interface TransactionRow {
  id: number
  client_id: number
  seq: number
  type: TransactionType
  amount: number
  balance_after: number
  reason: string | null
  appointment_id: number | null
  client_package_id: number | null
  payment_id: number | null
  refunds: number | null
  corrects: number | null
  actor: string
  created_at: Date
  currency: string
}

export interface WalletRow {
  client_id: number
  balance: number
  credit_limit: number
  version: number
  updated_at: Date
  currency: string
}

/** Requests name how much; which way it goes is said by the type. Only a correction carries its own sign. */
export function signedAmount(type: TransactionType, amount: number): number {
  return type === 'withdraw' || type === 'payment' ? -amount : amount
}

/** Which other fields a line of this type may name. */
const named: Record<TransactionType, readonly Reference[]> = {
  deposit: [],
  withdraw: [],
  payment: ['appointment_id'],
  refund: ['refunds'],
  correction: ['corrects'],
}
/** Without these a line of this type says nothing; a correction without one is of the latest line. */
const needed: Partial<Record<TransactionType, Reference>> = {
  payment: 'appointment_id',
  refund: 'refunds',
}
const references = ['appointment_id', 'refunds', 'corrects'] as const
type Reference = (typeof references)[number]

/** Throws what is wrong with a draft by itself. */
export function checkDraft(draft: TransactionDraft): void {
  const { type, amount, reason = '' } = draft
  if (amount === 0 || (amount < 0 && type !== 'correction'))
    throw refused('invalid_request', '/amount', 'too_small')
  const stray = references.find((name) => draft[name] !== undefined && !named[type].includes(name))
  if (stray !== undefined) throw refused('invalid_data', `/${stray}`, 'not_allowed')
  const missing = needed[type]
  if (missing !== undefined && draft[missing] === undefined)
    throw refused('unknown_reference', `/${missing}`, 'required')
  if (type === 'correction' && reason.trim() === '')
    throw refused('reason_required', '/reason', 'required')
}

type Refusal = 'invalid_request' | 'invalid_data' | 'unknown_reference' | 'reason_required'

export function refused(code: Refusal, pointer: string, field: string): Fault {
  return new Fault(code, { errors: [{ pointer, code: field }] })
}

export function presentTransaction(row: TransactionRow): WalletTransaction {
  const { currency, created_at, reason, ...line } = row
  return {
    ...line,
    amount: { amount: row.amount, currency },
    balance_after: { amount: row.balance_after, currency },
    reason: reason ?? '',
    created_at: created_at.toISOString(),
  }
}

export function presentWallet({ currency, ...row }: WalletRow): Wallet {
  return {
    ...row,
    balance: { amount: row.balance, currency },
    credit_limit: { amount: row.credit_limit, currency },
    updated_at: row.updated_at.toISOString(),
  }
}
