import type { App } from '../app-context.ts'
import type { Connection } from './connection.ts'
import { createTail, type Tail } from './tail.ts'

/** The streams of each organization, around one tail. */
export interface Rooms {
  enter(organizationId: number, connection: Connection): Tail
  /** The last one turns the tail off. */
  leave(organizationId: number, connection: Connection): void
  catchUp(): void
}

interface Room {
  tail: Tail
  connections: Set<Connection>
}

export function createRooms(app: App): Rooms {
  const rooms = new Map<number, Room>()

  function roomOf(organizationId: number): Room {
    const known = rooms.get(organizationId)
    if (known !== undefined) return known
    const connections = new Set<Connection>()
    const tail = createTail(app, organizationId, (told) => {
      for (const each of connections) each.offer(told)
    })
    const room = { tail, connections }
    rooms.set(organizationId, room)
    return room
  }

  return {
    enter(organizationId, connection) {
      const room = roomOf(organizationId)
      room.connections.add(connection)
      return room.tail
    },
    leave(organizationId, connection) {
      const room = rooms.get(organizationId)
      if (!room?.connections.delete(connection) || room.connections.size > 0) return
      rooms.delete(organizationId)
      room.tail.end()
    },
    catchUp() {
      for (const [organization, { tail }] of rooms) {
        tail.catchUp().catch((error: unknown) => {
          app.log.warn({ err: error, organization }, 'streams could not read the outbox')
        })
      }
    },
  }
}
