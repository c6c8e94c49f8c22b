import type { BookingClient, Page, Service, Specialist, Workplace } from '@zapis/sdk'
import type { ObjectSchema } from '@zapis/sdk/contract'
import type { FieldPlan, Option } from '../form/field-plan.ts'
import type { Panel } from '../panel/panel.ts'
import type { Column, Wanted } from '../parts/data-table.ts'
import type { Say } from '../words/texts.ts'
import type { CatalogueKey } from './texts/texts.ts'

export type Values = Record<string, unknown>

/** What every resource of the catalogue has. */
export interface Row {
  id: number
  version: number
  archived_at: string | null
}

/** What the others are made of: forms choose from it. */
export interface Known {
  services: Service[]
  specialists: Specialist[]
  workplaces: Workplace[]
}

export interface Ask {
  panel: Panel
  say: Say<CatalogueKey>
  known: Known
}

export interface Listed extends Wanted {
  archived: boolean
  /** What the filter beside the search has chosen. */
  filter: string
}

export interface Saved<Item extends Row> {
  ask: Ask
  /** null = a new one. */
  item: Item | null
  values: Values
  changes: Values
}

/** A noun of the catalogue, as its page and its form need to know it. */
export interface Noun<Item extends Row = Row> {
  id: string
  name: CatalogueKey
  /** What the button says that adds one. */
  add: CatalogueKey
  /** Why there should be any, while there is none. */
  none: CatalogueKey
  schema: ObjectSchema
  nameOf(item: Item, ask: Ask): string
  columns(ask: Ask): Column<Item>[]
  fields(ask: Ask, item: Item | null): FieldPlan[]
  /** What the form begins with. */
  begin(ask: Ask, item: Item | null): Values
  filter?: { name: 'category' | 'location'; options(ask: Ask): Option[] }
  list(api: BookingClient, listed: Listed): PromiseLike<Page<Item>>
  get(api: BookingClient, id: number): Promise<Item>
  save(saved: Saved<Item>): Promise<Item>
  archive(api: BookingClient, item: Item): Promise<unknown>
  restore(api: BookingClient, item: Item): Promise<unknown>
  /** Where somebody goes on: the schedule of a specialist. */
  links?(item: Item): { name: CatalogueKey; path: string }[]
  /** A new one has more to be said of it than its first form asks. */
  isContinued?: true
}

/** The order as the API names it, if it does. */
export function sortOf<Name extends string>(
  { sort }: Wanted,
  names: readonly Name[],
): { sort?: Name } {
  const found = names.find((name) => name === sort)
  return found ? { sort: found } : {}
}

/** How a list is asked for, whatever it is of. */
export function pageOf({ limit, cursor, archived }: Listed) {
  return { limit, archived, ...(cursor === undefined ? {} : { cursor }) }
}

/** Some members of what is there, for a form to begin with. */
export function pick(item: object | null, names: readonly string[]): Values {
  if (item === null) return {}
  return Object.fromEntries(names.map((name) => [name, Reflect.get(item, name)]))
}

export function optionsOf(items: readonly { id: number; name: string }[]): Option[] {
  return items.map(({ id, name }) => ({ value: id, name }))
}

/** Иванова Анна Сергеевна */
export function fullName(person: { first_name: string; last_name?: string; iname?: string }) {
  return [person.last_name, person.first_name, person.iname].filter(Boolean).join(' ')
}
