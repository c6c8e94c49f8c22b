import type { OperationTypes, Payment } from '@zapis/sdk/contract'
import type { Config } from '../config.ts'
import { payUrl } from './begin.ts'
import type { DifferenceRow } from './differences.ts'
import type { PaymentRow } from './rows.ts'

export function presentPayment(config: Pick<Config, 'publicUrl'>, row: PaymentRow): Payment {
  const money = (amount: number) => ({ amount, currency: row.currency })
  return {
    id: row.id,
    client_id: row.client_id,
    provider: row.provider,
    status: row.status,
    amount: money(row.amount),
    refunded: money(row.refunded),
    purpose: row.purpose,
    appointment_id: row.appointment_id,
    package_id: row.package_id,
    client_package_id: row.client_package_id,
    url: payUrl(config, row),
    error: row.error?.slice(0, 500) ?? null,
    succeeded_at: row.succeeded_at?.toISOString() ?? null,
    version: row.version,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}

type DifferenceItem = OperationTypes['payments.settleDifference']['reply']

export function presentDifference(row: DifferenceRow): DifferenceItem {
  return {
    id: row.id,
    provider: row.provider,
    provider_id: row.provider_id,
    payment_id: row.payment_id,
    kind: row.kind,
    ours: row.ours,
    theirs: row.theirs,
    found_at: row.found_at.toISOString(),
    settled_at: row.settled_at?.toISOString() ?? null,
  }
}
