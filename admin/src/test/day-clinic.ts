import { guest, visitAt } from '../../../server/src/test/clinic.ts'
import type { PanelStage } from './panel-stage.ts'

/** A clinic’s days and visits, for tests of the calendar. */
export function dayClinic({ clinic }: PanelStage) {
  let days = 0
  return {
    /** A day of its own for each test, so that none is in another's way. */
    freshDay(): string {
      const date = new Date(`${clinic.day}T12:00:00Z`)
      date.setUTCDate(date.getUTCDate() + days++)
      return date.toISOString().slice(0, 10)
    },
    book: async (day: string, time: string, specialist = 0, client = guest()) =>
      clinic.admin.appointments.create({
        ...visitAt(clinic, time, day),
        specialist_id: clinic.specialistIds[specialist]!,
        workplace_id: clinic.workplaceIds[specialist]!,
        client,
      }),
    visit: (id: number) => clinic.admin.appointments.get(id),
    visitsOn: async (day: string) =>
      (await clinic.admin.appointments.list({ from: day, to: day })).data,
  }
}

/** Something that the panel does after a word of the server’s. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Error('it did not become so')
}
