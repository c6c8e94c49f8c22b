import type { App } from '../app-context.ts'
import { read, write, type HandlersOf } from '../http/handler.ts'
import { addBreak, getBreak, listBreaks, removeBreak } from './breaks.ts'
import { addHoliday, getHoliday, listHolidays, previewHolidays, removeHoliday } from './holidays.ts'
import { getLocationWeek, putLocationWeek } from './location-week.ts'
import { getSpecialistWeek, putSpecialistWeek } from './specialist-week.ts'

export function scheduleHandlers(
  app: App,
): HandlersOf<'locationSchedule' | 'specialistSchedule' | 'holidays' | 'breaks'> {
  return {
    'locationSchedule.get': read(getLocationWeek),
    'locationSchedule.put': write((call, tx) => putLocationWeek(app, call, tx)),

    'specialistSchedule.get': read(getSpecialistWeek),
    'specialistSchedule.put': write((call, tx) => putSpecialistWeek(app, call, tx)),

    'holidays.list': read(listHolidays),
    'holidays.get': read(getHoliday),
    'holidays.create': write((call, tx) => addHoliday(app, call, tx)),
    'holidays.preview': read((call, tx) => previewHolidays(app, call, tx)),
    'holidays.remove': write((call, tx) => removeHoliday(app, call, tx)),

    'breaks.list': read(listBreaks),
    'breaks.get': read(getBreak),
    'breaks.create': write((call, tx) => addBreak(app, call, tx)),
    'breaks.remove': write((call, tx) => removeBreak(app, call, tx)),
  }
}
