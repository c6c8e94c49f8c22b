import { find, type DaySlots, type FindInput } from './find.ts'

/** What is shown. The desk may write down a visit that has begun, but is offered only what lies ahead. */
export function listTimes(input: FindInput): DaySlots[] {
  const days = find(input)
  if (input.desk !== true) return days
  return days.map(({ date, slots }) => ({
    date,
    slots: slots.filter(({ startMin }) => startMin >= input.now),
  }))
}
