/** What is taken, as minutes since the epoch (floor of the start, ceil of the end), buffers inside; sorted by `from` within a resource. */
export interface Occupied {
  specialists: Map<number, TakenInterval[]>
  workplaces: Map<number, TakenInterval[]>
  /** Of a group service alone: its sessions at the location. */
  sessions?: Sessions | undefined
}

export interface TakenInterval {
  from: number
  to: number
  cause: 'appointment' | 'break' | 'hold'
  /** Held for a seat of this session of the service at the location: in the way of every start but its own. */
  session?: { specialistId: number; startMin: number }
}

/** By specialist, then by start. */
export type Sessions = Map<number, Map<number, Session>>

export interface Session {
  /** Null while only holds have seats in it: it has not begun, and may never. */
  endMin: number | null
  workplaceId: number | null
  /** Seats that no visit has; some of them may be held. */
  free: number
  held: number
}

export function seatsLeft({ free, held }: Pick<Session, 'free' | 'held'>): number {
  return Math.max(0, free - held)
}
