import { isBookingError, type Appointment, type ManagedAppointment } from '@zapis/sdk'
import { dateOf, dayFrom, dayOf } from '../dates.ts'
import { dayLabel, dayText, timeText, whenText } from '../format.ts'
import { instantOf, minuteOf, type OpenDay } from '../free.ts'
import type { Reply } from '../reply.ts'
import type { Step } from '../step.ts'
import { button, homeButton, layout, note, paged, rows, type Turn } from '../turn.ts'
import { visitCard, withVisit } from './visit.ts'

const DAYS_PER_PAGE = 10
const TIMES_PER_ROW = 4
const TIMES_PER_PAGE = 24
const DAYS_AHEAD = 61

/** Where a visit may be moved: days, and then the times of a day. */
export async function move(turn: Turn, step: Step): Promise<Reply> {
  return withVisit(turn, step, async (visit) => {
    const { say, clinic } = turn
    const managed = await clinic.api.manage.get(visit.code)
    const back = button(turn, say('toVisit'), { screen: 'visit', id: visit.id })
    if (!managed.can_reschedule)
      return note(turn, say('tooLateToMove', { phone: managed.location.phone ?? '' }), [back])
    return movable(turn, step, visit, managed)
  })
}

async function movable(
  turn: Turn,
  step: Step,
  visit: Appointment,
  managed: ManagedAppointment,
  lead?: string,
): Promise<Reply> {
  const { say, person, now } = turn
  const zone = managed.location.time_zone
  const was = whenText(Date.parse(visit.starts_at), zone, person.locale)
  const title = `${managed.service.name}\n${say('isNow', { when: was })}`
  const today = dayOf(now.getTime(), zone)
  const found = await freeFor(turn, visit, today)
  const day = found.find((each) => each.day === step.day)
  if (step.day && day) return dayTimes(turn, step, { visit, day, title, zone })
  const { shown, arrows } = paged(turn, found, {
    page: step.page ?? 0,
    size: DAYS_PER_PAGE,
    at: (page) => ({ screen: 'move', id: visit.id, page }),
  })
  return {
    text: [title, found.length > 0 ? (lead ?? say('moveWhere')) : say('noTimes')].join('\n\n'),
    choices: layout(
      ...rows(
        shown.map((each) =>
          button(turn, dayLabel(each.day, today, person.locale, say), {
            ...{ screen: 'move', id: visit.id, day: each.day },
          }),
        ),
        2,
      ),
      arrows,
      [button(turn, say('back'), { screen: 'visit', id: visit.id }), homeButton(turn)],
    ),
  }
}

/** The visit's own time counts as free for it, and is no move. */
async function freeFor(turn: Turn, visit: Appointment, today: number): Promise<OpenDay[]> {
  const { days } = await turn.clinic.api.manage.availability(visit.code, {
    from: dateOf(today),
    to: dateOf(today + DAYS_AHEAD),
  })
  const own = Date.parse(visit.starts_at)
  return days
    .map(({ date, slots }) => ({
      day: dayFrom(date),
      slots: slots.filter(({ starts_at }) => Date.parse(starts_at) !== own),
    }))
    .filter(({ slots }) => slots.length > 0)
}

interface OfDay {
  visit: Appointment
  day: OpenDay
  title: string
  zone: string
}

function dayTimes(turn: Turn, step: Step, { visit, day, title, zone }: OfDay): Reply {
  const { say, person } = turn
  const { shown, arrows } = paged(turn, day.slots, {
    page: step.page ?? 0,
    size: TIMES_PER_PAGE,
    at: (page) => ({ screen: 'move', id: visit.id, day: day.day, page }),
  })
  return {
    text: [title, dayText(day.day, person.locale), say('chooseTime')].join('\n'),
    choices: layout(
      ...rows(
        shown.map(({ starts_at }) => {
          const starts = Date.parse(starts_at)
          return button(turn, timeText(starts, zone), {
            ...{ screen: 'moveTo', id: visit.id, minute: minuteOf(starts) },
          })
        }),
        TIMES_PER_ROW,
      ),
      arrows,
      [button(turn, say('otherDay'), { screen: 'move', id: visit.id }), homeButton(turn)],
    ),
  }
}

/** Asked once more: a move takes the old time away. */
export async function moveTo(turn: Turn, step: Step): Promise<Reply> {
  return withVisit(turn, step, async (visit) => {
    const { say, person, clinic } = turn
    const { service, location } = await clinic.api.manage.get(visit.code)
    const [was, will] = [Date.parse(visit.starts_at), (step.minute ?? 0) * 60_000].map((instant) =>
      whenText(instant, location.time_zone, person.locale),
    )
    return {
      text: say('moveSure', { service: service.name, was: was ?? '', will: will ?? '' }),
      choices: [
        [button(turn, say('moveYes'), { screen: 'moved', id: visit.id, minute: step.minute })],
        [button(turn, say('otherTime'), { screen: 'move', id: visit.id })],
        [button(turn, say('moveNo'), { screen: 'visit', id: visit.id })],
      ],
    }
  })
}

export async function moved(turn: Turn, step: Step): Promise<Reply> {
  return withVisit(turn, step, async (visit) => {
    const { say, clinic } = turn
    const minute = step.minute ?? 0
    // Delivered again: it is there already.
    if (minuteOf(Date.parse(visit.starts_at)) === minute)
      return visitCard(turn, visit, say('moved'))
    try {
      const after = await clinic.api.appointments.reschedule(
        visit.id,
        { starts_at: instantOf(minute), told_by: clinic.messenger },
        { idempotencyKey: turn.key('move') },
      )
      return await visitCard(turn, after, say('moved'))
    } catch (error) {
      if (!isBookingError(error, 'slot_unavailable')) throw error
      const managed = await clinic.api.manage.get(visit.code)
      const reply = await movable(turn, { screen: 'move' }, visit, managed, say('takenOthers'))
      return { ...reply, notice: say('taken') }
    }
  })
}
