import { Fault } from '../fault.ts'
import type { Configuration } from './configuration.ts'
import type { Configurations } from './load-configuration.ts'

interface Asked {
  organizationId: number
  locationId: number
  serviceId?: number | undefined
  specialistId?: number | undefined
}

/**
 * The configuration, if the public catalogue has what is asked for; another clinic's ids are not there.
 * Before it is denied the database is asked again: it may have been added a moment ago, through another process.
 */
export async function knownConfiguration(
  configurations: Configurations,
  asked: Asked,
): Promise<Configuration> {
  for (const atLeast of [0, Infinity]) {
    const configuration = await configurations.get(asked.organizationId, atLeast)
    if (configuration && isKnown(configuration, asked)) return configuration
  }
  throw new Fault('not_found')
}

function isKnown(
  configuration: Configuration,
  { locationId, serviceId, specialistId }: Asked,
): boolean {
  return (
    configuration.locations.get(locationId)?.archived === false &&
    (serviceId === undefined || configuration.services.get(serviceId)?.archived === false) &&
    (specialistId === undefined || configuration.specialists.get(specialistId)?.archived === false)
  )
}
