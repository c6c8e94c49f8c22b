/** What booking asks of promo codes, inside its own transaction and after the appointment's row is locked. */
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { canonical, fits, type Promo, type PromoDiscount } from './promo.ts'

interface PromoRow {
  id: number
  code: string
  percent: number | null
  amount: number | null
  service_id: number | null
  valid_from: string | null
  valid_to: string | null
  uses_limit: number | null
  uses_per_client: number | null
  first_visit_only: boolean
  uses: number
  uses_by_client: number
  has_visits: boolean
  today: string
}

/** Visits that were cancelled, expired or missed have not been anybody's first. */
const STANDING = `status in ('pending', 'confirmed', 'arrived', 'completed')`

const byCode = statement(
  'promo_by_code',
  `select p.id, p.code, p.discount_percent::float8 as percent, p.discount_amount as amount, p.service_id, p.valid_from, p.valid_to,
     p.uses_limit, p.uses_per_client, p.first_visit_only, p.uses,
     (select count(*) from promo_uses u where u.organization_id = p.organization_id and u.promo_code_id = p.id
        and u.client_id = $3 and u.released_at is null)::integer as uses_by_client,
     exists (select from appointments a where a.organization_id = p.organization_id and a.client_id = $3 and a.${STANDING}) as has_visits,
     (select (now() at time zone o.time_zone)::date from organizations o where o.id = p.organization_id) as today
   from promo_codes p where p.organization_id = $1 and lower(p.code) = lower($2) and p.archived_at is null`,
)
const use = statement(
  'promo_use',
  `insert into promo_uses (organization_id, promo_code_id, appointment_id, client_id) values ($1, $2, $3, $4)`,
)
const fitsVisit = `select 1 from promo_codes p where p.organization_id = $1 and p.id = $2
     and not (p.first_visit_only and exists (select from appointments a where a.organization_id = $1 and a.client_id = $4
       and a.id <> $3 and a.${STANDING}))`
const stillFits = statement('promo_still_fits', `${fitsVisit} and p.archived_at is null`)
/** Archiving stops new uses; this one was promised before. */
const fitsAgain = statement('promo_fits_again', fitsVisit)
const takeAgain = statement(
  'promo_use_again',
  `update promo_uses set released_at = null where organization_id = $1 and appointment_id = $2 and released_at is not null
   returning promo_code_id, client_id`,
)
const release = statement(
  'promo_release',
  `update promo_uses set released_at = now() where organization_id = $1 and appointment_id = $2 and released_at is null`,
)

/**
 * The discount of a code as typed, booked today: its `valid_from` and `valid_to` speak of the day of booking in the
 * organization's zone, not of the day of the visit. `clientId` null = not known yet, as of a guest's quote: what depends
 * on the client is then asked when the code is used.
 */
export async function findPromo(
  tx: Tx,
  code: string,
  about: { serviceId: number; clientId: number | null },
): Promise<PromoDiscount> {
  const values = [tx.organizationId, canonical(code), about.clientId]
  const row = await tx.maybe<PromoRow>(byCode, values)
  if (row === undefined) throw notValid('not_found')
  const { today, uses_by_client: usesByClient, has_visits: hasVisits } = row
  const occasion = { serviceId: about.serviceId, today, usesByClient, hasVisits }
  if (!fits(promoOf(row), occasion)) throw notValid('invalid')
  return { promoId: row.id, code: row.code, percent: row.percent, amount: row.amount }
}

/** Takes one use. The code's row lock makes uses take turns, so what two bookings at once could both have seen is looked at again. */
export async function usePromo(
  tx: Tx,
  {
    promoId,
    appointmentId,
    clientId,
  }: { promoId: number; appointmentId: number; clientId: number },
): Promise<void> {
  const values = [tx.organizationId, promoId, appointmentId, clientId]
  await tx.query(use, values)
  if ((await tx.maybe(stillFits, values)) === undefined) throw notValid('invalid')
}

/** Gives the visit's use back, if it has one. */
export async function releasePromo(tx: Tx, appointmentId: number): Promise<void> {
  await tx.query(release, [tx.organizationId, appointmentId])
}

/**
 * A visit that takes place after all counts its use again. Whoever took the last one meanwhile keeps it: promo_not_valid.
 */
export async function reusePromo(tx: Tx, appointmentId: number): Promise<void> {
  const used = await tx.maybe<{ promo_code_id: number; client_id: number }>(takeAgain, [
    tx.organizationId,
    appointmentId,
  ])
  if (used === undefined) return
  const values = [tx.organizationId, used.promo_code_id, appointmentId, used.client_id]
  if ((await tx.maybe(fitsAgain, values)) === undefined) throw notValid('invalid')
}

function promoOf(row: PromoRow): Promo {
  return {
    serviceId: row.service_id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    usesLimit: row.uses_limit,
    usesPerClient: row.uses_per_client,
    firstVisitOnly: row.first_visit_only,
    uses: row.uses,
  }
}

function notValid(code: 'not_found' | 'invalid'): Fault {
  return new Fault('promo_not_valid', { errors: [{ pointer: '/promo', code }] })
}
