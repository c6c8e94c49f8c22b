/** What Meta's webhook says of our messages: no I/O, no clock. */
import { jsonOf, member } from './http-post.ts'
import { refusalOf } from './whatsapp.ts'

export interface MessageStatus {
  providerId: string
  at: Date
  kind: 'delivered' | 'read' | 'failed'
  /** Of a failure. */
  error: string
  isGone: boolean
}

/** Of this number alone; what else it tells (messages of clients, templates) is left out. */
export function statusesIn(text: string, phoneId: string): MessageStatus[] {
  const changes = list(member(jsonOf(text), 'entry')).flatMap((entry) =>
    list(member(entry, 'changes')),
  )
  return changes
    .map((change) => member(change, 'value'))
    .filter((value) => member(value, 'metadata', 'phone_number_id') === phoneId)
    .flatMap((value) => list(member(value, 'statuses')))
    .flatMap(statusOf)
}

function statusOf(status: unknown): MessageStatus[] {
  const [providerId, kind] = [member(status, 'id'), member(status, 'status')]
  const seconds = Number(member(status, 'timestamp'))
  const isOurs = kind === 'delivered' || kind === 'read' || kind === 'failed'
  if (typeof providerId !== 'string' || !isOurs || !(seconds > 0 && seconds < 1e11)) return []
  const code = Number(member(list(member(status, 'errors'))[0], 'code'))
  return [{ providerId, at: new Date(seconds * 1000), kind, ...refusalOf(code) }]
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
