import type { Appointment, MoveRequest } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { faultOf } from '../db/constraint.ts'
import { transaction, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { mustStillHold } from '../packages/use.ts'
import { inTime, mayMove } from './appointment.ts'
import { changed, isBound, isOwn, lockOwn, type Party } from './change.ts'
import { slotUnavailable, startMinute, type Start } from './choose.ts'
import { chooseForDesk, type DeskChoice } from './desk.ts'
import { keysOf, lockResources, resourcesOf } from './locks.ts'
import { policyOf } from './policy-rows.ts'
import { minuteOf, presentAppointment } from './present.ts'
import { mayResize, moveAppointment } from './move-rows.ts'
import { appointmentById, type AppointmentRow } from './rows.ts'

type MoveCall = Pick<Call, 'caller' | 'operation' | 'ifMatch'>

export interface MovePlan {
  organizationId: number
  turn?: { keys: string[] }
  run: (tx: Tx) => Promise<Appointment>
  refused: (error: unknown) => Promise<unknown>
}

/** In place, in one transaction: either the visit is at the new time, or it is still where it was. */
export async function reschedule(
  app: App,
  call: MoveCall,
  party: Party,
  id: number,
  wish: MoveRequest,
): Promise<MovePlan | null> {
  const organizationId = party.organizationId
  if (organizationId === null) return null
  const seen = await transaction(app.db, organizationId, (tx) => appointmentById(tx, id))
  if (seen === undefined || !isOwn(party, seen)) return null
  // Into a colleague's calendar only those move who see it.
  if (wish.specialist_id !== undefined && !isOwn(party, { ...seen, ...wish })) return null
  mustBeTheirs(party, wish)
  const start: Start = {
    organizationId,
    locationId: seen.location_id,
    serviceId: seen.service_id,
    specialistId: wish.specialist_id ?? seen.specialist_id,
    startMin: startMinute(wish.starts_at),
    ignoreAppointmentId: id,
    durationMin: wish.duration_min ?? seen.duration_min ?? undefined,
    desk: !isBound(party),
  }
  if (!mayMove(seen.status)) throw new Fault('invalid_transition')
  // Repeated: it is there already.
  if (isThere(seen, start, wish))
    return {
      organizationId,
      run: async () => presentAppointment(seen),
      refused: async (error) => error,
    }
  await transaction(app.db, organizationId, async (tx) => {
    await mustBeInTime(app, tx, party, seen)
    if (wish.duration_min === undefined || wish.duration_min === lengthOf(seen)) return
    if (!(await mayResize(tx, seen.service_id)))
      throw new Fault('service_not_resizable', {
        errors: [{ pointer: '/duration_min', code: 'not_allowed' }],
      })
  })
  const choice = await chooseForDesk(app, start, wish)
  return {
    organizationId,
    turn: { keys: keysOf(organizationId, resourcesOf(choice, placeOf(seen))) },
    run: (tx) => moveOnce(app, tx, call, { party, seen, start, choice, wish }),
    async refused(error) {
      const fault = faultOf(error)
      return fault?.code === 'slot_unavailable' ? slotUnavailable(app, start, fault.errors) : error
    },
  }
}

interface Moving {
  party: Party
  /** As it was before the transaction. */
  seen: AppointmentRow
  start: Start
  choice: DeskChoice
  wish: MoveRequest
}

async function moveOnce(
  app: App,
  tx: Tx,
  call: MoveCall,
  { party, seen, start, choice, wish }: Moving,
): Promise<Appointment> {
  const { id } = seen
  // What is left too: who takes it waits for this commit, and must not be waited for in turn.
  await lockResources(tx, resourcesOf(choice, placeOf(seen)))
  const before = await lockOwn(tx, party, id, call.ifMatch)
  if (!mayMove(before.status)) throw new Fault('invalid_transition')
  if (isThere(before, start, wish)) return presentAppointment(before)
  await mustBeInTime(app, tx, party, before)
  if (isBound(party) && before.paid_by === 'package' && before.client_package_id !== null)
    await mustStillHold(tx, {
      clientPackageId: before.client_package_id,
      startsAt: new Date(start.startMin * 60_000),
    })
  const after = await moveAppointment(tx, id, {
    ...start,
    ...choice,
    overrideReason: choice.overbooked ? (wish.reason ?? null) : null,
  })
  const { told_by } = wish
  return changed(app, tx, { ...call, told_by }, 'appointment.rescheduled', before, after)
}

/** A specialist moves their own visits, but how long they last is the desk’s to say. */
function mustBeTheirs(party: Party, wish: MoveRequest): void {
  const ofStaff = isBound(party) ? (['force', 'reason', 'workplace_id'] as const) : []
  const isDesk = party.kind === 'secret' || (party.kind === 'staff' && party.role !== 'specialist')
  const ofDesk = isDesk ? [] : (['duration_min'] as const)
  const notTheirs = [...ofStaff, ...ofDesk].find((name) => wish[name] !== undefined)
  if (notTheirs !== undefined)
    throw new Fault('forbidden', { errors: [{ pointer: `/${notTheirs}`, code: 'not_allowed' }] })
}

function lengthOf({ starts_at, ends_at }: AppointmentRow): number {
  return minuteOf(ends_at) - minuteOf(starts_at)
}

function placeOf({ specialist_id, workplace_id }: AppointmentRow) {
  return { specialistId: specialist_id, workplaceId: workplace_id }
}

function isThere(
  row: AppointmentRow,
  start: Start,
  { workplace_id, duration_min }: MoveRequest,
): boolean {
  const isInRoom = workplace_id === undefined || workplace_id === row.workplace_id
  const isAsLong = duration_min === undefined || duration_min === lengthOf(row)
  return (
    isInRoom &&
    isAsLong &&
    minuteOf(row.starts_at) === start.startMin &&
    row.specialist_id === start.specialistId
  )
}

async function mustBeInTime(app: App, tx: Tx, party: Party, row: AppointmentRow): Promise<void> {
  if (!isBound(party)) return
  const policy = await policyOf(tx, row)
  if (
    row.starts_at <= app.clock() ||
    !inTime(row.starts_at, app.clock(), policy.reschedule_before_min)
  )
    throw new Fault('outside_cancellation_window')
}
