import type { Location, Service } from '@zapis/sdk'
import { minuteOf, openDays, within, type OpenDay } from '../free.ts'
import { dayOf } from '../dates.ts'
import { dayLabel, whenText } from '../format.ts'
import type { Reply } from '../reply.ts'
import { ANYONE, type Step } from '../step.ts'
import { button, homeButton, layout, paged, rows, type Turn } from '../turn.ts'
import { heading } from './heading.ts'

const PER_PAGE = 10

interface What {
  location: Location
  service: Service
}

/** The days that have free times, and the very next time. */
export async function days(turn: Turn, wish: Step, what: What, lead?: string): Promise<Reply> {
  const { say, person, now } = turn
  const zone = what.location.time_zone
  const open = await openDays(turn, wish, what.location)
  const inPart = open.flatMap(({ day, slots }) => {
    const wished = within(slots, wish, zone)
    return wished.length > 0 ? [{ day, slots: wished }] : []
  })
  const found = inPart.length > 0 ? inPart : open
  const [first] = found
  const back = button(turn, say('otherSpecialist'), { ...wish, specialist: 0, day: 0, page: 0 })
  const text = await heading(turn, { ...what, specialist: wish.specialist ?? ANYONE })
  if (first === undefined)
    return {
      text: [text, say('noTimes')].join('\n\n'),
      choices: layout(
        [back],
        [button(turn, say('otherService'), { screen: 'book', location: what.location.id })],
        [homeButton(turn)],
      ),
    }
  const { shown, arrows } = paged(turn, found, {
    page: wish.page ?? 0,
    size: PER_PAGE,
    at: (page) => ({ ...wish, day: 0, page }),
  })
  const today = dayOf(now.getTime(), zone)
  return {
    text: [text, lead ?? say('chooseDay')].join('\n\n'),
    choices: layout(
      [nearest(turn, wish, first)],
      ...rows(
        shown.map(({ day }) =>
          button(turn, dayLabel(day, today, person.locale, say), {
            ...{ ...wish, screen: 'book', day, page: 0 },
          }),
        ),
        2,
      ),
      arrows,
      [back, homeButton(turn)],
    ),
  }

  function nearest(at: Turn, chosen: Step, { slots }: OpenDay) {
    const starts = Date.parse(slots[0]?.starts_at ?? '')
    return button(at, say('nearest', { when: whenText(starts, zone, person.locale) }), {
      screen: 'hold',
      location: what.location.id,
      service: what.service.id,
      specialist: chosen.specialist ?? ANYONE,
      minute: minuteOf(starts),
    })
  }
}
