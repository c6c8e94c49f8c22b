import type { ManagedAppointment } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { knownConfiguration } from '../availability/known.ts'
import { loadTimes } from '../availability/load.ts'
import { listTimes } from '../availability/list.ts'
import { dayJson, fullPrice } from '../availability/present.ts'
import { checkRange } from '../availability/dates-asked.ts'
import { zone } from '../availability/zone.ts'
import { transaction, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call, Locale } from '../http/call.ts'
import { bare, planned, RawReply, type HandlersOf } from '../http/handler.ts'
import { acknowledge } from './acknowledge.ts'
import { inTime, mayBecome, mayCallOff, mayMove } from './appointment.ts'
import { calendarReply } from './calendar-reply.ts'
import { cancel } from './cancel.ts'
import { invoiceReply } from './invoice.ts'
import { policyOf } from './policy-rows.ts'
import { minuteOf } from './present.ts'
import { findByCode, namedAppointment, type NamedAppointment } from './reads.ts'
import { reschedule } from './reschedule.ts'
import { keptIfCancelled } from './terms.ts'

/** What the bearer of a manage link sees and does, without an account. How they are told is a room of its own. */
export function manageHandlers(app: App): Omit<HandlersOf<'manage'>, 'manage.addPushSubscription'> {
  async function opened<T>(
    { params, locale }: Pick<Call<'manage.get'>, 'params' | 'locale'>,
    look: (row: NamedAppointment, tx: Tx) => Promise<T> | T,
  ): Promise<T> {
    const found = await findByCode(app.db, params.code)
    if (!found) throw new Fault('not_found')
    return transaction(app.db, found.organizationId, async (tx) => {
      const row = await namedAppointment(tx, found.id, locale)
      if (row === undefined) throw new Fault('not_found')
      return look(row, tx)
    })
  }
  return {
    'manage.get': bare((call) => opened(call, (row, tx) => presentManaged(app, row, tx))),
    'manage.availability': bare(async (call) => {
      const [organizationId, row] = await opened(call, (row, tx) => [tx.organizationId ?? 0, row])
      return otherTimes(app, organizationId, row, call.query)
    }),
    'manage.calendar': bare(async (call) => calendarReply(app, await opened(call, (row) => row))),
    // Without the name of who pays: a link is passed on.
    'manage.invoice': bare((call) => opened(call, (row) => invoiceReply(row, null, call.locale))),
    'manage.cancel': planned(async (call) => {
      const found = await findByCode(app.db, call.params.code)
      if (!found) return null
      const { organizationId, id } = found
      return {
        organizationId,
        async run(tx) {
          await cancel(app, tx, call, { kind: 'bearer', organizationId }, id, call.body)
          return managed(app, tx, id, call.locale)
        },
      }
    }),
    'manage.acknowledge': planned(async (call) => {
      const found = await findByCode(app.db, call.params.code)
      if (!found) return null
      const { organizationId, id } = found
      return {
        organizationId,
        async run(tx) {
          await acknowledge(app, tx, call, { kind: 'bearer', organizationId }, id)
          return managed(app, tx, id, call.locale)
        },
      }
    }),
    'manage.reschedule': planned(async (call) => {
      const found = await findByCode(app.db, call.params.code)
      if (!found) return null
      const { organizationId, id } = found
      const plan = await reschedule(app, call, { kind: 'bearer', organizationId }, id, call.body)
      if (plan === null) return null
      return {
        ...plan,
        async run(tx) {
          await plan.run(tx)
          return managed(app, tx, id, call.locale)
        },
      }
    }),
  }
}

async function managed(app: App, tx: Tx, id: number, locale: Locale): Promise<ManagedAppointment> {
  const row = await namedAppointment(tx, id, locale)
  if (row === undefined) throw new Fault('not_found')
  return presentManaged(app, row, tx)
}

async function presentManaged(
  app: App,
  row: NamedAppointment,
  tx: Tx,
): Promise<ManagedAppointment> {
  const policy = await policyOf(tx, row)
  const now = app.clock()
  const isAhead = row.starts_at > now
  const kept = keptIfCancelled(policy, row, now)
  const { isoWithOffset } = zone(row.time_zone)
  return {
    status: row.status,
    organization_name: row.organization_name,
    location: {
      id: row.location_id,
      name: row.location_name,
      address: row.location_address,
      city: row.location_city,
      phone: row.location_phone,
      time_zone: row.time_zone,
    },
    service: { id: row.service_id, name: row.service_name, preparation: row.preparation },
    specialist: { id: row.specialist_id, name: row.specialist_name },
    starts_at: isoWithOffset(minuteOf(row.starts_at)),
    ends_at: isoWithOffset(minuteOf(row.ends_at)),
    total: { amount: row.total, currency: row.currency },
    payment_url: row.status === 'pending' ? row.payment_url : null,
    can_cancel: mayBecome(row.status, 'cancelled') && mayCallOff(row.starts_at, now, policy),
    cancel_fee: { amount: Math.min(row.paid, kept), currency: row.currency },
    cancel_keeps_visit: row.client_package_id !== null && kept > 0,
    can_reschedule:
      isAhead && mayMove(row.status) && inTime(row.starts_at, now, policy.reschedule_before_min),
    acknowledged_at: row.acknowledged_at?.toISOString() ?? null,
    version: row.version,
  }
}

async function otherTimes(
  app: App,
  organizationId: number,
  row: NamedAppointment,
  query: { from: string; to: string; specialist_id?: number },
): Promise<RawReply> {
  checkRange(query)
  const { specialist_id } = query
  // Only a colleague who is named has to be in the catalogue: the visit's own may have left it.
  if (specialist_id !== undefined && specialist_id !== row.specialist_id)
    await knownConfiguration(app.configurations, {
      organizationId,
      locationId: row.location_id,
      serviceId: row.service_id,
      specialistId: specialist_id,
    })
  const loaded = await loadTimes(app, {
    organizationId,
    locationId: row.location_id,
    serviceId: row.service_id,
    specialistId: specialist_id ?? row.specialist_id,
    fromDate: query.from,
    toDate: query.to,
    ignoreAppointmentId: row.id,
    durationMin: row.duration_min ?? undefined,
  })
  if (loaded === null) throw new Fault('not_found')
  const days = listTimes(loaded.input).map((day) =>
    dayJson(day, zone(row.time_zone), row.currency, fullPrice),
  )
  return new RawReply(`{"time_zone":"${row.time_zone}","days":[${days.join(',')}]}`, {
    'content-type': 'application/json; charset=utf-8',
  })
}
