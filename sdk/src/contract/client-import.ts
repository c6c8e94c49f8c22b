import { choice, flag, id, integer, text } from './common.ts'
import { admins, type Operation } from './operation.ts'
import { array, described, nullable, object } from './schema.ts'

const fields = {
  first_name: text('Given name.', 500, 'Анна'),
  last_name: text('Family name.', 500, 'Петрова'),
  iname: text('Patronymic.', 500, 'Ивановна'),
  birth_date: text('Birthday: 1990-05-17 or 17.05.1990.', 500, '17.05.1990'),
  phone: text('Phone, in any spelling.', 500, '8 (916) 123-45-67'),
  email: text('E-mail.', 500, 'anna@example.com'),
  notes: text('Notes of the staff.', 5000, 'Аллергия на лаванду'),
  tags: text('Tags with commas between.', 2000, 'vip, массаж'),
}

const line = object(
  'ImportedClient',
  'A line of a file, as it stands there; what is empty says nothing.',
  fields,
  Object.keys(fields),
)

const outcome = object('ImportOutcome', 'What became of a line, or would.', {
  row: integer('Its place among the lines sent, from 0.', 0, 499, 0),
  outcome: choice('invalid = not taken, see `errors`.', [
    'created',
    'updated',
    'skipped',
    'invalid',
  ]),
  client_id: nullable(described(id, 'Who it is now; null when nobody is made yet.')),
  errors: array(
    object('ImportError', 'What is wrong with a line.', {
      field: text('Of the line.', 50, 'phone'),
      code: text('As of `errors` of a refused call.', 50, 'wrong_format'),
      detail: text('In the caller’s language.', 500, 'Неверный формат'),
    }),
    'What is wrong with it.',
    { max: 20 },
  ),
})

const most = 500
const counted = (what: string) => integer(what, 0, most, 1)

export const clientImportOperation = {
  method: 'POST',
  path: '/clients/import',
  summary: 'Take over clients from a file: line by line, the good ones whatever the others are.',
  who: [...admins, 'secret'],
  scope: 'clients:write',
  body: object(
    'ClientImport',
    'Lines of a file; a longer file comes in parts.',
    {
      rows: array(line, 'The lines.', { min: 1, max: most }),
      on_match: choice(
        'What to do with one whose phone or e-mail is known: leave them, or write over what the line says.',
        ['skip', 'update'],
      ),
      dry_run: flag('Only tell what would be done.', true),
    },
    ['on_match', 'dry_run'],
  ),
  status: 200,
  reply: object('ClientImportResult', 'What was done, or would be.', {
    created: counted('New clients.'),
    updated: counted('Known ones, written over.'),
    skipped: counted('Known ones, left.'),
    invalid: counted('Lines not taken.'),
    rows: array(outcome, 'Every line, in their order.', { max: most }),
  }),
  errors: ['conflict'],
} as const satisfies Operation
