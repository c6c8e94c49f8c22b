import { randomInt, randomUUID } from 'node:crypto'
import type { Ephemeral, HoldCandidate, HoldRequest } from '../ephemeral.ts'

/** One implementation under the contract. */
export interface StoreUnderTest {
  name: string
  /** Opened before the tests. */
  ephemeral(): Ephemeral
  elapse(ms: number): Promise<void>
  /** Forgets what it knows of the organization's versions, as a lost store does. */
  lose(organizationId: number): Promise<void>
}

/** What each implementation does, by title. */
export type Contract = Record<string, (store: StoreUnderTest) => Promise<void>>

/** A life that outlasts every test. */
export const longMs = 60_000
/** A life to be outlived with `elapse`. */
export const shortMs = 250

const day = Date.UTC(2027, 0, 11)

/** 'HH:MM' of one day in epoch milliseconds. */
export function at(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return day + (hours * 60 + minutes) * 60_000
}

export const anOrganization = () => randomInt(1, 2 ** 31)
export const anId = () => randomUUID()

export function candidate(
  from: string,
  to: string,
  specialistId = 1,
  ...workplaceIds: number[]
): HoldCandidate {
  return { specialistId, workplaceIds, from: at(from), to: at(to) }
}

export function request(
  organizationId: number,
  candidates: HoldCandidate[],
  more: Partial<HoldRequest> = {},
): HoldRequest {
  const holder = `client:${anId()}`
  return {
    organizationId,
    holdId: anId(),
    holder,
    limit: null,
    lifeMs: longMs,
    candidates,
    ...more,
  }
}
