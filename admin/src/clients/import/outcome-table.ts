import type { ImportedClient, ImportOutcome } from '@zapis/sdk'
import { html, nothing } from 'lit'
import type { Panel } from '../../panel/panel.ts'
import { hrefOf } from '../../panel/router.ts'
import type { Column } from '../../parts/data-table.ts'
import type { Language } from '../../words/texts.ts'
import { clientTexts, type ClientKey } from '../texts/texts.ts'
import { nameOfField } from './mapping-table.ts'
import '../../parts/data-table.ts'

/** A browser shows so many lines at once without a pause; the rest are in the counts and in the file. */
const SHOWN = 300

const words: Record<ImportOutcome['outcome'], ClientKey> = {
  created: 'isCreated',
  updated: 'isUpdated',
  skipped: 'isSkipped',
  invalid: 'isInvalid',
}

export function errorsOf({ errors }: ImportOutcome, language: Language): string {
  return errors.map(({ field, detail }) => `${nameOfField(field, language)}: ${detail}`).join('; ')
}

interface Given {
  panel: Panel
  lines: readonly ImportedClient[]
  outcomes: readonly ImportOutcome[]
  isOnlyBad: boolean
  choose(isOnlyBad: boolean): void
}

/** What becomes of every line; a line is numbered as a spreadsheet numbers it, the headings being the first. */
export function outcomeTable({ panel, lines, outcomes, isOnlyBad, choose }: Given): unknown {
  const say = clientTexts(panel.language)
  const wanted = isOnlyBad ? outcomes.filter(({ outcome }) => outcome === 'invalid') : outcomes
  return html`<label class="row"
      ><input
        type="checkbox"
        .checked=${isOnlyBad}
        @change=${({ target }: Event) => choose(target instanceof HTMLInputElement && target.checked)}
      />${say('onlyBad')}</label
    >
    <data-table
      label=${say('outcome')}
      .columns=${columnsOf(panel, lines)}
      .rows=${wanted.slice(0, SHOWN)}
    ></data-table>
    ${
      wanted.length > SHOWN
        ? html`<p class="muted small">${say('shownFirst', { count: SHOWN })}</p>`
        : nothing
    }`
}

function columnsOf({ language }: Panel, lines: readonly ImportedClient[]): Column<ImportOutcome>[] {
  const say = clientTexts(language)
  const who = ({ row }: ImportOutcome) => {
    const { last_name, first_name, iname } = lines[row] ?? {}
    return [last_name, first_name, iname].filter(Boolean).join(' ') || say('noName')
  }
  return [
    { id: 'line', name: say('lineNumber'), cell: ({ row }) => row + 2, align: 'end' },
    {
      id: 'who',
      name: say('name'),
      cell: (outcome) =>
        outcome.client_id === null
          ? who(outcome)
          : html`<a href=${hrefOf(`clients/${outcome.client_id}`)}>${who(outcome)}</a>`,
    },
    { id: 'phone', name: say('phone'), cell: ({ row }) => lines[row]?.phone ?? '' },
    { id: 'email', name: say('email'), cell: ({ row }) => lines[row]?.email ?? '', isExtra: true },
    {
      id: 'outcome',
      name: say('outcome'),
      cell: ({ outcome }) => html`<span class="tag">${say(words[outcome])}</span>`,
    },
    {
      id: 'errors',
      name: say('errors'),
      cell: (outcome) => errorsOf(outcome, language),
    },
  ]
}
