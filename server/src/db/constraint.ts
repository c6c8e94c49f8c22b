import type { ErrorCode, FieldCode } from '@zapis/sdk/contract'
import { Fault } from '../fault.ts'
import { sqlState } from './transaction.ts'

interface Rule {
  code: ErrorCode
  /** The field of the request that the constraint speaks of, and what it says; `invalid` else. */
  pointer?: string
  says?: FieldCode
}

/** What a refusal of PostgreSQL means to the caller, by the constraint's name. DETAIL is never shown: it quotes other people's rows. */
const byConstraint: Record<string, Rule> = {
  occupancies_no_overlap: { code: 'slot_unavailable' },
  group_sessions_seats: { code: 'slot_unavailable', pointer: '/starts_at', says: 'full' },
  group_sessions_workplace: { code: 'unknown_reference', pointer: '/workplace_id' },
  appointments_transition: { code: 'invalid_transition' },
  appointments_location: { code: 'unknown_reference', pointer: '/location_id' },
  appointments_service: { code: 'unknown_reference', pointer: '/service_id' },
  appointments_specialist: { code: 'unknown_reference', pointer: '/specialist_id' },
  appointments_workplace: { code: 'unknown_reference', pointer: '/workplace_id' },
  appointments_client: { code: 'unknown_reference', pointer: '/client/id' },
  client_wallets_balance_covered: { code: 'insufficient_funds' },
  client_packages_visits_left: { code: 'package_not_valid' },
  location_schedules_no_overlap: { code: 'schedule_overlap', pointer: '/week' },
  specialist_schedules_no_overlap: { code: 'schedule_overlap', pointer: '/week' },
  schedule_exceptions_no_overlap: { code: 'schedule_overlap', pointer: '/exceptions' },
  holidays_once_a_date: { code: 'already_exists', pointer: '/date' },
  locations_slot_step: { code: 'invalid_data', pointer: '/slot_step_min' },
  client_discounts_service: { code: 'unknown_reference', pointer: '/service_id' },
  wallet_transactions_client_merged: { code: 'conflict' },
  wallet_transactions_refund_within_payment: { code: 'refund_too_large' },
  wallet_transactions_refund_names_payment: { code: 'unknown_reference', pointer: '/refunds' },
  wallet_transactions_correction_names_line: { code: 'unknown_reference', pointer: '/corrects' },
  wallet_transactions_correction_reason: { code: 'reason_required', pointer: '/reason' },
  refunds_of_package: { code: 'package_refund_needed' },
  wallet_transactions_deposit_within_payment: { code: 'refund_too_large' },
  appointments_paid_within_total: { code: 'already_paid' },
  package_uses_valid: { code: 'package_not_valid' },
  notification_rules_once: { code: 'invalid_data', pointer: '/rules' },
  notification_rules_service: { code: 'unknown_reference', pointer: '/rules', says: 'not_found' },
  notification_settings_quiet: { code: 'invalid_data', pointer: '/quiet_to' },
  notification_preferences_quiet: { code: 'invalid_data', pointer: '/quiet_to' },
  promo_codes_uses_left: { code: 'promo_not_valid', pointer: '/promo' },
  promo_uses_per_client: { code: 'promo_not_valid', pointer: '/promo' },
  promo_codes_code_key: { code: 'already_exists', pointer: '/code' },
  organizations_slug_key: { code: 'already_exists', pointer: '/slug' },
  staff_email_key: { code: 'already_exists', pointer: '/email' },
  clients_phone_key: { code: 'already_exists', pointer: '/phone' },
  clients_email_key: { code: 'already_exists', pointer: '/email' },
  clients_telegram_key: { code: 'already_exists', pointer: '/telegram_id' },
  consent_texts_key: { code: 'already_exists', pointer: '/version' },
}

const UNIQUE = '23505'
const FOREIGN_KEY = '23503'
const CHECK = '23514'
const EXCLUSION = '23P01'
const LOCK_TIMEOUT = '55P03'
const TEXT_REFUSED = new Set(['22021', '22P05'])
/** The server is starting, stopping, full or gone; or the statement took too long. */
const ABSENT = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '53100',
  '53200',
  '58P01',
  '57014',
  '25P03',
  '25006',
  LOCK_TIMEOUT,
  '40001',
  '40P01',
])
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
])

/** null = not a refusal, of PostgreSQL or our own, that anybody expected. */
export function faultOf(error: unknown): Fault | null {
  if (error instanceof Fault) return error
  if (!(error instanceof Error)) return null
  const state = sqlState(error)
  if (ABSENT.has(state) || NETWORK.has(state) || state.startsWith('08') || isConnectionLoss(error))
    return new Fault('unavailable', { retryAfterSeconds: 1 })
  const constraint =
    'constraint' in error && typeof error.constraint === 'string' ? error.constraint : ''
  const rule = byConstraint[constraint] ?? bySqlState(state, constraint)
  if (rule === undefined) return null
  return new Fault(
    rule.code,
    rule.pointer === undefined
      ? {}
      : { errors: [{ pointer: rule.pointer, code: rule.says ?? 'invalid' }] },
  )
}

/** node-postgres reports these without a code. */
function isConnectionLoss(error: Error): boolean {
  return /^(Connection terminated|Query read timeout|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after)/.test(
    error.message,
  )
}

function bySqlState(state: string, constraint: string): Rule | undefined {
  if (TEXT_REFUSED.has(state)) return { code: 'malformed_body' }
  if (constraint === '') return undefined
  if (state === UNIQUE) return { code: 'already_exists' }
  if (state === FOREIGN_KEY) return { code: 'unknown_reference' }
  if (state === CHECK || state === EXCLUSION) return { code: 'invalid_data' }
  return undefined
}
