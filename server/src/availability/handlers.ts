import type { AvailabilityQuery } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { isOwn } from '../appointments/change.ts'
import { readHold } from '../appointments/hold-token.ts'
import { appointmentById } from '../appointments/rows.ts'
import { discountsOf } from '../clients/rows.ts'
import { transaction } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { isOurs, type Call } from '../http/call.ts'
import { bare, RawReply, type HandlersOf } from '../http/handler.ts'
import type { PersonalDiscount } from '../pricing/price.ts'
import { createAvailabilityCache, etagOf } from './cache.ts'
import { checkRange } from './dates-asked.ts'
import { explain } from './explain.ts'
import type { FindInput } from './find.ts'
import { knownConfiguration } from './known.ts'
import { listTimes } from './list.ts'
import { loadTimes, type WantedTimes } from './load.ts'
import { createNearest } from './nearest.ts'
import { dayJson, priceFor } from './present.ts'
import { refusedJson } from './refused.ts'
import { zone } from './zone.ts'

type Search = Call<'availability.search'>

export function availabilityHandlers(app: App): HandlersOf<'availability'> {
  const cache = createAvailabilityCache(app)
  const nearest = createNearest(app)
  return {
    'availability.nearest': bare(async ({ query, caller }) => {
      const { organizationId } = caller
      if (organizationId === null) throw new Fault('unauthenticated')
      const { location_id: locationId, service_id: serviceId, specialist_id: specialistId } = query
      const wanted = { organizationId, locationId, serviceId, specialistId }
      const configuration = await knownConfiguration(app.configurations, wanted)
      const personal = await personalOf(app, caller)
      const { body, etag } = await nearest({ ...wanted, personal }, configuration)
      return reply(body, etag)
    }),
    'availability.search': bare(async (call) => {
      const { query, caller } = call
      checkRange(query)
      if (caller.organizationId === null) throw new Fault('unauthenticated')
      if (query.explain === 1 && !isOurs(caller)) throw new Fault('forbidden')
      mustBeDesk(call)
      const wanted = wantedOf(app, call, caller.organizationId)
      await knownConfiguration(app.configurations, wanted)
      const personal = await personalOf(app, caller)
      const isOrdinary =
        wanted.ignoreHoldId === undefined &&
        query.appointment_id === undefined &&
        query.explain !== 1 &&
        personal.length === 0
      if (isOrdinary) {
        const cached = await cache.answer(wanted).catch(() => null)
        if (cached) return reply(cached.body, cached.etag)
      }
      const set = await lengthSet(app, call)
      const durationMin = query.duration_min ?? set
      const loaded = await loadTimes(app, { ...wanted, durationMin })
      if (loaded === null) throw new Fault('not_found')
      const body = answer(loaded.input, query, personal)
      return reply(body, etagOf(body))
    }),
  }
}

/** The discounts of the client who asks. */
async function personalOf(app: App, caller: Search['caller']): Promise<PersonalDiscount[]> {
  return caller.kind === 'client'
    ? transaction(app.db, caller.organizationId, (tx) => discountsOf(tx, caller.clientId))
    : []
}

function wantedOf(
  app: App,
  { query, caller, header }: Search,
  organizationId: number,
): WantedTimes {
  const token = header('Booking-Hold')
  const hold = token === '' ? null : readHold(app.secrets, token)
  return {
    organizationId,
    locationId: query.location_id,
    serviceId: query.service_id,
    specialistId: query.specialist_id,
    fromDate: query.from,
    toDate: query.to,
    ignoreAppointmentId: query.appointment_id,
    ignoreHoldId: hold?.organizationId === organizationId ? hold.id : undefined,
    desk: caller.kind === 'staff' ? true : undefined,
  }
}

/** How long a visit is to be, is the desk’s to say, of one that is there. */
function mustBeDesk({ query, caller }: Search): void {
  if (query.duration_min === undefined) return
  const isDesk = isOurs(caller) && !(caller.kind === 'staff' && caller.role === 'specialist')
  if (!isDesk)
    throw new Fault('forbidden', { errors: [{ pointer: '#duration_min', code: 'not_allowed' }] })
  if (query.appointment_id === undefined)
    throw new Fault('invalid_request', {
      errors: [{ pointer: '#appointment_id', code: 'required' }],
    })
}

/** What the desk has set for the visit that is looked past: one's own. */
async function lengthSet(app: App, { query, caller }: Search): Promise<number | undefined> {
  const { appointment_id } = query
  if (appointment_id === undefined) return undefined
  const row =
    caller.organizationId === null
      ? undefined
      : await transaction(app.db, caller.organizationId, (tx) =>
          appointmentById(tx, appointment_id),
        )
  if (row === undefined || !isOwn(caller, row)) throw new Fault('not_found')
  return row.duration_min ?? undefined
}

function answer(input: FindInput, query: AvailabilityQuery, personal: PersonalDiscount[]): string {
  const location = input.configuration.locations.get(input.locationId)
  const where = zone(location?.timeZone ?? 'UTC')
  const price = priceFor(query.service_id, personal)
  const explained = query.explain === 1 ? explain(input) : []
  const days = listTimes(input).map((day, index) =>
    dayJson(day, where, input.configuration.currency, price, refusedJson(explained[index], where)),
  )
  return `{"time_zone":"${where.name}","days":[${days.join(',')}]}`
}

/** Fresh for nobody without asking: another client's booking changes it at any moment. */
function reply(body: string | Buffer, etag: string): RawReply {
  return new RawReply(body, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'private, no-cache',
    etag,
  })
}
