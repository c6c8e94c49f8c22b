import { appointment } from './appointment.ts'
import {
  createdAt,
  email,
  flag,
  id,
  idParams,
  instant,
  localDate,
  locale,
  pageQuery,
  paging,
  pagingOptional,
  phone,
  text,
  updatedAt,
  version,
} from './common.ts'
import { clientFigures, clientFilter, clientSorts } from './client-filter.ts'
import { clientImportOperation } from './client-import.ts'
import { clientMoneyOperations } from './client-money.ts'
import { clientPackage } from './client-packages.ts'
import { consentChange, consentRecord } from './consents.ts'
import { discount, discountDraft, discountParams } from './discounts.ts'
import { preferences, preferencesChange } from './notification-preferences.ts'
import { admins, desk, staff, type Operation } from './operation.ts'
import { array, described, nullable, object, page, patch } from './schema.ts'
import { walletTransaction } from './wallets.ts'

export const person = {
  first_name: text('Given name.', 100, 'Анна'),
  last_name: text('Family name.', 100, 'Петрова'),
  iname: text('Patronymic.', 100, 'Ивановна'),
  birth_date: nullable(described(localDate, 'Birthday.', '1990-05-17')),
  phone: nullable(phone),
  email: nullable(email),
  locale: described(locale, 'Language to write to them in.'),
}

const kept = {
  notes: text('Notes of the staff; the client does not see them.', 5000, 'Аллергия на лаванду'),
  tags: array(text('Tag.', 50, 'vip', 1), 'Tags.', { max: 50 }),
  blocked: flag('May not book online.'),
}

const clientFields = {
  id,
  ...person,
  telegram_id: nullable(text('Telegram id.', 30, '1234567')),
  ...kept,
  erased_at: nullable(described(instant, 'When their personal data was erased.', null)),
  version,
  created_at: createdAt,
  updated_at: updatedAt,
}

export const client = object('Client', 'A client.', clientFields)

const listedClient = object('ListedClient', 'A client in a list.', {
  ...clientFields,
  figures: nullable({ ...clientFigures, description: 'With `figures=true`; else null.' }),
})

const clientDraft = object(
  'ClientDraft',
  'A client to add; a name or a contact is needed.',
  { ...person, ...kept },
  [...Object.keys(person), ...Object.keys(kept)],
)

export const exported = object('ClientExport', 'All that is kept of a client.', {
  client,
  discounts: { description: 'Personal discounts.', type: 'array', items: discount },
  consents: { description: 'Consents.', type: 'array', items: consentRecord },
  appointments: { description: 'Visits.', type: 'array', items: appointment },
  transactions: { description: 'Lines of the ledger.', type: 'array', items: walletTransaction },
  packages: { description: 'Packages that were bought.', type: 'array', items: clientPackage },
  exported_at: instant,
})

const ours = [...staff, 'secret'] as const

const desks = [...desk, 'secret'] as const

const read = { who: ours, scope: 'clients:read' } as const

const write = { who: desks, scope: 'clients:write' } as const

const adminWrite = { who: [...admins, 'secret'], scope: 'clients:write' } as const

export const clientOperations = {
  clients: {
    list: {
      method: 'GET',
      path: '/clients',
      summary: 'Find clients by any part of name, phone or e-mail; a specialist finds their own.',
      ...read,
      query: object(
        'ListClientQuery',
        'Which clients.',
        {
          search: text(
            'Part of a name, phone or e-mail; several words must all match.',
            100,
            'петр',
          ),
          ...clientFilter,
          figures: flag('Also what each has done.', true),
          sort: clientSorts,
          ...paging,
        },
        ['search', ...Object.keys(clientFilter), 'figures', 'sort', ...pagingOptional],
      ),
      status: 200,
      reply: page(listedClient),
      errors: [],
    },
    get: {
      method: 'GET',
      path: '/clients/:id',
      summary: 'Get a client.',
      ...read,
      params: idParams,
      status: 200,
      reply: client,
      errors: ['not_found'],
    },
    create: {
      method: 'POST',
      path: '/clients',
      summary: 'Add a client.',
      ...write,
      body: clientDraft,
      status: 201,
      reply: client,
      errors: ['already_exists', 'phone_invalid', 'contact_required'],
    },
    import: clientImportOperation,
    update: {
      method: 'PATCH',
      path: '/clients/:id',
      summary: 'Change a client.',
      ...write,
      params: idParams,
      body: patch('ClientChanges', 'What to change of the client.', clientDraft.properties),
      status: 200,
      reply: client,
      errors: [
        'not_found',
        'version_conflict',
        'already_exists',
        'phone_invalid',
        'conflict',
        'contact_required',
        'invalid_data',
      ],
    },
    appointments: {
      method: 'GET',
      path: '/clients/:id/appointments',
      summary: 'Visits of a client, newest first.',
      ...read,
      params: idParams,
      query: pageQuery,
      status: 200,
      reply: page(appointment),
      errors: ['not_found'],
    },
    discounts: {
      method: 'GET',
      path: '/clients/:id/discounts',
      summary: 'Personal discounts of a client.',
      ...read,
      params: idParams,
      query: pageQuery,
      status: 200,
      reply: page(discount),
      errors: ['not_found'],
    },
    addDiscount: {
      method: 'POST',
      path: '/clients/:id/discounts',
      summary: 'Give a personal discount.',
      ...adminWrite,
      params: idParams,
      body: discountDraft,
      status: 201,
      reply: discount,
      errors: ['not_found', 'unknown_reference', 'invalid_data'],
    },
    removeDiscount: {
      method: 'DELETE',
      path: '/clients/:id/discounts/:discount_id',
      summary: 'Take a personal discount away; visits keep theirs.',
      ...adminWrite,
      params: discountParams,
      status: 204,
      reply: null,
      errors: ['not_found'],
    },
    consents: {
      method: 'GET',
      path: '/clients/:id/consents',
      summary: 'Consents of a client, newest first.',
      ...read,
      params: idParams,
      query: pageQuery,
      status: 200,
      reply: page(consentRecord),
      errors: ['not_found'],
    },
    notificationPreferences: {
      method: 'GET',
      path: '/clients/:id/notification-preferences',
      summary: 'How a client wants to be told.',
      ...read,
      params: idParams,
      status: 200,
      reply: preferences,
      errors: ['not_found'],
    },
    updateNotificationPreferences: {
      method: 'PATCH',
      path: '/clients/:id/notification-preferences',
      summary: 'Change how a client wants to be told, at their word.',
      ...write,
      params: idParams,
      body: preferencesChange,
      status: 200,
      reply: preferences,
      errors: ['not_found', 'version_conflict', 'invalid_data'],
    },
    addConsent: {
      method: 'POST',
      path: '/clients/:id/consents',
      summary: 'Record that a client gave or withdrew a consent.',
      ...write,
      params: idParams,
      body: consentChange,
      status: 201,
      reply: consentRecord,
      errors: ['not_found', 'unknown_reference'],
    },
    ...clientMoneyOperations,
    merge: {
      method: 'POST',
      path: '/clients/:id/merge',
      summary: 'Merge a duplicate into this client: visits, money and packages come over.',
      ...adminWrite,
      params: idParams,
      body: object('MergeRequest', 'The duplicate.', {
        duplicate_id: described(id, 'The client who ceases to be.', 2),
      }),
      status: 200,
      reply: client,
      errors: ['not_found', 'unknown_reference', 'conflict', 'version_conflict', 'invalid_data'],
    },
    export: {
      method: 'POST',
      path: '/clients/:id/export',
      summary: 'All that is kept of a client.',
      ...adminWrite,
      params: idParams,
      status: 200,
      reply: exported,
      errors: ['not_found'],
    },
    erase: {
      method: 'POST',
      path: '/clients/:id/erase',
      summary:
        'Erase the personal data; visits and the ledger stay without it. Coming visits must be cancelled first.',
      ...adminWrite,
      params: idParams,
      status: 200,
      reply: client,
      errors: ['not_found', 'still_in_use', 'version_conflict'],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
