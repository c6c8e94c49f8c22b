import type { OperationTypes } from '@zapis/sdk/contract'
import type { FieldFault } from '../fault.ts'
import { at, minuteOf, overlapping, timeOf } from './week.ts'

type Wire = OperationTypes['specialistSchedule.get']['reply']['exceptions'][number]

/** A dated change of a specialist's week; without times it is of the whole day. */
export interface DatedException {
  date: string
  kind: 'off' | 'shift'
  locationId: number | null
  from: number | null
  to: number | null
  reason: string | null
}

export function exceptionOf(wire: Wire): DatedException {
  return {
    date: wire.date,
    kind: wire.kind,
    locationId: wire.location_id ?? null,
    from: typeof wire.starts === 'string' ? minuteOf(wire.starts) : null,
    to: typeof wire.ends === 'string' ? minuteOf(wire.ends) : null,
    reason: wire.reason ?? null,
  }
}

export function exceptionToWire(exception: DatedException): Wire {
  const { date, kind, locationId, from, to, reason } = exception
  return {
    date,
    kind,
    location_id: locationId,
    starts: from === null ? null : timeOf(from),
    ends: to === null ? null : timeOf(to),
    reason: reason ?? '',
  }
}

/** A shift is somewhere and has hours; hours have both ends. */
export function exceptionFaults(exceptions: readonly DatedException[]): FieldFault[] {
  return exceptions.flatMap(({ kind, locationId, from, to }, index) => {
    const shift = kind === 'shift'
    const missing = [
      ...(shift && locationId === null ? ['location_id'] : []),
      ...(from === null && (shift || to !== null) ? ['starts'] : []),
      ...(to === null && (shift || from !== null) ? ['ends'] : []),
    ].map((name) => ({ pointer: `/exceptions/${index}/${name}`, code: 'required' }))
    const backwards = from !== null && to !== null && from >= to
    return backwards
      ? [...missing, { pointer: `/exceptions/${index}/ends`, code: 'invalid' }]
      : missing
  })
}

/** Two absences, or two shifts, at one time. */
export function exceptionOverlaps(exceptions: readonly DatedException[]): FieldFault[] {
  const spans = exceptions.map((each) => ({ ...each, ...span(each) }))
  return overlapping(spans, (a, b) => a.date === b.date && a.kind === b.kind).map(at('/exceptions'))
}

export function span({ from, to }: Pick<DatedException, 'from' | 'to'>) {
  return { from: from ?? 0, to: to ?? 1440 }
}
