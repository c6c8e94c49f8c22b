import { randomUUID } from 'node:crypto'
import type { Hold } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { occupancyChanged } from '../availability/changed.ts'
import type { Candidate } from '../availability/candidate.ts'
import { sessionKey } from '../availability/session-key.ts'
import { zone } from '../availability/zone.ts'
import { transaction } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { priceOf, type PersonalDiscount, type Price } from '../pricing/price.ts'
import { discountsOf } from '../clients/rows.ts'
import { EphemeralDown, type HoldCandidate, type HoldOutcome } from '../redis/ephemeral.ts'
import { holderOf, isDesk } from './caller.ts'
import { chooseAt, slotUnavailable, startMinute, type Choice, type Start } from './choose.ts'
import { announceHold } from './announce-hold.ts'
import { ownSpecialist } from './create.ts'
import { busyMinutes, readHold, signHold, type HoldFacts } from './hold-token.ts'

export const HOLD_MS = 120_000

/** Either the time is kept for the bearer of the token until `expires_at`, or nothing changed. */
export async function hold(
  app: App,
  call: Call<'appointments.book'>,
  organizationId: number,
): Promise<Hold> {
  const { body, caller } = call
  const replaced = replacedBy(app, body.hold, organizationId)
  const start: Start = {
    organizationId,
    locationId: body.location_id,
    serviceId: body.service_id,
    specialistId: ownSpecialist(call, body.specialist_id),
    startMin: startMinute(body.starts_at),
    desk: isDesk(caller),
    ignoreHoldId: replaced?.id,
  }
  const choice = await chooseAt(app, start)
  const personal =
    caller.kind === 'client'
      ? await transaction(app.db, organizationId, (tx) => discountsOf(tx, caller.clientId))
      : []
  const outcome = await take(app, call, start, choice, replaced?.id)
  if ('refused' in outcome) {
    if (outcome.refused === 'too_many')
      throw new Fault('too_many_holds', { retryAfterSeconds: HOLD_MS / 1000 })
    throw await slotUnavailable(app, start)
  }
  const candidate = choice.candidates[outcome.taken] ?? first(choice)
  const facts = factsOf({
    app,
    start,
    choice,
    candidate,
    outcome,
    personal,
    clientId: caller.kind === 'client' ? caller.clientId : null,
  })
  const changes = [facts, ...(replaced ? [replaced] : [])].map((each) => ({
    ...each,
    ...busyMinutes(each),
  }))
  await occupancyChanged(app, organizationId, changes)
  if (replaced) await announceHold(app, 'hold.released', replaced)
  await announceHold(app, 'hold.created', facts)
  return present(app, choice, facts)
}

/** The hold to give up; another clinic's is none, and nobody there is told of it. */
function replacedBy(app: App, token: string | undefined, organizationId: number): HoldFacts | null {
  const facts = token === undefined ? null : readHold(app.secrets, token)
  return facts?.organizationId === organizationId ? facts : null
}

type Kept = Extract<HoldOutcome, { taken: number }> & { holdId: string }

/** The choice among specialists and workplaces and the taking are one atomic step of the store. */
async function take(
  app: App,
  call: Call<'appointments.book'>,
  start: Start,
  choice: Choice,
  replaces: string | undefined,
): Promise<Extract<HoldOutcome, { refused: string }> | Kept> {
  const holdId = randomUUID()
  const candidates = choice.candidates.map((candidate) => ({
    specialistId: candidate.specialistId,
    workplaceIds: [...candidate.workplaceIds],
    from: (start.startMin - choice.bufferBeforeMin) * 60_000,
    to: (candidate.endMin + choice.bufferAfterMin) * 60_000,
    ...seatOf(start, candidate),
  }))
  try {
    const outcome = await app.ephemeral.holds.take({
      organizationId: start.organizationId,
      holdId,
      ...holderOf(call),
      lifeMs: HOLD_MS,
      candidates,
      replaces,
    })
    return 'refused' in outcome ? outcome : { ...outcome, holdId }
  } catch (error) {
    if (!(error instanceof EphemeralDown)) throw error
    // Booking goes on without the courtesy: confirm decides in PostgreSQL. Under another id, since a taking in doubt is undone when the store is back.
    return {
      holdId: randomUUID(),
      taken: 0,
      workplaceId: candidates[0]?.workplaceIds[0] ?? null,
      expiresAt: app.clock().getTime() + HOLD_MS,
    }
  }
}

function seatOf(start: Start, { specialistId, seats }: Candidate): Pick<HoldCandidate, 'seat'> {
  if (seats === undefined) return {}
  return { seat: { session: sessionKey({ ...start, specialistId }), free: seats.free } }
}

function first(choice: Choice): Candidate {
  const [candidate] = choice.candidates
  if (candidate === undefined) throw new Error('a choice has candidates')
  return candidate
}

interface Taken {
  app: App
  start: Start
  choice: Choice
  candidate: Candidate
  outcome: Kept
  personal: PersonalDiscount[]
  clientId: number | null
}

function factsOf({ start, choice, candidate, outcome, personal, clientId }: Taken): HoldFacts {
  const price: Price = priceOf(
    candidate.price,
    { serviceId: start.serviceId, date: choice.date },
    { personal },
  )
  return {
    id: outcome.holdId,
    organizationId: start.organizationId,
    locationId: start.locationId,
    serviceId: start.serviceId,
    specialistId: candidate.specialistId,
    workplaceId: outcome.workplaceId,
    group: choice.group,
    date: choice.date,
    startMin: start.startMin,
    endMin: candidate.endMin,
    bufferBeforeMin: choice.bufferBeforeMin,
    bufferAfterMin: choice.bufferAfterMin,
    price: price.price,
    discounts: price.discounts,
    clientId,
    expiresAt: outcome.expiresAt,
  }
}

function present(app: App, choice: Choice, facts: HoldFacts): Hold {
  const { isoWithOffset } = zone(choice.timeZone)
  const discount = facts.discounts.reduce((sum, { amount }) => sum + amount, 0)
  return {
    hold: signHold(app.secrets, facts),
    expires_at: new Date(facts.expiresAt).toISOString(),
    location_id: facts.locationId,
    service_id: facts.serviceId,
    specialist_id: facts.specialistId,
    workplace_id: facts.workplaceId,
    starts_at: isoWithOffset(facts.startMin),
    ends_at: isoWithOffset(facts.endMin),
    price: { amount: facts.price - discount, currency: choice.input.configuration.currency },
  }
}
