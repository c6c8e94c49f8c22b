import type { Appointment } from '@zapis/sdk'
import type { Panel } from '../panel/panel.ts'
import { dayTexts } from './texts/texts.ts'

export interface Place {
  starts_at: string
  specialist_id?: number
  workplace_id?: number
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
        { ...placeOf(visit), ...forcedBack(visit, say('movedBack')) },
        { ifMatch: after.version },
      )
      changed(back)
      panel.toast({ text: say('movedBack') })
    } catch (error) {
      panel.refused(error)
    }
  }
  const when = panel.words.moment(after.starts_at, zone)
  panel.toast({ text: say('moved', { client: name, when }), undo })
  return after
}

function placeOf({ starts_at, specialist_id, workplace_id }: Appointment): Place {
  return { starts_at, specialist_id, ...(workplace_id === null ? {} : { workplace_id }) }
}

/** Where it had been put by override, only an override puts it back. */
function forcedBack({ overbooked }: Appointment, reason: string) {
  return overbooked ? { force: true, reason } : {}
}
