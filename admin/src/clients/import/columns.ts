import type { ImportedClient } from '@zapis/sdk'

/** What a column of a file may be: a member of the API's line, or a whole name in one of two orders. */
export type ColumnMeaning = keyof ImportedClient | 'lastFirst' | 'firstLast'

export const meanings: readonly ColumnMeaning[] = [
  'last_name',
  'first_name',
  'iname',
  'lastFirst',
  'firstLast',
  'phone',
  'email',
  'birth_date',
  'tags',
  'notes',
]

/** In this order: “Фамилия, имя” is a whole name, “e-mail” is no name at all. */
const signs: readonly (readonly [RegExp, ColumnMeaning])[] = [
  [/e-?mail|почт|мейл/u, 'email'],
  [/тел|моб|phone|mobile|cell/u, 'phone'],
  [/рожд|birth|^д\.?р\.?$|^dob$/u, 'birth_date'],
  [/тег|метк|^tags?$|label|групп|категори/u, 'tags'],
  [/замет|коммент|примеч|note|comment|remark/u, 'notes'],
  [/^ф\.? ?и\.? ?о|фамилия.+имя|^клиент$|^пациент$/u, 'lastFirst'],
  [/отчеств|patronymic|middle/u, 'iname'],
  [/фамил|last ?name|surname|family/u, 'last_name'],
  [/^имя|first ?name|given|forename/u, 'first_name'],
  [/full ?name|^name$|^client|^customer|^patient/u, 'firstLast'],
]

/** What a column probably is, by its heading in Russian or English. */
export function meaningOf(heading: string): ColumnMeaning | null {
  const plain = heading.trim().toLocaleLowerCase('ru').replaceAll('_', ' ').replaceAll('ё', 'е')
  return signs.find(([sign]) => sign.test(plain))?.[1] ?? null
}

/** For every column; no two are the same. */
export function guess(headings: readonly string[]): (ColumnMeaning | null)[] {
  const taken = new Set<ColumnMeaning>()
  return headings.map((heading) => {
    const meaning = meaningOf(heading)
    if (meaning === null || taken.has(meaning)) return null
    taken.add(meaning)
    return meaning
  })
}
