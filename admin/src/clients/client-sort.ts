import type { ListClientQuery } from '@zapis/sdk'

type Sort = NonNullable<ListClientQuery['sort']>

const fields = ['id', 'last_name', 'created_at', 'visits', 'spent', 'last_visit_at']

function isSort(sort: string | undefined): sort is Sort {
  return sort !== undefined && fields.includes(sort.replace(/^-/, ''))
}

/** The order as the API names it; one that it does not have is left out. */
export function sortOf(sort: string | undefined): { sort?: Sort } {
  return isSort(sort) ? { sort } : {}
}
