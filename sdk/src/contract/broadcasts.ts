import {
  choice,
  createdAt,
  id,
  idParams,
  instant,
  integer,
  paging,
  pagingOptional,
  text,
  updatedAt,
  url,
  version,
} from './common.ts'
import { clientFilter } from './client-filter.ts'
import { channel } from './notifications.ts'
import { admins, type Operation } from './operation.ts'
import { array, described, nullable, object, page } from './schema.ts'

const { marketing: _marketing, blocked: _blocked, ...chosen } = clientFilter

const segment = object(
  'BroadcastSegment',
  'Which clients, chosen as in their list. Always only those who consented to marketing and are not blocked.',
  chosen,
  Object.keys(chosen),
)

const channels = array(channel, 'By these channels only; left out = by any.', { max: 5, min: 1 })

const countRequest = object(
  'BroadcastCountRequest',
  'Whom it would reach.',
  { segment, channels },
  ['channels'],
)

const byChannel = object('BroadcastReach', 'How many by each channel.', {
  telegram: integer('By Telegram.', 0, 100_000_000, 60),
  max: integer('By MAX.', 0, 100_000_000, 0),
  webpush: integer('By web push.', 0, 100_000_000, 20),
  email: integer('By e-mail.', 0, 100_000_000, 15),
  whatsapp: integer('By WhatsApp.', 0, 100_000_000, 0),
})

const count = object('BroadcastCount', 'Whom it would reach now.', {
  consented: integer('Clients of the segment who consented to marketing.', 0, 100_000_000, 100),
  reachable: integer('Of them, those whom a channel reaches.', 0, 100_000_000, 95),
  by_channel: byChannel,
})

const contents = {
  title: text('The first line.', 200, 'Массаж со скидкой в декабре', 1),
  body: text('The rest.', 2000, 'Только до 15 декабря, по вторникам.', 1),
}

const broadcastDraft = object(
  'BroadcastDraft',
  'A message to many.',
  {
    segment,
    channels,
    ...contents,
    url: described(url, 'Where it leads.', 'https://clinic.example/december'),
    send_at: described(instant, 'When to begin, within a year; left out = now.'),
    per_minute: integer('How many messages a minute at most.', 1, 6000, 1000),
  },
  ['channels', 'url', 'send_at', 'per_minute'],
)

const broadcast = object('Broadcast', 'A message to many, and how far it has come.', {
  id,
  segment,
  channels: nullable(channels),
  ...contents,
  url: nullable(described(url, 'Where it leads.', null)),
  send_at: described(instant, 'When it begins.'),
  per_minute: integer('How many messages a minute at most.', 1, 6000, 1000),
  status: choice(
    'scheduled → sending → sent; stopped = nobody more is written to.',
    ['scheduled', 'sending', 'sent', 'stopped'],
    'sending',
  ),
  total: integer('Whom it was to reach when it was made.', 0, 100_000_000, 95),
  pending: integer('Messages that are made and wait.', 0, 100_000_000, 10),
  sent: integer('Messages that a channel took.', 0, 100_000_000, 80),
  failed: integer('Messages that were given up.', 0, 100_000_000, 2),
  skipped: integer('Messages that were not wanted any more, or were stopped.', 0, 100_000_000, 3),
  version,
  created_at: createdAt,
  updated_at: updatedAt,
})

const read = { who: [...admins, 'secret'], scope: 'clients:read' } as const
const write = { who: [...admins, 'secret'], scope: 'clients:write' } as const

export const broadcastOperations = {
  broadcasts: {
    list: {
      method: 'GET',
      path: '/broadcasts',
      summary: 'Broadcasts, newest first.',
      ...read,
      query: object('ListBroadcastQuery', 'Which page.', { ...paging }, [...pagingOptional]),
      status: 200,
      reply: page(broadcast),
      errors: [],
    },
    get: {
      method: 'GET',
      path: '/broadcasts/:id',
      summary: 'A broadcast, and how far it has come.',
      ...read,
      params: idParams,
      status: 200,
      reply: broadcast,
      errors: ['not_found'],
    },
    count: {
      method: 'POST',
      path: '/broadcasts/count',
      summary: 'Whom a broadcast would reach; nothing is sent.',
      ...read,
      body: countRequest,
      status: 200,
      reply: count,
      errors: ['unknown_reference'],
    },
    create: {
      method: 'POST',
      path: '/broadcasts',
      summary: 'Write to the clients of a segment who consented to marketing.',
      ...write,
      body: broadcastDraft,
      status: 201,
      reply: broadcast,
      errors: ['unknown_reference', 'invalid_data'],
    },
    stop: {
      method: 'POST',
      path: '/broadcasts/:id/stop',
      summary: 'Write to nobody more; again = the same answer. What is sent is sent.',
      ...write,
      params: idParams,
      status: 200,
      reply: broadcast,
      errors: ['not_found', 'invalid_transition'],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
