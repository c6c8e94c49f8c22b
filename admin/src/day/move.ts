import type { Appointment } from '@zapis/sdk'
import type { Panel } from '../panel/panel.ts'
import { dayTexts } from './texts/texts.ts'

export interface Place {
  starts_at: string
  specialist_id?: number
  workplace_id?: number
  /** How long it is to be; else as long as it is. */
  duration_min?: number
}

/** Moves a visit, with the way back in the toast. Refused, it throws and nothing has moved. */
export async function moveVisit(
  panel: Panel,
  visit: Appointment,
  to: Place & { force?: boolean; reason?: string },
  { name, zone, changed }: { name: string; zone: string; changed: (after: Appointment) => void },
): Promise<Appointment> {
  const say = dayTexts(panel.language)
  const after = await panel.api.appointments.reschedule(visit.id, to, { ifMatch: visit.version })
  changed(after)
  const undo = async () => {
    try {
      const back = await panel.api.appointments.reschedule(
        visit.id,
        {
          ...placeOf(visit),
          ...(to.duration_min ? { duration_min: minutesOf(visit) } : {}),
          ...forcedBack(visit, say('movedBack')),
        },
        { ifMatch: after.version },
      )
      changed(back)
      panel.toast({ text: say(to.duration_min ? 'resizedBack' : 'movedBack') })
    } catch (error) {
      panel.refused(error)
    }
  }
  const when = panel.words.moment(after.starts_at, zone)
  const until = panel.words.time(after.ends_at, zone)
  const text = to.duration_min
    ? say('resized', { client: name, when, until })
    : say('moved', { client: name, when })
  panel.toast({ text, undo })
  return after
}

export function minutesOf({
  starts_at,
  ends_at,
}: Pick<Appointment, 'starts_at' | 'ends_at'>): number {
  return Math.round((Date.parse(ends_at) - Date.parse(starts_at)) / 60_000)
}

function placeOf({ starts_at, specialist_id, workplace_id }: Appointment): Place {
  return { starts_at, specialist_id, ...(workplace_id === null ? {} : { workplace_id }) }
}

/** Where it had been put by override, only an override puts it back. */
function forcedBack({ overbooked }: Appointment, reason: string) {
  return overbooked ? { force: true, reason } : {}
}
