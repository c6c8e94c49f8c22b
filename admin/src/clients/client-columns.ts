import type { ListedClient } from '@zapis/sdk'
import { html } from 'lit'
import type { Panel } from '../panel/panel.ts'
import type { Column } from '../parts/data-table.ts'
import { nameOf } from './client-name.ts'
import { clientTexts } from './texts/texts.ts'

const KEY = 'zapis:client-columns'
const usual = ['name', 'phone', 'tags', 'visits', 'spent', 'lastVisit']

/** The columns that somebody likes on this machine; the name is always there. */
export function keptColumns(): string[] {
  try {
    // Written by us; an odd value is as good as none.
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : usual
  } catch {
    return usual
  }
}

export function keepColumns(ids: readonly string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(ids))
  } catch {
    // A browser that keeps nothing shows the usual ones.
  }
}

export function clientColumns(panel: Panel): Column<ListedClient>[] {
  return [
    ...people(panel),
    ...(panel.may('clients.wallet') ? figureColumns(panel) : []),
    {
      id: 'createdAt',
      name: clientTexts(panel.language)('createdAt'),
      cell: ({ created_at }) => dayOf(panel, created_at),
      align: 'end',
      sort: 'created_at',
      isExtra: true,
    },
  ]
}

const dayOf = ({ words, organization }: Panel, instant: string | null | undefined) =>
  instant
    ? words.date(instant, organization.time_zone, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
      })
    : ''

/** What somebody has done, with what they paid; the API gives all of it or nothing. */
function figureColumns(panel: Panel): Column<ListedClient>[] {
  const { words, organization } = panel
  const say = clientTexts(panel.language)
  return [
    {
      id: 'visits',
      name: say('visits'),
      cell: ({ figures }) => figures?.visits ?? '',
      align: 'end',
      sort: 'visits',
      isExtra: true,
    },
    {
      id: 'spent',
      name: say('spent'),
      cell: ({ figures }) => (figures ? words.money(figures.spent) : ''),
      align: 'end',
      sort: 'spent',
      isExtra: true,
    },
    {
      id: 'lastVisit',
      name: say('lastVisit'),
      cell: ({ figures }) => dayOf(panel, figures?.last_visit_at),
      align: 'end',
      sort: 'last_visit_at',
    },
    {
      id: 'nextVisit',
      name: say('nextVisit'),
      cell: ({ figures }) =>
        figures?.next_visit_at ? words.moment(figures.next_visit_at, organization.time_zone) : '',
      align: 'end',
      isExtra: true,
    },
    {
      id: 'balance',
      name: say('balance'),
      cell: ({ figures }) => (figures ? words.money(figures.balance) : ''),
      align: 'end',
      isExtra: true,
    },
  ]
}

function people({ language, words }: Panel): Column<ListedClient>[] {
  const say = clientTexts(language)
  const name = (client: ListedClient) =>
    nameOf(client) || say(client.erased_at ? 'erased' : 'noName')
  return [
    {
      id: 'name',
      name: say('name'),
      cell: (client) => html`<strong>${name(client)}</strong>`,
      text: name,
      sort: 'last_name',
    },
    { id: 'phone', name: say('phone'), cell: ({ phone }) => phone ?? '' },
    { id: 'email', name: say('email'), cell: ({ email }) => email ?? '', isExtra: true },
    {
      id: 'tags',
      name: say('tags'),
      cell: ({ tags }) =>
        html`<span class="row">${tags.map((tag) => html`<span class="tag">${tag}</span>`)}</span>`,
      text: ({ tags }) => tags.join(', '),
      isExtra: true,
    },
    {
      id: 'birthday',
      name: say('birthday'),
      cell: ({ birth_date }) => (birth_date ? words.day(birth_date) : ''),
      text: ({ birth_date }) => birth_date ?? '',
      isExtra: true,
    },
  ]
}
