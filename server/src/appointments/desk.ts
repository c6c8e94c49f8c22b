import type { App } from '../app-context.ts'
import type { Candidate } from '../availability/candidate.ts'
import { zone } from '../availability/zone.ts'
import { Fault } from '../fault.ts'
import { chooseAt, slotUnavailable, type Start } from './choose.ts'

export interface DeskChoice {
  specialistId: number
  workplaceId: number | null
  endMin: number
  busy: { from: number; to: number }
  price: number
  date: string
  /** A seat in a session is taken, not the time. */
  group: boolean
  overbooked: boolean
}

export interface DeskWish {
  workplace_id?: number | undefined
  force?: boolean | undefined
  reason?: string | undefined
}

/** The room that is asked for, or any that is free; by force, although it is not. */
export async function chooseForDesk(app: App, start: Start, wish: DeskWish): Promise<DeskChoice> {
  if (wish.force === true && wish.reason === undefined)
    throw new Fault('reason_required', { errors: [{ pointer: '/reason', code: 'required' }] })
  try {
    const choice = await chooseAt(app, start)
    const candidate = choice.candidates.find(
      ({ workplaceIds }) =>
        wish.workplace_id === undefined || workplaceIds.includes(wish.workplace_id),
    )
    if (candidate === undefined) {
      await mustBeRoom(app, start, wish.workplace_id)
      throw await slotUnavailable(app, start)
    }
    return toChoice(
      start,
      choice,
      candidate,
      wish.workplace_id ?? candidate.workplaceIds[0] ?? null,
    )
  } catch (error) {
    const mayForce =
      error instanceof Fault &&
      (error.code === 'slot_unavailable' || error.code === 'time_not_bookable')
    if (wish.force === true && mayForce) return forced(app, start, wish)
    throw error
  }
}

/** A room of this branch; any other is not there for the visit. */
async function mustBeRoom(app: App, start: Start, workplaceId: number | undefined): Promise<void> {
  if (workplaceId === undefined) return
  const configuration = await app.configurations.get(start.organizationId)
  const rooms = configuration?.locations.get(start.locationId)?.workplaceIds ?? []
  if (!rooms.includes(workplaceId))
    throw new Fault('unknown_reference', {
      errors: [{ pointer: '/workplace_id', code: 'not_found' }],
    })
}

function toChoice(
  start: Start,
  about: { date: string; bufferBeforeMin: number; bufferAfterMin: number; group: boolean },
  candidate: Candidate,
  workplaceId: number | null,
): DeskChoice {
  return {
    specialistId: candidate.specialistId,
    workplaceId,
    endMin: candidate.endMin,
    busy: {
      from: start.startMin - about.bufferBeforeMin,
      to: candidate.endMin + about.bufferAfterMin,
    },
    price: candidate.price,
    date: about.date,
    group: about.group,
    overbooked: false,
  }
}

/** Outside hours or over somebody else: the specialist must be named, since nobody is free to be chosen. */
async function forced(app: App, start: Start, wish: DeskWish): Promise<DeskChoice> {
  const configuration = await app.configurations.get(start.organizationId)
  const service = configuration?.services.get(start.serviceId)
  const location = configuration?.locations.get(start.locationId)
  const specialistId = start.specialistId
  const terms = specialistId === undefined ? undefined : service?.specialists.get(specialistId)
  if (specialistId === undefined)
    throw new Fault('invalid_request', {
      errors: [{ pointer: '/specialist_id', code: 'required' }],
    })
  if (service === undefined || location === undefined || terms === undefined)
    throw new Fault('service_not_offered')
  const rooms = service.workplaceIds.filter((id) => location.workplaceIds.includes(id))
  const workplaceId = wish.workplace_id ?? rooms[0] ?? null
  const set = service.capacity > 1 ? undefined : start.durationMin
  const endMin = start.startMin + (set ?? terms.durationMin)
  return {
    specialistId,
    workplaceId,
    endMin,
    busy: { from: start.startMin - service.bufferBeforeMin, to: endMin + service.bufferAfterMin },
    price: terms.price,
    date: zone(location.timeZone).localOf(start.startMin).date,
    group: service.capacity > 1,
    overbooked: true,
  }
}
