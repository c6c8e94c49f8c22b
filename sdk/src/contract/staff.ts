import {
  archivedAt,
  choice,
  createdAt,
  email,
  id,
  locale,
  password,
  text,
  updatedAt,
  version,
} from './common.ts'
import { archivedFilter, crud } from './crud.ts'
import { admins } from './operation.ts'
import { described, nullable, object } from './schema.ts'

export const staffMember = object('Staff', 'Somebody who signs in to the panel.', {
  id,
  email,
  name: text('Name.', 200, 'Ольга'),
  role: choice('What they may do.', ['owner', 'admin', 'reception', 'specialist']),
  specialist_id: nullable(
    described(id, 'The specialist they are; needed by the role specialist.', null),
  ),
  locale,
  version,
  archived_at: archivedAt,
  created_at: createdAt,
  updated_at: updatedAt,
})

const staffDraft = object(
  'StaffDraft',
  'A member of staff to add.',
  {
    email,
    password,
    name: text('Name.', 200, 'Ольга'),
    role: choice('What they may do.', ['owner', 'admin', 'reception', 'specialist'], 'reception'),
    specialist_id: nullable(described(id, 'The specialist they are.', null)),
    locale,
  },
  ['name', 'specialist_id', 'locale'],
)

export const staffOperations = {
  staff: crud({
    one: 'a member of staff',
    many: 'members of staff',
    archiving: 'they can no longer sign in, and stay in history',
    path: '/staff',
    item: staffMember,
    draft: staffDraft,
    readers: [...admins, 'secret'],
    writers: [...admins, 'secret'],
    read: 'settings:read',
    write: 'settings:write',
    filters: archivedFilter,
    errors: ['forbidden'],
  }),
}
