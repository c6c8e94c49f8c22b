import type { ErrorCode } from './codes.ts'
import {
  archivedAt,
  choice,
  createdAt,
  id,
  idParams,
  paging,
  pagingOptional,
  updatedAt,
  version,
} from './common.ts'
import { admins, everyone, type Operation, type Scope, type Who } from './operation.ts'
import { object, page, patch, type ObjectSchema, type Schema } from './schema.ts'

const adminsAndKeys = [...admins, 'secret'] as const

interface Resource {
  /** Singular and plural, for summaries. */
  one: string
  many: string
  /** What archiving means, when it is not to leave the public catalogue. */
  archiving?: string
  path: string
  item: ObjectSchema
  draft: ObjectSchema
  readers?: readonly Who[]
  writers?: readonly Who[]
  read: Scope
  write: Scope
  /** Filters and `sort` of the list. */
  filters?: Record<string, Schema>
  errors?: readonly ErrorCode[]
}

/** list, get, create, update, archive and restore: the same answers for every noun of the catalogue. */
export function crud(resource: Resource) {
  return { ...reads(resource), ...changes(resource), ...archive(resource) }
}

function reads({ one, many, path, item, filters = {}, readers = everyone, read }: Resource) {
  const title = item.title ?? ''
  const who = readers
  return {
    list: {
      method: 'GET',
      path,
      summary: `List ${many}.`,
      who,
      scope: read,
      query: object(`List${title}Query`, `Which ${many}.`, { ...filters, ...paging }, [
        ...Object.keys(filters),
        ...pagingOptional,
      ]),
      status: 200,
      reply: page(item),
      errors: [],
    },
    get: {
      method: 'GET',
      path: `${path}/:id`,
      summary: `Get ${one}.`,
      who,
      scope: read,
      params: idParams,
      status: 200,
      reply: item,
      errors: ['not_found'],
    },
  } as const satisfies Record<string, Operation>
}

function changes({
  one,
  path,
  item,
  draft,
  writers = adminsAndKeys,
  write,
  errors = [],
}: Resource) {
  const title = item.title ?? ''
  const refused = ['unknown_reference', 'already_exists', 'invalid_data', ...errors] as const
  return {
    create: {
      method: 'POST',
      path,
      summary: `Add ${one}.`,
      who: writers,
      scope: write,
      body: draft,
      status: 201,
      reply: item,
      errors: refused,
    },
    update: {
      method: 'PATCH',
      path: `${path}/:id`,
      summary: `Change ${one}.`,
      who: writers,
      scope: write,
      params: idParams,
      body: patch(`${title}Changes`, `What to change of ${one}.`, draft.properties),
      status: 200,
      reply: item,
      errors: ['not_found', 'version_conflict', ...refused],
    },
  } as const satisfies Record<string, Operation>
}

function archive({
  one,
  path,
  item,
  archiving,
  writers = adminsAndKeys,
  write,
  errors = [],
}: Resource) {
  return {
    archive: {
      method: 'DELETE',
      path: `${path}/:id`,
      summary: `Archive ${one}: ${archiving ?? 'it leaves the public catalogue and stays in history'}.`,
      who: writers,
      scope: write,
      params: idParams,
      status: 204,
      reply: null,
      errors: ['not_found', 'version_conflict', ...errors],
    },
    restore: {
      method: 'POST',
      path: `${path}/:id/restore`,
      summary: `Bring ${one} back from the archive.`,
      who: writers,
      scope: write,
      params: idParams,
      status: 200,
      reply: item,
      errors: ['not_found', 'already_exists', 'version_conflict'],
    },
  } as const satisfies Record<string, Operation>
}

export const archivedFilter = {
  archived: {
    description: 'Also what is archived (staff and secret keys).',
    type: 'boolean',
    default: false,
    examples: [false],
  },
} as const

export const idList = (description: string, max = 500): Schema => ({
  description,
  type: 'array',
  items: id,
  uniqueItems: true,
  maxItems: max,
  examples: [[1, 2]],
})

export const sort = (...fields: string[]) => ({
  sort: choice(
    'Order; a leading minus turns it round.',
    fields.flatMap((field) => [field, `-${field}`]),
  ),
})

/** Members that every catalogue resource answers with, after its own. */
export const kept = {
  version,
  archived_at: archivedAt,
  created_at: createdAt,
  updated_at: updatedAt,
}

export const catalogue = { read: 'catalogue:read', write: 'catalogue:write' } as const
