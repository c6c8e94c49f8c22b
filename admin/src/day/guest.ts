/** Somebody known, or the contacts of somebody new. */
export type Guest = { id: number } | { first_name: string; last_name: string; phone: string }

type Filled = { id: number } | Partial<Record<'first_name' | 'last_name' | 'phone', string>>

/** What was left empty is not sent. */
export function filled(guest: Guest): Filled {
  if ('id' in guest) return guest
  return Object.fromEntries(
    Object.entries(guest).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])),
  )
}
