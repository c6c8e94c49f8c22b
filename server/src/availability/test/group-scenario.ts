import fc from 'fast-check'
import type { FindInput } from '../find.ts'
import type { Session, Sessions, TakenInterval } from '../occupied.ts'
import { PEOPLE, ROOMS, scenario } from './scenario.ts'

interface Drawn {
  specialistId: number
  startMin: number
  lengthMin: number
  workplaceId: number | null
  free: number
  held: number
  hasBegun: boolean
}

function drawn(around: number): fc.Arbitrary<Drawn> {
  return fc.record({
    specialistId: fc.constantFrom(...PEOPLE),
    startMin: fc.oneof(
      fc.integer({ min: 0, max: 384 }).map((quarter) => around + quarter * 15),
      fc.integer({ min: 0, max: 4320 }).map((minute) => around + minute),
    ),
    lengthMin: fc.oneof(fc.constantFrom(15, 30, 60), fc.integer({ min: 1, max: 300 })),
    workplaceId: fc.constantFrom(null, ...ROOMS),
    free: fc.integer({ min: 0, max: 3 }),
    held: fc.integer({ min: 0, max: 2 }),
    hasBegun: fc.boolean(),
  })
}

function sessionsOf(all: readonly Drawn[]): Sessions {
  const sessions: Sessions = new Map()
  for (const { specialistId, startMin, lengthMin, hasBegun, ...rest } of all) {
    const ofSpecialist = sessions.get(specialistId) ?? new Map<number, Session>()
    sessions.set(specialistId, ofSpecialist)
    ofSpecialist.set(startMin, { ...rest, endMin: hasBegun ? startMin + lengthMin : null })
  }
  return sessions
}

/** Its holds, or what it takes, as `load` would have put them there; but now and then not all of it. */
function put(lists: Map<number, TakenInterval[]>, id: number, interval: TakenInterval): void {
  const list = [...(lists.get(id) ?? []), interval]
  lists.set(
    id,
    list.sort((a, b) => a.from - b.from),
  )
}

function withSessions(input: FindInput, all: readonly Drawn[]): FindInput {
  const specialists = new Map(input.occupied.specialists)
  const workplaces = new Map(input.occupied.workplaces)
  for (const { specialistId, startMin, lengthMin, workplaceId, hasBegun } of all) {
    const interval: TakenInterval = {
      from: startMin,
      to: startMin + lengthMin,
      ...(hasBegun
        ? { cause: 'appointment' }
        : { cause: 'hold', session: { specialistId, startMin } }),
    }
    put(specialists, specialistId, interval)
    if (workplaceId !== null) put(workplaces, workplaceId, interval)
  }
  return { ...input, occupied: { specialists, workplaces, sessions: sessionsOf(all) } }
}

/** The same of a group service, with sessions of its own, some of which only holds speak for. */
export const groupScenario: fc.Arbitrary<FindInput> = scenario.chain((input) => {
  const around = Date.parse(input.fromDate) / 60_000 - 1440
  const [service] = input.configuration.services.values()
  if (service === undefined) throw new Error('a scenario has a service')
  const services = new Map([[service.id, { ...service, capacity: 3 }]])
  const group = { ...input, configuration: { ...input.configuration, services } }
  return fc.array(drawn(around), { maxLength: 12 }).map((all) => withSessions(group, all))
})
