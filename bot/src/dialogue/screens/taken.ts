import type { Alternative } from '@zapis/sdk'
import { mustBe, named } from '../catalogue.ts'
import { dayOf } from '../dates.ts'
import { whenText } from '../format.ts'
import { minuteOf } from '../free.ts'
import type { Reply } from '../reply.ts'
import { ANYONE, type Step } from '../step.ts'
import { button, homeButton, layout, rows, type Turn } from '../turn.ts'

const MOST = 6

/** Somebody was faster: the nearest times that are free. */
export async function taken(
  turn: Turn,
  step: Step,
  alternatives: readonly Alternative[],
): Promise<Reply> {
  const { say, clinic, person } = turn
  const { location = 0, service = 0, specialist = ANYONE, minute = 0 } = step
  const place = mustBe(named(await clinic.catalogue.locations(), location))
  const zone = place.time_zone
  return {
    text: say(alternatives.length > 0 ? 'takenOthers' : 'taken'),
    notice: say('taken'),
    choices: layout(
      ...rows(
        alternatives.slice(0, MOST).map(({ starts_at }) => {
          const starts = Date.parse(starts_at)
          return button(turn, whenText(starts, zone, person.locale), {
            ...{ screen: 'hold', location, service, specialist, minute: minuteOf(starts) },
          })
        }),
        1,
      ),
      [
        button(turn, say('otherTime'), {
          ...{ screen: 'book', location, service, specialist },
          day: dayOf(minute * 60_000, zone),
        }),
        homeButton(turn),
      ],
    ),
  }
}
