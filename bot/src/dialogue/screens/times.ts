import type { Location, Service } from '@zapis/sdk'
import { dayOf } from '../dates.ts'
import { dayText, timeText } from '../format.ts'
import { freeTimes, minuteOf, within, type Slot } from '../free.ts'
import type { Choice, Reply } from '../reply.ts'
import { ANYONE, type Step } from '../step.ts'
import { button, homeButton, layout, paged, rows, type Turn } from '../turn.ts'
import { days } from './days.ts'
import { heading } from './heading.ts'

const PER_ROW = 4
const PER_PAGE = 24

interface What {
  location: Location
  service: Service
}

/** Free times of a day, or of the part of it that is wished for; where there are none, the nearest that there are. */
export async function times(turn: Turn, wish: Step, what: What): Promise<Reply> {
  const { say, person, now } = turn
  const zone = what.location.time_zone
  const day = wish.day ?? 0
  const label = dayText(day, person.locale)
  const isPast = day < dayOf(now.getTime(), zone)
  const [found] = isPast ? [] : await freeTimes(turn, wish, what.location, day, day)
  if (found === undefined) {
    const lead = say(isPast ? 'dayPassed' : 'dayFull', { day: label })
    return days(turn, { ...wish, day: 0, page: 0 }, what, lead)
  }
  const wished = within(found.slots, wish, zone)
  const isPart = wished.length < found.slots.length && wished.length > 0
  const all = wished.length > 0 ? wished : found.slots
  const { shown, arrows } = paged(turn, all, {
    page: wish.page ?? 0,
    size: PER_PAGE,
    at: (page) => ({ ...wish, page }),
  })
  const title = await heading(turn, { ...what, specialist: wish.specialist ?? ANYONE })
  return {
    text: [title, label, wished.length > 0 ? say('chooseTime') : say('partFull')].join('\n'),
    choices: layout(
      ...rows(
        shown.map((slot) => timeChoice(turn, wish, what, slot)),
        PER_ROW,
      ),
      arrows,
      isPart && [button(turn, say('wholeDay'), { ...wish, from: 0, to: 0, page: 0 })],
      [
        button(turn, say('otherDay'), { ...wish, day: 0, from: 0, to: 0, page: 0 }),
        homeButton(turn),
      ],
    ),
  }
}

function timeChoice(turn: Turn, wish: Step, { location, service }: What, slot: Slot): Choice {
  const starts = Date.parse(slot.starts_at)
  return button(turn, timeText(starts, location.time_zone), {
    screen: 'hold',
    location: location.id,
    service: service.id,
    specialist: wish.specialist ?? ANYONE,
    minute: minuteOf(starts),
  })
}
