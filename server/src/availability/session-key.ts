export interface SessionKey {
  serviceId: number
  locationId: number
  specialistId: number
  startMin: number
}

/** What makes two seats seats of one session; the same as the unique key of `group_sessions`. */
export function sessionKey({ serviceId, locationId, specialistId, startMin }: SessionKey): string {
  return `${prefixOf({ serviceId, locationId, specialistId })}${startMin}`
}

/** The start, when the key is of a session of theirs. */
export function startOfKey(key: string, of: Omit<SessionKey, 'startMin'>): number | null {
  const prefix = prefixOf(of)
  return key.startsWith(prefix) ? Number(key.slice(prefix.length)) : null
}

function prefixOf({ serviceId, locationId, specialistId }: Omit<SessionKey, 'startMin'>): string {
  return `${serviceId}.${locationId}.${specialistId}.`
}
