import type { RecordedPair, Statement } from './recorded-pair.ts'

/** Of the place of the recorded pair, consecutive: the n-th pair takes the n-th of each in turn. */
export interface Rooms {
  specialistIds: readonly number[]
  workplaceIds: readonly number[]
}

export const CLIENTS = 8

/** Far behind the last appointment, so that every pair finds its time free. */
const AFTER = Date.parse('2100-01-01T00:00:00Z') / 60_000
/** Longer than any visit with its buffers. */
const APART_MIN = 240
const MINUTES_A_DAY = 1440

/**
 * The statements are the recorded ones; of their values those that must differ from pair to pair become expressions, and the rest stay what
 * they were. The calendar is read on the days that are as full as for the other benchmarks.
 */
export function scriptOf(pair: RecordedPair, rooms: Rooms): string {
  const values = variables(pair)
  const lines = pair.statements.flatMap((statement) => linesOf(statement, values))
  return [...heading(pair, rooms), ...lines, ''].join('\n')
}

/** :k counts the pairs of this client; :client_id is pgbench's own. */
function heading({ facts }: RecordedPair, { specialistIds, workplaceIds }: Rooms): string[] {
  const width = Math.min(specialistIds.length, workplaceIds.length)
  const [specialist, workplace] = [specialistIds[0] ?? 0, workplaceIds[0] ?? 0]
  return [
    '\\set k :k + 1',
    `\\set n :k * ${CLIENTS} + :client_id`,
    `\\set day random(0, 59) * ${MINUTES_A_DAY}`,
    `\\set specialist ${specialist} + mod(:n, ${width})`,
    `\\set workplace ${workplace} + mod(:n, ${width})`,
    `\\set starts ${AFTER} + (:n / ${width}) * ${APART_MIN}`,
    `\\set ends :starts + ${facts.endMin - facts.startMin}`,
    `\\set busy_from :starts - ${facts.bufferBeforeMin}`,
    `\\set busy_to :ends + ${facts.bufferAfterMin}`,
    '\\set unique random(1, 9000000000000000000)',
    '\\set phone 70000000000 + random(0, 9999999999)',
  ]
}

type Values = ReadonlyMap<unknown, string>

function variables(pair: RecordedPair): Values {
  const { facts } = pair
  return new Map<unknown, string>([
    [facts.specialistId, ':specialist'],
    [facts.workplaceId, ':workplace'],
    [facts.startMin - facts.bufferBeforeMin, ':busy_from'],
    [facts.endMin + facts.bufferAfterMin, ':busy_to'],
    [facts.startMin, ':starts'],
    [facts.endMin, ':ends'],
    [pair.clientId, ':guest_id'],
    [pair.appointmentId, ':visit_id'],
    [facts.id, 'md5((:unique)::text)::uuid'],
    [pair.phone, `'+' || (:phone)::text`],
    ...pair.idempotencyKeys.map(
      (key, index) => [key, `'bench-${index}-' || (:unique)::text`] as const,
    ),
    [pair.code, `'bench-bench-bench-bench-' || (:unique)::text`],
  ])
}

function linesOf({ text, values }: Statement, known: Values): string[] {
  // Begin and tenant, one message of ours, are two commands for pgbench.
  if (values.length === 0) return text.split(';').map((part) => `${oneLine(part)};`)
  const day = text.includes('occupied(')
  const filled = oneLine(text).replace(
    /\$(\d+)/g,
    (_, number: string) => `(${sqlOf(values[Number(number) - 1], known, day)})`,
  )
  if (/insert into clients\b/.test(filled)) return [`${filled} \\gset guest_`]
  if (/insert into appointments\b/.test(filled)) return [`${filled} \\gset visit_`]
  return [`${filled};`]
}

function oneLine(text: string): string {
  return text.replace(/--.*$/gm, '').replace(/\s+/g, ' ').trim()
}

/** `day`: a minute of the calendar moves by whole days instead of being this pair's own. */
function sqlOf(value: unknown, known: Values, day: boolean): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value))
    return value.length === 0
      ? `'{}'`
      : `array[${value.map((each) => sqlOf(each, known, day)).join()}]`
  if (day) return isMinute(value) ? `${value} + :day` : literal(value)
  const resource = typeof value === 'string' && /^(\d+):(specialist|workplace):\d+$/.exec(value)
  if (resource) {
    const [, organization = '', kind = ''] = resource
    return `${literal(`${organization}:${kind}:`)}::text || (:${kind})::text`
  }
  return known.get(value) ?? literal(value)
}

function isMinute(value: unknown): value is number {
  return typeof value === 'number' && value > 10_000_000
}

function literal(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text =
    value instanceof Date
      ? value.toISOString()
      : typeof value === 'string'
        ? value
        : JSON.stringify(value)
  // pgbench takes what follows a colon for a variable; and of unknown type it stays, as a parameter is.
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\072')
  return `E'${escaped}'`
}
