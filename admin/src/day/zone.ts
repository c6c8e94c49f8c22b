/** Wall clocks of a branch. A wall is `YYYY-MM-DDTHH:MM`, read by people and by the calendar; an instant is what the API takes. */

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    // Swedes write dates as ISO 8601 does.
    new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  formats.set(timeZone, format)
  return format
}

export function wallOf(instant: string | number | Date, timeZone: string): string {
  return formatOf(timeZone).format(new Date(instant)).replace(' ', 'T')
}

/** Minutes east of UTC at an instant. */
export function offsetAt(instant: number, timeZone: string): number {
  return Math.round((utcOf(wallOf(instant, timeZone)) - instant) / 60_000)
}

/** The instant of a wall; of an hour that occurs twice the first, of one that does not occur as long after the change. */
export function instantOf(wall: string, timeZone: string): string {
  const asUtc = utcOf(wall)
  const day = 86_400_000
  const before = asUtc - offsetAt(asUtc - day, timeZone) * 60_000
  const after = asUtc - offsetAt(asUtc + day, timeZone) * 60_000
  const found = [before, after].filter((each) => wallOf(each, timeZone) === wall)
  return new Date(found.length > 0 ? Math.min(...found) : before).toISOString()
}

/** `+03:00`, as it is at noon of a date. */
export function offsetName(date: string, timeZone: string): string {
  const minutes = offsetAt(utcOf(`${date}T12:00`), timeZone)
  const digits = (value: number) => String(value).padStart(2, '0')
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${digits(Math.floor(size / 60))}:${digits(size % 60)}`
}

/** The minute of the day, of a wall. */
export function minuteOf(wall: string): number {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16))
}

/** `09:30`; 1440 is `24:00`. */
export function clockOf(minute: number): string {
  const digits = (value: number) => String(value).padStart(2, '0')
  return `${digits(Math.floor(minute / 60))}:${digits(minute % 60)}`
}

function utcOf(wall: string): number {
  return Date.parse(`${wall}:00Z`)
}
