import type { App } from '../app-context.ts'
import { checkRange } from '../availability/dates-asked.ts'
import { knownConfiguration } from '../availability/known.ts'
import { Fault } from '../fault.ts'
import type { HandlersOf } from '../http/handler.ts'
import { agendaOf } from './agenda-of.ts'
import { versionNow } from './reads.ts'

export function agendaHandlers(app: App): HandlersOf<'agenda'> {
  return {
    'agenda.get': {
      mode: 'read',
      async plan({ caller, query }) {
        const { organizationId } = caller
        if (organizationId === null) throw new Fault('unauthenticated')
        checkRange(query)
        const own = caller.kind === 'staff' && caller.role === 'specialist'
        const asked = query.specialist_id
        // Another's days are not there for a specialist.
        if (own && asked !== undefined && asked !== caller.specialistId)
          throw new Fault('not_found')
        const specialistId = own ? (caller.specialistId ?? undefined) : asked
        const wanted = { organizationId, locationId: query.location_id, specialistId }
        await app.configurations.get(organizationId, await versionNow(app.db, organizationId))
        const configuration = await knownConfiguration(app.configurations, wanted)
        return {
          organizationId,
          run: (tx) => agendaOf(tx, configuration, { ...query, specialist_id: specialistId }),
        }
      },
    },
  }
}
