import type { Page } from '@zapis/sdk'

/** A list as far as it has been asked for. */
export interface Paged<Item> {
  items: readonly Item[]
  /** null: there is no more. */
  next: string | null
}

export function append<Item>(
  before: Paged<Item> | null,
  { data, has_more, next_cursor }: Page<Item>,
): Paged<Item> {
  return { items: [...(before?.items ?? []), ...data], next: has_more ? next_cursor : null }
}
