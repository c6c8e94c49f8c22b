/** Who could begin at a start that is offered. */
export interface Candidate {
  specialistId: number
  endMin: number
  price: number
  /** The free ones; none when the service needs none. Candidates may share the array. */
  workplaceIds: readonly number[]
  /** Of a group service alone. */
  seats?: Seats
}

export interface Seats {
  /** That no visit has. */
  free: number
  /** And nobody holds. */
  left: number
  /** In a session that has begun, or that others hold seats of. */
  joins: boolean
}

/** Free seats of the one who has most; null when the service has no groups. */
export function mostSeats(candidates: readonly Candidate[]): number | null {
  const left = candidates.flatMap(({ seats }) => seats?.left ?? [])
  return left.length === 0 ? null : Math.max(...left)
}
