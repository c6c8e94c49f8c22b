import {
  archivedAt,
  choice,
  createdAt,
  id,
  idParams,
  paging,
  pagingOptional,
  text,
  version,
} from './common.ts'
import { admins, scopes, type Operation } from './operation.ts'
import { array, described, object, page, patch, type Schema } from './schema.ts'

const origin: Schema = {
  description: 'An origin, scheme and host.',
  type: 'string',
  format: 'origin',
  maxLength: 300,
  examples: ['https://clinic.example'],
}

const apiKeyFields = {
  kind: choice('publishable = for sites, secret = for servers.', ['publishable', 'secret']),
  name: text('What it is for.', 200, 'Сайт клиники', 1),
  allowed_origins: array(origin, 'Origins a publishable key works from; empty = any.', {
    max: 100,
  }),
  scopes: {
    description: 'What a secret key may do; left out = everything.',
    type: 'array',
    items: { type: 'string', enum: scopes, examples: ['appointments:read'] },
    uniqueItems: true,
    maxItems: scopes.length,
    examples: [['appointments:read']],
  } satisfies Schema,
}

export const apiKey = object('ApiKey', 'A key. Only its hash is stored.', {
  id,
  ...apiKeyFields,
  prefix: text('Its first characters.', 20, 'pk_demo'),
  revoked_at: described(archivedAt, 'When it was revoked; null while it works.'),
  version,
  created_at: createdAt,
})

const createdApiKey = object('CreatedApiKey', 'The new key, with its value.', {
  ...apiKey.properties,
  key: text('The key itself. A secret one is shown only now.', 200, 'sk_…'),
})

const apiKeyDraft = object('ApiKeyDraft', 'A key to make.', apiKeyFields, [
  'allowed_origins',
  'scopes',
])

const apiKeyChanges = patch('ApiKeyChanges', 'What to change of the key.', {
  name: apiKeyFields.name,
  allowed_origins: apiKeyFields.allowed_origins,
  scopes: apiKeyFields.scopes,
})

const settingsRead = { scope: 'settings:read' } as const

const settingsWrite = { who: [...admins, 'secret'], scope: 'settings:write' } as const

export const apiKeyOperations = {
  apiKeys: {
    list: {
      method: 'GET',
      path: '/api-keys',
      summary: 'List keys.',
      who: [...admins, 'secret'],
      ...settingsRead,
      query: object('ListApiKeyQuery', 'Which keys.', { ...paging }, [...pagingOptional]),
      status: 200,
      reply: page(apiKey),
      errors: [],
    },
    get: {
      method: 'GET',
      path: '/api-keys/:id',
      summary: 'Get a key (without its value).',
      who: [...admins, 'secret'],
      ...settingsRead,
      params: idParams,
      status: 200,
      reply: apiKey,
      errors: ['not_found'],
    },
    create: {
      method: 'POST',
      path: '/api-keys',
      summary: 'Make a key.',
      ...settingsWrite,
      body: apiKeyDraft,
      status: 201,
      reply: createdApiKey,
      errors: ['invalid_data'],
    },
    update: {
      method: 'PATCH',
      path: '/api-keys/:id',
      summary: 'Change a key’s name, origins or scopes.',
      ...settingsWrite,
      params: idParams,
      body: apiKeyChanges,
      status: 200,
      reply: apiKey,
      errors: ['not_found', 'version_conflict'],
    },
    revoke: {
      method: 'DELETE',
      path: '/api-keys/:id',
      summary: 'Revoke a key. Effective everywhere within a minute.',
      ...settingsWrite,
      params: idParams,
      status: 204,
      reply: null,
      errors: ['not_found'],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
