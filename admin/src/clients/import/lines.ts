import type { ImportedClient } from '@zapis/sdk'
import type { ColumnMeaning } from './columns.ts'

/** What the API takes in one call: so many lines, and a body of 256 KiB. */
const MOST_LINES = 500
const MOST_BYTES = 200 * 1024

/** The lines of a file as the API takes them. */
export function linesOf(
  rows: readonly (readonly string[])[],
  mapping: readonly (ColumnMeaning | null)[],
): ImportedClient[] {
  return rows.map((row) => {
    const line: ImportedClient = {}
    for (const [at, meaning] of mapping.entries()) {
      const value = bare(row[at] ?? '')
      if (meaning === null || value === '') continue
      if (meaning === 'lastFirst' || meaning === 'firstLast')
        Object.assign(line, nameParts(value, meaning))
      else line[meaning] = value
    }
    return line
  })
}

/** A spreadsheet is kept from reckoning with “+7…” by an apostrophe before it; it is no part of the value. */
function bare(cell: string): string {
  return cell.trim().replace(/^'(?=[=+@-])/, '')
}

function nameParts(
  whole: string,
  order: 'lastFirst' | 'firstLast',
): Pick<ImportedClient, 'last_name' | 'first_name' | 'iname'> {
  const words = whole.split(/[\s,]+/).filter(Boolean)
  const [first = '', second = '', ...rest] = words
  if (words.length === 1) return { first_name: first }
  if (order === 'lastFirst')
    return {
      last_name: first,
      first_name: second,
      ...(rest.length > 0 ? { iname: rest.join(' ') } : {}),
    }
  return { first_name: first, last_name: [second, ...rest].join(' ') }
}

export interface Part {
  /** Place of its first line among all. */
  start: number
  lines: ImportedClient[]
}

/** The lines in parts that one call takes each. */
export function partsOf(lines: readonly ImportedClient[], from = 0): Part[] {
  const parts: Part[] = []
  const encoder = new TextEncoder()
  let bytes = Infinity
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? {}
    const size = encoder.encode(JSON.stringify(line)).length + 1
    const last = parts.at(-1)
    if (last && last.lines.length < MOST_LINES && bytes + size <= MOST_BYTES) {
      last.lines.push(line)
      bytes += size
    } else {
      parts.push({ start: at, lines: [line] })
      bytes = size
    }
  }
  return parts
}
