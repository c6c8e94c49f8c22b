import { html } from 'lit'
import type { Language } from '../../words/texts.ts'
import { clientTexts, type ClientKey } from '../texts/texts.ts'
import { meanings, type ColumnMeaning } from './columns.ts'
import type { FileTable } from './read-file.ts'

const names: Record<ColumnMeaning, ClientKey> = {
  last_name: 'lastName',
  first_name: 'firstName',
  iname: 'iname',
  lastFirst: 'wholeLastFirst',
  firstLast: 'wholeFirstLast',
  phone: 'phone',
  email: 'email',
  birth_date: 'birthday',
  tags: 'tags',
  notes: 'notes',
}

interface Given {
  table: FileTable
  mapping: readonly (ColumnMeaning | null)[]
  language: Language
  choose(at: number, meaning: ColumnMeaning | null): void
}

/** Each column of the file with an example of what is in it, and what it is taken for. */
export function mappingTable({ table, mapping, language, choose }: Given): unknown {
  const say = clientTexts(language)
  const example = (at: number) => table.rows.find((row) => row[at]?.trim())?.[at] ?? ''
  return html`<div class="around" role="region" tabindex="0" aria-label=${say('mapping')}>
    <table class="mapping">
      <thead>
        <tr>
          <th scope="col">${say('columnOfFile')}</th>
          <th scope="col">${say('example')}</th>
          <th scope="col">${say('means')}</th>
        </tr>
      </thead>
      <tbody>
        ${table.headings.map(
          (heading, at) =>
            html`<tr>
              <th scope="row">${heading || `№ ${at + 1}`}</th>
              <td class="example">${example(at)}</td>
              <td>
                <select
                  aria-label="${say('means')}: ${heading}"
                  @change=${({ target }: Event) => {
                    if (!(target instanceof HTMLSelectElement)) return
                    choose(at, meanings.find((each) => each === target.value) ?? null)
                  }}
                >
                  <option value="" ?selected=${!mapping[at]}>${say('ignore')}</option>
                  ${meanings.map(
                    (each) =>
                      html`<option value=${each} ?selected=${mapping[at] === each}>
                        ${say(names[each])}
                      </option>`,
                  )}
                </select>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

export function nameOfField(field: string, language: Language): string {
  const known = meanings.find((each) => each === field)
  return known ? clientTexts(language)(names[known]) : field
}
