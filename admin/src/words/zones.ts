import type { Words } from './words.ts'

/** Every time zone that the browser knows, by name, with how far it is from Greenwich today. */
export function zoneOptions({ tag }: Words): { value: string; name: string }[] {
  const now = new Date()
  return Intl.supportedValuesOf('timeZone').map((zone) => ({
    value: zone,
    name: `${zone.replaceAll('_', ' ')} (${offsetOf(zone, tag, now)})`,
  }))
}

function offsetOf(timeZone: string, tag: string, now: Date): string {
  const format = new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: 'shortOffset' })
  return format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? ''
}
