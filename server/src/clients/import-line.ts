/** A line of somebody's file as the draft of a client. No I/O. */
import type { ClientDraft, ImportedClient } from '@zapis/sdk/contract'
import { twoDigits } from '../availability/dates.ts'

/** Empty cells say nothing: they neither fill nor wipe. */
export function draftOf(line: ImportedClient): ClientDraft {
  const { birth_date, tags, ...texts } = line
  const said = Object.entries(texts)
    .map(([name, value]) => [name, value.trim()] as const)
    .filter(([, value]) => value !== '')
  const date = birth_date?.trim() ?? ''
  const named = (tags ?? '').split(/[,;]/).flatMap((tag) => tag.trim() || [])
  return {
    ...Object.fromEntries(said),
    ...(date === '' ? {} : { birth_date: isoDate(date) }),
    ...(named.length === 0 ? {} : { tags: named }),
  }
}

/** 17.05.1990, 17/5/1990 and 1990-05-17 are one date; what is none of them is left for the schema to refuse. */
function isoDate(text: string): string {
  const match = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text)
  if (match === null) return text
  const [, day, month, year] = match
  return `${year ?? ''}-${twoDigits(Number(month))}-${twoDigits(Number(day))}`
}
