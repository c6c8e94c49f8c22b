import type { Client } from '@zapis/sdk'

type Fact =
  'last_name' | 'first_name' | 'iname' | 'birth_date' | 'phone' | 'email' | 'notes' | 'tags'

export const facts: readonly Fact[] = [
  'last_name',
  'first_name',
  'iname',
  'birth_date',
  'phone',
  'email',
  'notes',
  'tags',
]

/** What a fact will be after a merge, as the server decides: what stays has the word, what it lacks comes from the duplicate. */
export function mergedFact(kept: Client, gone: Client, fact: Fact): string {
  if (fact === 'tags') return [...new Set([...kept.tags, ...gone.tags])].join(', ')
  if (fact === 'notes') return [...new Set([kept.notes, gone.notes].filter(Boolean))].join('\n')
  return kept[fact] || gone[fact] || ''
}

export function factOf(client: Client, fact: Fact): string {
  return fact === 'tags' ? client.tags.join(', ') : (client[fact] ?? '')
}
