import type { ExplainedDay, ExplainedTime } from './explain.ts'
import type { Zone } from './zone.ts'

/** The `refused` member of a day, with its comma; nothing when nobody asked. */
export function refusedJson(day: ExplainedDay | undefined, zone: Zone): string {
  if (day === undefined) return ''
  return `,"refused":${JSON.stringify(day.times.map((time) => ({ starts_at: zone.isoWithOffset(time.startMin), reasons: reasonsOf(time) })))}`
}

function reasonsOf({ reasons, specialists }: ExplainedTime) {
  return [
    ...reasons.map((reason) => ({ specialist_id: null, reason })),
    ...specialists.map(({ specialistId, reason }) => ({ specialist_id: specialistId, reason })),
  ]
}
