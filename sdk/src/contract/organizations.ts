import { tokens } from './auth.ts'
import {
  createdAt,
  currency,
  email,
  id,
  locale,
  password,
  slug,
  text,
  timeZone,
  translations,
  updatedAt,
  version,
} from './common.ts'
import { admins, everyone, type Operation } from './operation.ts'
import { policy } from './policy.ts'
import { described, object, patch } from './schema.ts'
import { telegramOperation } from './telegram-status.ts'

const about = text('A few words about the clinic.', 2000, 'Клиника массажа и реабилитации')

const branding = object(
  'Branding',
  'Looks of the client site and the widget.',
  {
    color: {
      description: 'Brand colour, #rrggbb.',
      type: 'string',
      pattern: '^#[0-9a-fA-F]{6}$',
      examples: ['#0a6e5c'],
    },
    logo_url: {
      description: 'Logo, https.',
      type: 'string',
      format: 'https-url',
      maxLength: 2000,
      examples: ['https://clinic.example/logo.svg'],
    },
    about,
  },
  ['color', 'logo_url', 'about'],
)

const organizationFields = {
  name: text('Name.', 200, 'Клиника на Арбате', 1),
  slug,
  currency,
  time_zone: timeZone,
  locale: described(locale, 'Language of the catalogue’s own texts.'),
}

const organizationTranslations = translations('Organization', {
  name: text('Name.', 200, 'Clinic on Arbat', 1),
  about: described(about, 'A few words about the clinic.', 'Massage and rehabilitation'),
})

export const organization = object('Organization', 'A clinic, studio or business: the tenant.', {
  id,
  ...organizationFields,
  branding,
  policies: described(policy, 'Rules of booking for all branches.', {}),
  translations: organizationTranslations,
  version,
  created_at: createdAt,
  updated_at: updatedAt,
})

const organizationChanges = patch('OrganizationChanges', 'What to change of the organization.', {
  name: organizationFields.name,
  locale: organizationFields.locale,
  time_zone: timeZone,
  branding,
  policies: policy,
  translations: organizationTranslations,
})

const signUp = object('OrganizationDraft', 'A clinic to found, with its owner.', {
  ...organizationFields,
  owner: object('OwnerDraft', 'Who owns it.', { email, password }),
})

const founded = object(
  'FoundedOrganization',
  'The new, empty clinic. The secret key is shown only here.',
  {
    organization,
    tokens,
    publishable_key: text('For sites; any origin until you restrict it.', 200, 'pk_…'),
    secret_key: text('For servers. Shown only now.', 200, 'sk_…'),
  },
)

const settingsWrite = { who: [...admins, 'secret'], scope: 'settings:write' } as const

export const organizationOperations = {
  organizations: {
    create: {
      method: 'POST',
      path: '/organizations',
      summary: 'Found an organization (while SIGNUP is open).',
      who: ['anyone'],
      body: signUp,
      status: 201,
      reply: founded,
      errors: ['signup_closed', 'already_exists', 'rate_limited'],
    },
  },
  organization: {
    get: {
      method: 'GET',
      path: '/organization',
      summary: 'One’s own organization.',
      who: everyone,
      scope: 'catalogue:read',
      status: 200,
      reply: organization,
      errors: [],
    },
    telegram: telegramOperation,
    update: {
      method: 'PATCH',
      path: '/organization',
      summary: 'Change one’s own organization.',
      ...settingsWrite,
      body: organizationChanges,
      status: 200,
      reply: organization,
      errors: ['version_conflict'],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
