import type { HoldCandidate, HoldOutcome, HoldRequest, Holds, LiveHold } from './ephemeral.ts'
import { lifeMap, type LifeMap } from './life-map.ts'

interface Held extends LiveHold {
  holder: string
  /** Which candidate of its request it is. */
  candidate: number
  released: boolean
}

/** Every method is one step: nothing is awaited inside. */
export function memoryHolds(clock: () => number): { holds: Holds; sweep(): void } {
  const organizations = new Map<number, LifeMap<Held>>()
  const find = (id: number, holdId: string) => organizations.get(id)?.get(holdId)
  const live = (id: number) =>
    (organizations.get(id)?.entries() ?? []).map(([, held]) => held).filter((h) => !h.released)

  const holds: Holds = {
    take: async (request) => {
      const { organizationId, holdId, replaces } = request
      const known = find(organizationId, holdId)
      if (known) return known.released ? { refused: 'overlap' } : outcome(known)
      const others = live(organizationId).filter((held) => held.holdId !== replaces)
      const chosen = choose(request, others)
      if ('refused' in chosen) return chosen
      const replaced = replaces ? find(organizationId, replaces) : undefined
      if (replaced) replaced.released = true
      const held = { ...chosen, expiresAt: clock() + request.lifeMs }
      const kept = organizations.get(organizationId) ?? lifeMap<Held>(clock)
      organizations.set(organizationId, kept)
      kept.set(holdId, held, held.expiresAt)
      return outcome(held)
    },
    release: async (organizationId, holdId) => {
      const held = find(organizationId, holdId)
      if (!held || held.released) return false
      held.released = true
      return true
    },
    state: async (organizationId, holdId) => {
      const held = find(organizationId, holdId)
      if (!held) return 'lost'
      return held.released ? 'released' : 'live'
    },
    drop: async (organizationId, holdId) => {
      organizations.get(organizationId)?.delete(holdId)
    },
    touching: async (organizationId, specialistIds, workplaceIds) =>
      live(organizationId)
        .filter(
          (held) =>
            specialistIds.includes(held.specialistId) ||
            (held.workplaceId !== null && workplaceIds.includes(held.workplaceId)),
        )
        .map(({ holdId, specialistId, workplaceId, from, to, expiresAt, session }) => {
          const facts = { holdId, specialistId, workplaceId, from, to, expiresAt }
          return session === undefined ? facts : { ...facts, session }
        }),
  }
  const sweep = () => {
    for (const [id, kept] of organizations) if (kept.sweep() === 0) organizations.delete(id)
  }
  return { holds, sweep }
}

function outcome(held: Held): HoldOutcome {
  return { taken: held.candidate, workplaceId: held.workplaceId, expiresAt: held.expiresAt }
}

function choose(
  { holdId, holder, limit, candidates }: HoldRequest,
  others: Held[],
): Omit<Held, 'expiresAt'> | { refused: 'overlap' | 'too_many' } {
  const own = others.filter((held) => held.holder === holder).length
  if (limit !== null && own >= limit) return { refused: 'too_many' }
  for (const [candidate, wanted] of candidates.entries()) {
    const { specialistId, from, to, seat } = wanted
    const meeting = others.filter((held) => held.from < to && from < held.to)
    const inTheWay = meeting.filter((held) => !isOfSession(held, seat?.session))
    if (inTheWay.some((held) => held.specialistId === specialistId)) continue
    const seated = meeting.filter((held) => isOfSession(held, seat?.session))
    if (seat !== undefined && seated.length >= seat.free) continue
    const workplaceId = freeWorkplace(inRoomOf(seated, wanted), inTheWay)
    if (workplaceId === undefined) continue
    const session = seat === undefined ? {} : { session: seat.session }
    const held = { holdId, holder, candidate, specialistId, workplaceId, from, to, ...session }
    return { ...held, released: false }
  }
  return { refused: 'overlap' }
}

function isOfSession(held: LiveHold, session: string | undefined): boolean {
  return session !== undefined && held.session === session
}

/** Where the others of the session are to be, if it can be there. */
function inRoomOf(seated: LiveHold[], { workplaceIds }: HoldCandidate): number[] {
  const room = seated.find(
    ({ workplaceId }) => workplaceId !== null && workplaceIds.includes(workplaceId),
  )?.workplaceId
  return typeof room === 'number' ? [room, ...workplaceIds] : workplaceIds
}

function freeWorkplace(ids: number[], meeting: LiveHold[]): number | null | undefined {
  if (ids.length === 0) return null
  return ids.find((id) => !meeting.some((held) => held.workplaceId === id))
}
