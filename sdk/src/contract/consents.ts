import {
  choice,
  createdAt,
  flag,
  id,
  instant,
  locale,
  paging,
  pagingOptional,
  text,
} from './common.ts'
import { admins, everyone, type Operation } from './operation.ts'
import { described, object, page } from './schema.ts'

export const consentKinds = ['personal_data', 'marketing', 'third_party'] as const

export const consentRecord = object(
  'ConsentRecord',
  'A consent given or withdrawn. Records are never changed.',
  {
    id,
    client_id: described(id, 'Whose.'),
    kind: choice('To what.', consentKinds),
    version: text('Version of the text.', 50, '1'),
    locale,
    granted: flag('true = given, false = withdrawn.', true),
    at: instant,
    source: text('Where it was given.', 50, 'widget'),
    text_hash: text('SHA-256 of the text that was shown.', 64, '9f86d081884c7d65…'),
  },
)

export const consentChange = object(
  'ConsentChange',
  'Give or withdraw a consent.',
  {
    kind: choice('To what.', consentKinds),
    version: text('Version of the text; left out = the latest.', 50, '1', 1),
    granted: flag('true = give, false = withdraw.', true),
  },
  ['version'],
)

const consentTextFields = {
  kind: choice('To what.', consentKinds),
  version: text('Version.', 50, '1', 1),
  locale,
  text: text('The text.', 20000, 'Я даю согласие на обработку персональных данных.', 1),
  required: flag('Booking needs it.', true),
}

const consentText = object(
  'ConsentText',
  'The text of a consent. A text never changes; a new version is a new text.',
  { ...consentTextFields, created_at: createdAt },
)

const consentTextDraft = object('ConsentTextDraft', 'A new version of a text.', consentTextFields, [
  'required',
])

export const consentTextOperations = {
  consentTexts: {
    list: {
      method: 'GET',
      path: '/consent-texts',
      summary: 'The latest texts of consents.',
      who: everyone,
      scope: 'catalogue:read',
      query: object('ListConsentTextQuery', 'Which texts.', { ...paging }, [...pagingOptional]),
      status: 200,
      reply: page(consentText),
      errors: [],
    },
    create: {
      method: 'POST',
      path: '/consent-texts',
      summary: 'Publish a new version of a text.',
      who: [...admins, 'secret'],
      scope: 'settings:write',
      body: consentTextDraft,
      status: 201,
      reply: consentText,
      errors: ['already_exists', 'invalid_data'],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
