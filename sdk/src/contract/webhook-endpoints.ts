import {
  archivedAt,
  choice,
  createdAt,
  flag,
  id,
  idParams,
  instant,
  integer,
  paging,
  pagingOptional,
  text,
  updatedAt,
  version,
} from './common.ts'
import { eventType } from './events.ts'
import { admins, type Operation } from './operation.ts'
import { described, nullable, object, page, patch, type Schema } from './schema.ts'

const endpointFields = {
  url: {
    description: 'https address that takes POSTs; not a private one.',
    type: 'string',
    format: 'http-url',
    maxLength: 2000,
    examples: ['https://clinic.example/hooks'],
  } satisfies Schema,
  types: {
    description: 'Which events; empty = all.',
    type: 'array',
    items: eventType,
    uniqueItems: true,
    maxItems: 100,
    examples: [['appointment.booked']],
  } satisfies Schema,
  enabled: flag('Whether events are sent.', true),
}

const webhookEndpoint = object(
  'WebhookEndpoint',
  'Where events are posted, signed by Standard Webhooks.',
  {
    id,
    ...endpointFields,
    disabled_reason: nullable(
      text('Why it was switched off after failures; null while it was not.', 200, '410'),
    ),
    version,
    archived_at: archivedAt,
    created_at: createdAt,
    updated_at: updatedAt,
  },
)

const endpointDraft = object('WebhookEndpointDraft', 'An endpoint to add.', endpointFields, [
  'types',
  'enabled',
])

const createdEndpoint = object(
  'CreatedWebhookEndpoint',
  'The new endpoint, with its signing secret, shown only now.',
  { ...webhookEndpoint.properties, secret: text('Signing secret.', 200, 'whsec_…') },
)

const webhookDelivery = object('WebhookDelivery', 'An event on its way to an endpoint.', {
  id,
  endpoint_id: described(id, 'The endpoint.'),
  event_id: integer('The event.', 1, Number.MAX_SAFE_INTEGER, 1),
  type: eventType,
  status: choice('pending = waiting or retrying; failed = given up.', [
    'pending',
    'delivered',
    'failed',
  ]),
  attempts: integer('Attempts made.', 0, 1000, 1),
  response_status: {
    description: 'HTTP status of the last answer.',
    type: ['integer', 'null'],
    examples: [200],
  },
  error: nullable(text('What went wrong the last time.', 500, 'timeout')),
  next_attempt_at: nullable(described(instant, 'When it is tried again.', null)),
  delivered_at: nullable(described(instant, 'When it arrived.')),
  created_at: createdAt,
})

const settings = { who: [...admins, 'secret'], scope: 'settings:read' } as const

const settingsWrite = { who: [...admins, 'secret'], scope: 'settings:write' } as const

const deliveryParams = object('WebhookDeliveryParams', 'Which delivery.', {
  id,
  delivery_id: described(id, 'The delivery.'),
})

export const webhookEndpointOperations = {
  webhookEndpoints: {
    list: {
      method: 'GET',
      path: '/webhook-endpoints',
      summary: 'List webhook endpoints.',
      ...settings,
      query: object('ListWebhookEndpointQuery', 'Which page.', { ...paging }, [...pagingOptional]),
      status: 200,
      reply: page(webhookEndpoint),
      errors: [],
    },
    get: {
      method: 'GET',
      path: '/webhook-endpoints/:id',
      summary: 'Get a webhook endpoint.',
      ...settings,
      params: idParams,
      status: 200,
      reply: webhookEndpoint,
      errors: ['not_found'],
    },
    create: {
      method: 'POST',
      path: '/webhook-endpoints',
      summary: 'Add a webhook endpoint.',
      ...settingsWrite,
      body: endpointDraft,
      status: 201,
      reply: createdEndpoint,
      errors: ['address_not_allowed'],
    },
    update: {
      method: 'PATCH',
      path: '/webhook-endpoints/:id',
      summary: 'Change a webhook endpoint.',
      ...settingsWrite,
      params: idParams,
      body: patch('WebhookEndpointChanges', 'What to change.', endpointDraft.properties),
      status: 200,
      reply: webhookEndpoint,
      errors: ['not_found', 'version_conflict', 'address_not_allowed'],
    },
    remove: {
      method: 'DELETE',
      path: '/webhook-endpoints/:id',
      summary: 'Remove a webhook endpoint.',
      ...settingsWrite,
      params: idParams,
      status: 204,
      reply: null,
      errors: ['not_found'],
    },
    deliveries: {
      method: 'GET',
      path: '/webhook-endpoints/:id/deliveries',
      summary: 'What was sent, newest first.',
      ...settings,
      params: idParams,
      query: object(
        'ListWebhookDeliveryQuery',
        'Which deliveries.',
        { status: choice('In this status.', ['pending', 'delivered', 'failed']), ...paging },
        ['status', ...pagingOptional],
      ),
      status: 200,
      reply: page(webhookDelivery),
      errors: ['not_found'],
    },
    resend: {
      method: 'POST',
      path: '/webhook-endpoints/:id/deliveries/:delivery_id/resend',
      summary: 'Send it again now.',
      ...settingsWrite,
      params: deliveryParams,
      status: 202,
      reply: webhookDelivery,
      errors: ['not_found'],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
