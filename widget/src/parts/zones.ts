import { html, nothing } from 'lit'
import type { Speak } from '../texts/speak.ts'

/** The zone of the visitor's own clock. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Whoever looks from another time zone is told whose time it is. */
export function zoneNote(speak: Speak, zone: string, at: Date): unknown {
  if (speak.time(at, zoneHere()) === speak.time(at, zone)) return nothing
  const name = speak.date(at, zone, { timeZoneName: 'long' }).replace(/^[\d./\s,-]+/, '')
  return html`<p class="small muted zone" part="zone">
    ${speak.say('zoneOfPlace', { zone: name || zone })}
  </p>`
}

/** And reads their own clock too. */
export function yourTime(speak: Speak, instant: string, zone: string): unknown {
  const time = speak.time(instant, zoneHere())
  if (time === speak.time(instant, zone)) return nothing
  return html`<p class="small muted">${speak.say('yourTimeIs', { time })}</p>`
}
