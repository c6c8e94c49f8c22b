import type { Client } from '@zapis/sdk'

type Named = Pick<Client, 'first_name' | 'last_name' | 'iname'>

/** As lists are ordered: the family name first. */
export function nameOf({ last_name, first_name, iname }: Named): string {
  return [last_name, first_name, iname].filter(Boolean).join(' ')
}
