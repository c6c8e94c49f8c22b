import type { OperationTypes } from '@zapis/sdk/contract'
import { kept, type Kept, type Noun } from '../catalogue/noun.ts'
import { referencesOf } from '../catalogue/references.ts'
import { byId, key } from '../db/keyset.ts'
import { Fault, type FieldFault } from '../fault.ts'
import { canonical, eitherFaults, ruleFaults } from './promo.ts'

type PromoCode = OperationTypes['promoCodes.get']['reply']
type Draft = OperationTypes['promoCodes.create']['body']
type Query = OperationTypes['promoCodes.list']['query']

interface Row extends Kept {
  code: string
  /** PostgreSQL's decimals are text. */
  discount_percent: string | null
  discount_amount: number | null
  service_id: number | null
  valid_from: string | null
  valid_to: string | null
  uses_limit: number | null
  uses_per_client: number | null
  first_visit_only: boolean
  uses: number
}

/** In the catalogue's manner; what was booked with a code keeps its discount, whatever becomes of the code. */
export const promoCodes: Noun<Row, Draft, Query, PromoCode> = {
  kind: 'promo_code',
  table: 'promo_codes',
  columns: [
    'discount_percent',
    'discount_amount',
    'service_id',
    'valid_from',
    'valid_to',
    'uses_limit',
    'uses_per_client',
    'first_visit_only',
  ],
  values: (_tx, { code }) => Promise.resolve(code === undefined ? {} : { code: canonical(code) }),
  references: ({ service_id }) => referencesOf('services', '/service_id', service_id ?? undefined),
  faults: ruleFaults,
  frozen(_tx, row, draft) {
    const percent = percentOf(row)
    const whole = { ...row, discount_percent: percent, ...draft }
    mustBeEither(whole)
    const isBelowUses = (draft.uses_limit ?? row.uses) < row.uses
    const errors: FieldFault[] = isBelowUses ? [{ pointer: '/uses_limit', code: 'too_small' }] : []
    return Promise.resolve([...ruleFaults(whole), ...errors])
  },
  sorts: () => ({ id: [byId], code: [key('code', 'text'), byId] }),
  items: (_tx, rows) =>
    rows.map((row) => ({
      id: row.id,
      code: row.code,
      discount_percent: percentOf(row),
      discount_amount: row.discount_amount,
      service_id: row.service_id,
      valid_from: row.valid_from,
      valid_to: row.valid_to,
      uses_limit: row.uses_limit,
      uses_per_client: row.uses_per_client,
      first_visit_only: row.first_visit_only,
      uses: row.uses,
      ...kept(row),
    })),
}

function percentOf({ discount_percent }: Row): number | null {
  return discount_percent === null ? null : Number(discount_percent)
}

/** A percent or an amount: the schema cannot say it, but it is the form of the request that is wrong. */
export function mustBeEither(draft: Parameters<typeof eitherFaults>[0]): void {
  const errors = eitherFaults(draft)
  if (errors.length > 0) throw new Fault('invalid_request', { errors })
}
