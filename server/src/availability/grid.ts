import type { Interval, LocationConfig } from './configuration.ts'
import type { Walls } from './hours.ts'
import type { Days } from './range.ts'
import type { Piece } from './zone.ts'

const WHOLE_DAY: readonly Interval[] = [{ from: 0, to: 1440 }]

/** The grid counts from local midnight of every date, whatever the clocks do in between. */
export function isOnGrid(location: LocationConfig, minuteOfDay: number): boolean {
  return minuteOfDay % stepOf(location) === 0
}

/** Calls back for every grid start of the days, in the order of time: those within the walls, or all of them. */
export function eachStart(
  location: LocationConfig,
  pieces: readonly Piece[],
  days: Days,
  walls: Walls | null,
  visit: (start: number, day: number) => void,
): void {
  const step = stepOf(location)
  for (const { day, from, to, base } of pieces) {
    if (day < days.from || day > days.to) continue
    const open = walls === null ? WHOLE_DAY : (walls.days[day - walls.firstDay] ?? [])
    for (const wall of open) {
      const last = Math.min(wall.to, to)
      const first = Math.ceil(Math.max(wall.from, from) / step) * step
      for (let minute = first; minute < last; minute += step) visit(base + minute, day)
    }
  }
}

function stepOf(location: LocationConfig): number {
  const step = location.slotStepMin
  if (!(Number.isInteger(step) && step > 0)) {
    throw new Error(`location ${location.id} has a slot step of ${step}`)
  }
  return step
}
